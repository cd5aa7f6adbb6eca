import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from "@nestjs/common";
import { ApiResponse, ApiTags } from "@nestjs/swagger";
import {
  accountAttention,
  accountCreated,
  accountListQuery,
  accountPage,
  createAccountBody,
  grantMembershipBody,
  issuedPassword,
  type AccountAttention,
  type AccountCreated,
  type AccountListQuery,
  type AccountPage,
  type CreateAccountBody,
  type GrantMembershipBody,
  type IssuedPasswordView,
} from "@kompeten/shared/contracts/identity";
import { z } from "zod";
import { conflict, CurrentActor, invalid, notFound, Requires, type Actor, type ProblemError } from "../platform/index.ts";
import { AccountAdmin, type LookedAfterElsewhere } from "./account-admin.service.ts";
import { AccountList } from "./account-list.service.ts";

@ApiTags("identity")
@Controller("api")
@Requires("account.manage")
export class AccountsController {
  constructor(
    private readonly list: AccountList,
    private readonly admin: AccountAdmin,
  ) {}

  @Get("accounts")
  @ApiResponse({ status: 200, standardSchema: accountPage })
  page(@Query({ schema: accountListQuery }) query: AccountListQuery): Promise<AccountPage> {
    return this.list.page(query);
  }

  @Get("accounts/attention")
  @ApiResponse({ status: 200, standardSchema: accountAttention })
  attention(): Promise<AccountAttention> {
    return this.list.attention();
  }

  @Post("accounts")
  @ApiResponse({ status: 201, standardSchema: accountCreated })
  async create(@Body({ schema: createAccountBody }) body: CreateAccountBody): Promise<AccountCreated> {
    const created = await this.admin.create(body);
    if (!created.ok && created.refusal === "looked-after-elsewhere") throw lookedAfterElsewhere(created);
    if (!created.ok) throw created.refusal === "login-reserved" ? invalid([{ path: "login", message: created.refusal }]) : endsInThePast();
    return created.value;
  }

  @Post("accounts/:id/memberships")
  @HttpCode(204)
  async grant(@Param("id", { schema: z.uuid() }) id: string, @Body({ schema: grantMembershipBody }) body: GrantMembershipBody): Promise<void> {
    const granted = await this.admin.grant(id, body);
    if (!granted.ok && granted.refusal === "looked-after-elsewhere") throw lookedAfterElsewhere(granted);
    if (!granted.ok) throw granted.refusal === "not-found" ? notFound() : endsInThePast();
  }

  @Delete("memberships/:id")
  @HttpCode(204)
  async end(@CurrentActor() actor: Actor, @Param("id", { schema: z.uuid() }) id: string): Promise<void> {
    const ended = await this.admin.endMembership(actor, id);
    if (!ended.ok) throw ended.refusal === "not-found" ? notFound() : conflict(ended.refusal);
  }

  @Post("accounts/:id/password")
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: issuedPassword })
  async resetPassword(@Param("id", { schema: z.uuid() }) id: string): Promise<IssuedPasswordView> {
    const issued = await this.admin.resetPassword(id);
    if (!issued.ok) throw issued.refusal === "not-found" ? notFound() : conflict(issued.refusal);
    return issued.value;
  }

  @Post("accounts/:id/disabling")
  @HttpCode(204)
  async disable(@CurrentActor() actor: Actor, @Param("id", { schema: z.uuid() }) id: string): Promise<void> {
    const disabled = await this.admin.disable(actor, id);
    if (!disabled.ok) throw disabled.refusal === "not-found" ? notFound() : conflict(disabled.refusal);
  }

  @Delete("accounts/:id/disabling")
  @HttpCode(204)
  async enable(@Param("id", { schema: z.uuid() }) id: string): Promise<void> {
    const enabled = await this.admin.enable(id);
    if (!enabled.ok) throw enabled.refusal === "not-found" ? notFound() : conflict(enabled.refusal);
  }
}

/** 409 with the agency's name; sent again with `acceptOtherAgency` it is done. */
function lookedAfterElsewhere({ refusal, agency }: LookedAfterElsewhere): ProblemError {
  return conflict(refusal, { params: { agency } });
}

function endsInThePast(): ProblemError {
  return invalid([{ path: "validUntil", message: "ends-in-the-past" }]);
}
