import { Body, Controller, Get, HttpCode, Ip, Param, Post, Res } from "@nestjs/common";
import { ApiResponse, ApiTags } from "@nestjs/swagger";
import { receipt, receiptAnswer, receiptKeys, receiptVerdict, type ReceiptAnswer, type ReceiptKeys, type ReceiptVerdict } from "@kompeten/shared/contracts/receipts";
import type { Receipt } from "@kompeten/shared/proof";
import type { FastifyReply } from "fastify";
import { z } from "zod";
import { AddressThrottle, CurrentActor, found, Open, ProblemError, Requires, type Actor } from "../../platform/index.ts";
import { ReceiptVerifier } from "./receipt-verifier.service.ts";
import { Receipts } from "./receipts.service.ts";

const callsPerMinute = 60;

/** J9. Verifying is open to everybody: a receipt is worth what somebody without an account can check. */
@ApiTags("delivery")
@Controller("api")
export class ReceiptsController {
  private readonly throttle = new AddressThrottle(callsPerMinute);

  constructor(
    private readonly receipts: Receipts,
    private readonly verifier: ReceiptVerifier,
  ) {}

  @Get("attempts/:id/receipt")
  @Requires("attempt.own")
  @ApiResponse({ status: 200, standardSchema: receiptAnswer })
  async own(@CurrentActor() actor: Actor, @Param("id", { schema: z.uuid() }) attemptId: string): Promise<ReceiptAnswer> {
    return found(await this.receipts.own(actor, attemptId));
  }

  @Get("receipts/keys")
  @Open()
  @ApiResponse({ status: 200, standardSchema: receiptKeys })
  keys(@Ip() address: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<ReceiptKeys> {
    this.limit(address, reply);
    return this.verifier.publicKeys();
  }

  @Post("receipts/verify")
  @Open()
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: receiptVerdict })
  verify(@Body({ schema: receipt }) body: Receipt, @Ip() address: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<ReceiptVerdict> {
    this.limit(address, reply);
    return this.verifier.verdict(body);
  }

  private limit(address: string, reply: FastifyReply): void {
    const wait = this.throttle.attempt(address, performance.now());
    if (wait === 0) return;
    reply.header("retry-after", String(wait));
    throw new ProblemError(429, "too-many-requests", { params: { seconds: wait } });
  }
}
