import { WebSocketGateway, type OnGatewayConnection, type OnGatewayInit } from "@nestjs/websockets";
import { watchMessage, type WatchAnswer } from "@kompeten/shared/contracts/supervision";
import type { Server } from "socket.io";
import { Requires } from "../../platform/index.ts";
import { listenTo, SocketMessage, socketMessagesOf } from "../../platform/realtime/socket-message.ts";
import type { ActorSocket } from "../../platform/realtime/socket-adapter.ts";
import { refusedAnswer } from "../acknowledgement.ts";
import { refusalAnswer } from "../refusal-answer.ts";
import { LiveRooms } from "./live-rooms.service.ts";

/** The proctor's side of the line. Handshake, protocol and session are the attempt gateway's, for every socket alike. */
@WebSocketGateway()
export class RoomGateway implements OnGatewayInit, OnGatewayConnection {
  private readonly messages = socketMessagesOf(this, refusalAnswer);

  constructor(private readonly rooms: LiveRooms) {}

  afterInit(server: Server): void {
    this.rooms.use(server);
  }

  handleConnection(socket: ActorSocket): void {
    listenTo(socket, this.messages);
  }

  @SocketMessage("room:watch")
  @Requires("attempt.supervise")
  async watch(socket: ActorSocket, raw: unknown): Promise<WatchAnswer> {
    const message = watchMessage.safeParse(raw);
    if (!message.success) return refusedAnswer("malformed");
    const { assessmentId, sittingId = null } = message.data;
    const view = await this.rooms.watch(socket, socket.data.actor.agencyId, { assessmentId, sittingId });
    return view ? { ok: true, view } : refusedAnswer("not-found");
  }
}
