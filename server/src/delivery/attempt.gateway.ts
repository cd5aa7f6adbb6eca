import { Inject } from "@nestjs/common";
import { WebSocketGateway, type OnGatewayConnection, type OnGatewayInit } from "@nestjs/websockets";
import { appendMessage, clockMessage, openMessage, protocolVersion, type AppendAnswer, type ClockAnswer, type OpenAnswer } from "@kompeten/shared/contracts/delivery";
import { deviceCheckSave, type DeviceCheckSaveAnswer } from "@kompeten/shared/contracts/device-check";
import { presenceMessage, type PresenceAnswer } from "@kompeten/shared/contracts/presence";
import { readMessage, type ReadAnswer } from "@kompeten/shared/contracts/room-record";
import type { Server } from "socket.io";
import { Requires, SESSION_RESOLVER, UnitOfWork, type SessionResolver } from "../platform/index.ts";
import { listenTo, SocketMessage, socketMessagesOf } from "../platform/realtime/socket-message.ts";
import type { ActorSocket } from "../platform/realtime/socket-adapter.ts";
import { refusedAnswer } from "./acknowledgement.ts";
import { AttemptAudience } from "./attempt-audience.ts";
import { Desk } from "./desk.service.ts";
import { DeviceChecks } from "./device-check/device-checks.service.ts";
import { Presence } from "./presence.service.ts";
import { RoomRecord } from "./room/room-record.service.ts";
import { ServerTime } from "./server-time.service.ts";
import { SocketSessions } from "./socket-session.ts";
import { refusalAnswer } from "./refusal-answer.ts";

/** The socket way to the desk: parse, call, answer. Messages and their order: docs/protocol.md. */
@WebSocketGateway()
export class AttemptGateway implements OnGatewayInit, OnGatewayConnection {
  private readonly sessions: SocketSessions;
  private readonly messages = socketMessagesOf(this, refusalAnswer);

  constructor(
    private readonly desk: Desk,
    private readonly audience: AttemptAudience,
    private readonly presence: Presence,
    private readonly record: RoomRecord,
    private readonly checks: DeviceChecks,
    private readonly units: UnitOfWork,
    private readonly time: ServerTime,
    @Inject(SESSION_RESOLVER) sessions: SessionResolver,
  ) {
    this.sessions = new SocketSessions(sessions);
  }

  afterInit(server: Server): void {
    this.audience.use(server);
    server.use((socket, next) => {
      const { protocol } = socket.handshake.auth as { protocol?: unknown };
      next(protocol === protocolVersion ? undefined : new Error("protocol"));
    });
  }

  handleConnection(socket: ActorSocket): void {
    listenTo(socket, this.messages);
    this.sessions.watch(socket);
  }

  @SocketMessage("attempt:open")
  @Requires("attempt.own")
  async open(socket: ActorSocket, raw: unknown): Promise<OpenAnswer> {
    const message = openMessage.safeParse(raw);
    if (!message.success) return refusedAnswer("malformed");
    const answer = await this.desk.open(socket.data.actor, message.data.attemptId, message.data);
    if (answer.ok) this.audience.join(socket, socket.data.actor, answer.snapshot, message.data.deviceId ?? null);
    return answer;
  }

  @SocketMessage("attempt:append")
  @Requires("attempt.own")
  async append(socket: ActorSocket, raw: unknown): Promise<AppendAnswer> {
    const message = appendMessage.safeParse(raw);
    return message.success ? this.desk.append(socket.data.actor, message.data) : refusedAnswer("malformed");
  }

  @SocketMessage("attempt:presence")
  @Requires("attempt.own")
  async tell(socket: ActorSocket, raw: unknown): Promise<PresenceAnswer> {
    const message = presenceMessage.safeParse(raw);
    return message.success ? this.presence.tell(`${socket.id}:${message.data.attemptId}`, socket.data.actor, message.data) : refusedAnswer("malformed");
  }

  @SocketMessage("message:read")
  @Requires("attempt.own")
  async read(socket: ActorSocket, raw: unknown): Promise<ReadAnswer> {
    const message = readMessage.safeParse(raw);
    if (!message.success) return refusedAnswer("malformed");
    const { attemptId, messageId } = message.data;
    const { actor } = socket.data;
    return (await this.units.run(actor, () => this.record.read(actor, attemptId, messageId))) ? { ok: true } : refusedAnswer("not-found");
  }

  @SocketMessage("device-check:save")
  @Requires("attempt.own")
  async saveCheck(socket: ActorSocket, raw: unknown): Promise<DeviceCheckSaveAnswer> {
    const message = deviceCheckSave.safeParse(raw);
    return message.success ? this.checks.save(socket.data.actor, "socket", message.data) : refusedAnswer("malformed");
  }

  @SocketMessage("clock")
  @Requires("attempt.own")
  async clock(_: ActorSocket, raw: unknown): Promise<ClockAnswer | ReturnType<typeof refusedAnswer>> {
    return clockMessage.safeParse(raw).success ? { ok: true, serverNowMs: this.time.nowMs() } : refusedAnswer("malformed");
  }
}
