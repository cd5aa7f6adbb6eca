import { Body, Controller, Get, HttpCode, Param, Post } from "@nestjs/common";
import { ApiResponse, ApiTags } from "@nestjs/swagger";
import {
  sittingTokenCards, sittingTokens, sittingTokensBody, tokenRevocation, tokenRevocationBody,
  type SittingTokenCards, type SittingTokens, type SittingTokensBody, type TokenRevocation, type TokenRevocationBody,
} from "@kompeten/shared/contracts/sitting-tokens";
import { z } from "zod";
import { conflict, found, notFound, Requires } from "../../platform/index.ts";
import { RoomTokens } from "./room-tokens.service.ts";

const id = z.uuid();

@ApiTags("delivery")
@Requires("room.record")
@Controller("api/sittings/:id")
export class RoomTokensController {
  constructor(private readonly tokens: RoomTokens) {}

  @Get("tokens")
  @ApiResponse({ status: 200, standardSchema: sittingTokens })
  async view(@Param("id", { schema: id }) sittingId: string): Promise<SittingTokens> {
    return found(await this.tokens.view(sittingId));
  }

  @Post("tokens")
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: sittingTokenCards })
  async make(@Param("id", { schema: id }) sittingId: string, @Body({ schema: sittingTokensBody }) body: SittingTokensBody): Promise<SittingTokenCards> {
    const made = await this.tokens.make(sittingId, body.enrolmentIds);
    if (!made.ok) throw made.refusal === "not-found" ? notFound() : conflict(made.refusal);
    return made.value;
  }

  @Post("token-revocations")
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: tokenRevocation })
  async revoke(@Param("id", { schema: id }) sittingId: string, @Body({ schema: tokenRevocationBody }) body: TokenRevocationBody): Promise<TokenRevocation> {
    const revoked = await this.tokens.revoke(sittingId, body.enrolmentIds);
    if (!revoked.ok) throw notFound();
    return { revoked: revoked.value };
  }
}
