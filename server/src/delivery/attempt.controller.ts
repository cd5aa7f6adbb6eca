import type { Refusal } from "@kompeten/shared/attempt";
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from "@nestjs/common";
import { ApiResponse, ApiTags } from "@nestjs/swagger";
import { appendAnswer, documentsQuery, documentsView, openQuery, operationsBody, paperView, sealedPaper, snapshot, type AppendAnswer, type DocumentsView, type OperationsBody, type PaperView, type SealedPaper, type Snapshot } from "@kompeten/shared/contracts/delivery";
import { browserPassHeader } from "@kompeten/shared/contracts/browser-pass";
import { lobbyView, noticeBody, type LobbyView, type NoticeBody } from "@kompeten/shared/contracts/lobby";
import { presenceBody, type PresenceBody } from "@kompeten/shared/contracts/presence";
import { messagesPush, type MessagesPush } from "@kompeten/shared/contracts/room-record";
import { textHistory, textHistoryQuery, type TextHistory, type TextHistoryQuery } from "@kompeten/shared/contracts/text-history";
import { ok, type Result } from "@kompeten/shared/kernel";
import { localId } from "@kompeten/shared/paper";
import { z } from "zod";
import { type Actor, conflict, CurrentActor, found, notFound, OpensOwnUnits, ProblemError, Requires } from "../platform/index.ts";
import { Attempts } from "./attempts.service.ts";
import { ConnectionLog } from "./connection-log.service.ts";
import { Desk } from "./desk.service.ts";
import { Lobby } from "./lobby.service.ts";
import { RoomRecord } from "./room/room-record.service.ts";
import { Presence } from "./presence.service.ts";
import { SealedPapers } from "./sealed-papers.service.ts";
import { Snapshots } from "./snapshots.service.ts";

const id = z.uuid();

/** The same desk by plain HTTP, for when the socket is sick (J10), and what is only ever asked over HTTP: lobby and paper. */
@ApiTags("delivery")
@Requires("attempt.own")
@Controller("api")
export class AttemptController {
  constructor(
    private readonly desk: Desk,
    private readonly lobby: Lobby,
    private readonly snapshots: Snapshots,
    private readonly connections: ConnectionLog,
    private readonly presence: Presence,
    private readonly record: RoomRecord,
    private readonly attempts: Attempts,
    private readonly papers: SealedPapers,
  ) {}

  @Get("my-attempts")
  @ApiResponse({ status: 200, standardSchema: lobbyView })
  myAttempts(@CurrentActor() actor: Actor): Promise<LobbyView> {
    return this.lobby.view(actor);
  }

  @Post("my-sittings/:id/notice")
  @OpensOwnUnits()
  @HttpCode(204)
  async acknowledgeNotice(@CurrentActor() actor: Actor, @Param("id", { schema: id }) sittingId: string, @Body({ schema: noticeBody }) body: NoticeBody): Promise<void> {
    const done = await this.lobby.acknowledgeNotice(actor, sittingId, body);
    if (!done.ok) throw done.refusal === "not-found" ? notFound() : conflict(done.refusal);
  }

  @Get("attempts/:id")
  @OpensOwnUnits()
  @ApiResponse({ status: 200, standardSchema: snapshot })
  async snapshot(@CurrentActor() actor: Actor, @Param("id", { schema: id }) attemptId: string, @Query({ schema: openQuery }) { deviceId, lastSeq }: { deviceId?: string; lastSeq?: number }, @Headers("user-agent") userAgent?: string, @Headers(browserPassHeader) browserPass?: string): Promise<Snapshot> {
    const answer = await this.desk.open(actor, attemptId, { deviceId, browserPass, lastSeq });
    const own = shown(answer.ok ? ok(answer.snapshot) : answer);
    this.connections.contact(actor, { attemptId, deviceId: deviceId ?? null, userAgent });
    return own;
  }

  @Get("attempts/:id/paper")
  @OpensOwnUnits()
  @ApiResponse({ status: 200, standardSchema: paperView })
  async paper(@CurrentActor() actor: Actor, @Param("id", { schema: id }) attemptId: string, @Headers(browserPassHeader) browserPass?: string): Promise<PaperView> {
    return allowed(await this.snapshots.paper(actor, attemptId, browserPass));
  }

  @Get("attempts/:id/sealed-paper")
  @ApiResponse({ status: 200, standardSchema: sealedPaper })
  async sealedPaper(@CurrentActor() actor: Actor, @Param("id", { schema: id }) attemptId: string, @Headers(browserPassHeader) browserPass?: string): Promise<SealedPaper> {
    return allowed(await this.papers.of(actor, attemptId, browserPass));
  }

  @Get("attempts/:id/documents")
  @ApiResponse({ status: 200, standardSchema: documentsView })
  async documents(@CurrentActor() actor: Actor, @Param("id", { schema: id }) attemptId: string, @Query({ schema: documentsQuery }) { after }: { after: number }, @Headers(browserPassHeader) pass?: string): Promise<DocumentsView> {
    return allowed(await this.snapshots.documents(actor, attemptId, { after, proven: { pass } }));
  }

  @Post("attempts/:id/presence")
  @HttpCode(204)
  async tell(@CurrentActor() actor: Actor, @Param("id", { schema: id }) attemptId: string, @Body({ schema: presenceBody }) body: PresenceBody, @Headers("user-agent") userAgent?: string): Promise<void> {
    if (!(await this.presence.tellOverHttp(actor, { ...body, attemptId, userAgent }))) throw notFound();
  }

  @Get("attempts/:id/messages")
  @ApiResponse({ status: 200, standardSchema: messagesPush })
  async messages(@CurrentActor() actor: Actor, @Param("id", { schema: id }) attemptId: string): Promise<MessagesPush> {
    return found(await this.record.unreadOf(actor, attemptId));
  }

  @Post("attempts/:id/messages/:messageId/reading")
  @HttpCode(204)
  async read(@CurrentActor() actor: Actor, @Param("id", { schema: id }) attemptId: string, @Param("messageId", { schema: id }) messageId: string): Promise<void> {
    if (!(await this.record.read(actor, attemptId, messageId))) throw notFound();
  }

  /** What was saved when of an answer that is being written; 404 unless the attempt runs, like its paper. */
  @Get("attempts/:id/answers/:itemId/revisions")
  @ApiResponse({ status: 200, standardSchema: textHistory })
  async revisions(@CurrentActor() actor: Actor, @Param("id", { schema: id }) attemptId: string, @Param("itemId", { schema: localId }) itemId: string, @Query({ schema: textHistoryQuery }) { after }: TextHistoryQuery): Promise<TextHistory> {
    // R5: one's own words are nothing of the paper.
    const own = shown(await this.snapshots.own({ actor, attemptId, deviceId: undefined, proven: "already" }));
    if (own.status.state !== "running") throw notFound();
    return this.attempts.textHistory(attemptId, itemId, after);
  }

  /** Answers 200 with one acknowledgement per operation, refused or not; 404 for an attempt that is not the actor's. */
  @Post("attempts/:id/operations")
  @OpensOwnUnits()
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: appendAnswer })
  async append(@CurrentActor() actor: Actor, @Param("id", { schema: id }) attemptId: string, @Body({ schema: operationsBody }) body: OperationsBody, @Headers("user-agent") userAgent?: string): Promise<AppendAnswer> {
    const answer = await this.desk.append(actor, { attemptId, ...body });
    if (!answer.ok && answer.refusal === "not-found") throw notFound();
    // Only an answer to its own candidate proves that the attempt is there and theirs.
    if (answer.ok) this.connections.contact(actor, { attemptId, deviceId: null, userAgent });
    return answer;
  }
}

/** R5. */
function allowed<T extends object>(value: T | "browser-not-allowed" | undefined): T {
  if (value === "browser-not-allowed") throw conflict("browser-not-allowed");
  return found(value);
}

function shown(opened: Result<Snapshot, Refusal>): Snapshot {
  if (opened.ok) return opened.value;
  if (opened.refusal === "not-found") throw notFound();
  throw opened.refusal === "browser-not-allowed" ? conflict(opened.refusal) : new ProblemError(503, "not-ready");
}
