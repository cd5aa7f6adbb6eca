import { Body, Controller, Delete, Get, HttpCode, Ip, Post, Req, Res } from "@nestjs/common";
import { ApiResponse, ApiTags } from "@nestjs/swagger";
import { problem } from "@kompeten/shared/contracts/problem";
import { changePasswordBody, sessionView, signInBody, switchAgencyBody, type ChangePasswordBody, type SessionView, type SignInBody, type SwitchAgencyBody } from "@kompeten/shared/contracts/session";
import type { FastifyReply, FastifyRequest } from "fastify";
import { CurrentActor, notFound, Open, ProblemError, Requires, sessionCookie, type Actor } from "../platform/index.ts";
import { IdentitySettings } from "./identity.settings.ts";
import { OwnSession, type Reopened } from "./own-session.service.ts";
import { SignInThrottle } from "./sign-in-throttle.service.ts";
import { SignIn } from "./sign-in.service.ts";

@ApiTags("identity")
@Controller("api")
export class SessionController {
  constructor(
    private readonly signIns: SignIn,
    private readonly own: OwnSession,
    private readonly throttle: SignInThrottle,
    private readonly settings: IdentitySettings,
  ) {}

  @Post("session")
  @Open()
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: sessionView })
  @ApiResponse({ status: 401, standardSchema: problem })
  async signIn(@Body({ schema: signInBody }) body: SignInBody, @Ip() address: string, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionView> {
    const outcome = await this.signIns.signIn({ ...body, address, userAgent: request.headers["user-agent"] });
    switch (outcome.kind) {
      case "refused":
        throw new ProblemError(401, "sign-in-refused");
      case "locked":
        reply.header("retry-after", String(outcome.minutes * 60));
        throw new ProblemError(429, "locked-out", { params: { minutes: outcome.minutes } });
      case "too-many":
        throw tooMany(reply, outcome.retryAfterSeconds);
      case "signed-in":
        return this.answer(reply, outcome);
    }
  }

  @Get("session")
  @Requires("session.own")
  @ApiResponse({ status: 200, standardSchema: sessionView })
  view(@CurrentActor() actor: Actor): Promise<SessionView> {
    return this.own.viewOf(actor);
  }

  @Delete("session")
  @Requires("session.own")
  @HttpCode(204)
  async signOut(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.own.signOut(actor);
    reply.clearCookie(sessionCookie, { path: "/" });
  }

  @Delete("sessions")
  @Requires("session.own")
  @HttpCode(204)
  async signOutEverywhere(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    ownAccountOnly(actor);
    await this.own.signOutEverywhere(actor);
    reply.clearCookie(sessionCookie, { path: "/" });
  }

  @Post("session/agency")
  @Requires("session.own")
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: sessionView })
  async switchAgency(@CurrentActor() actor: Actor, @Body({ schema: switchAgencyBody }) body: SwitchAgencyBody, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionView> {
    ownAccountOnly(actor);
    const switched = await this.own.switchAgency(actor, body.agencyId);
    if (!switched.ok) throw notFound();
    return this.answer(reply, switched.value);
  }

  @Post("session/password")
  @Requires("session.own")
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: sessionView })
  @ApiResponse({ status: 400, standardSchema: problem })
  async changePassword(@CurrentActor() actor: Actor, @Body({ schema: changePasswordBody }) body: ChangePasswordBody, @Ip() address: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionView> {
    ownAccountOnly(actor);
    // A stolen session must not be a way to guess the password.
    const wait = await this.throttle.attempt(address, `password of ${actor.accountId}`);
    if (wait > 0) throw tooMany(reply, wait);
    const changed = await this.own.changePassword(actor, body);
    if (!changed.ok) throw new ProblemError(400, changed.refusal);
    return this.answer(reply, changed.value);
  }

  private answer(reply: FastifyReply, { token, session }: Reopened): Promise<SessionView> {
    reply.setCookie(sessionCookie, token, { path: "/", httpOnly: true, sameSite: "lax", secure: this.settings.secureCookies, expires: session.expiresAt });
    return this.own.view(session);
  }
}

/** A card that lay on a desk must not become a key to the account. */
function ownAccountOnly(actor: Actor): void {
  if (actor.bySittingToken === true) throw new ProblemError(403, "sitting-token-session");
}

function tooMany(reply: FastifyReply, retryAfterSeconds: number): ProblemError {
  reply.header("retry-after", String(retryAfterSeconds));
  return new ProblemError(429, "too-many-requests", { params: { seconds: retryAfterSeconds } });
}
