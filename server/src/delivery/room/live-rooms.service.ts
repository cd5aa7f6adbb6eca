import { Injectable } from "@nestjs/common";
import { roomPush, type RoomPush, type ServerRoomMessages, type SupervisionView } from "@kompeten/shared/contracts/supervision";
import type { Server, Socket } from "socket.io";
import { UnitOfWork } from "../../platform/index.ts";
import { Looks, type Looker } from "../looks.ts";
import { ServerTime } from "../server-time.service.ts";
import { together } from "./room-look.rules.ts";
import type { RoomNews, RoomReading } from "./room-reading.ts";
import { Supervision, type RoomName } from "./supervision.service.ts";

/** `untold`: read already and not told to anybody yet. */
type Room = RoomName & { agencyId: string; reading: RoomReading; viewers: Set<Socket>; version: number; saidMs: number; untold: RoomNews; looker: Looker };

/** Without news so often, so that a viewer can tell a calm room from a dead line. */
const silentMsMax = 5_000;

/**
 * P1: the rooms that proctors watch from this process. Each is looked at once a second, however many watch it, and what has
 * changed goes to all of them in one message. The look is at the database, so it does not matter which process holds a candidate's line.
 */
@Injectable()
export class LiveRooms {
  private readonly rooms = new Map<string, Room>();
  /** Opening a room is the dear part: those who come at once wait for one. */
  private readonly opening = new Map<string, Promise<Room | undefined>>();
  private readonly known = new WeakSet<Socket>();
  private server: Server<Record<string, never>, ServerRoomMessages> | undefined;

  constructor(
    private readonly units: UnitOfWork,
    private readonly supervision: Supervision,
    private readonly time: ServerTime,
    private readonly looks: Looks,
  ) {}

  use(server: Server): void {
    this.server = server;
  }

  /** The whole of it; from now on the socket hears what changes, of this room alone. Undefined for a room that is not there. */
  async watch(socket: Socket, agencyId: string, name: RoomName): Promise<SupervisionView | undefined> {
    const key = keyOf(agencyId, name);
    const room = this.rooms.get(key) ?? (await this.open(key, agencyId, name));
    this.leave(socket);
    if (!room || socket.disconnected) return undefined;
    // Its last viewer may have left while this one waited.
    this.rooms.set(key, room);
    this.looks.add(room.looker);
    room.viewers.add(socket);
    void socket.join(key);
    // A page that missed a push watches again, many times in a day.
    if (!this.known.has(socket)) socket.once("disconnect", () => this.leave(socket));
    this.known.add(socket);
    return this.supervision.viewOf(room.reading, room.version);
  }

  /** How many rooms are looked at here. */
  get watched(): number {
    return this.rooms.size;
  }

  private leave(socket: Socket): void {
    for (const [key, { viewers, looker }] of this.rooms) {
      if (!viewers.delete(socket)) continue;
      void socket.leave(key);
      if (viewers.size > 0) continue;
      this.rooms.delete(key);
      this.looks.remove(looker);
    }
  }

  private open(key: string, agencyId: string, name: RoomName): Promise<Room | undefined> {
    const under = this.opening.get(key);
    if (under) return under;
    const opening = this.units
      .run({ agencyId, accountId: null }, async (): Promise<Room | undefined> => {
        const reading = await this.supervision.room(name);
        await reading?.read();
        return reading && this.newRoom(key, agencyId, name, reading);
      })
      .finally(() => this.opening.delete(key));
    this.opening.set(key, opening);
    return opening;
  }

  private newRoom(key: string, agencyId: string, name: RoomName, reading: RoomReading): Room {
    const look = async () => {
      const { attempts, record } = await reading.read();
      room.untold = { attempts: together([...room.untold.attempts, ...attempts]), record: [...room.untold.record, ...record] };
      return () => this.tell(key, room);
    };
    const room: Room = { agencyId, ...name, reading, viewers: new Set(), version: 1, saidMs: this.time.nowMs(), untold: noNews(), looker: { agencies: () => [agencyId], look } };
    return room;
  }

  private tell(key: string, room: Room): void {
    const { assessmentId, sittingId, reading, untold: news } = room;
    room.untold = noNews();
    const serverNowMs = this.time.nowMs();
    const isNews = news.attempts.length + news.record.length > 0;
    if (!isNews && serverNowMs - room.saidMs < silentMsMax) return;
    if (isNews) room.version += 1;
    room.saidMs = serverNowMs;
    const push: RoomPush = { assessmentId, sittingId, version: room.version, serverNowMs, total: reading.total, ...news };
    this.server?.to(key).emit("room:changed", roomPush.parse(push));
  }
}

const noNews = (): RoomNews => ({ attempts: [], record: [] });
const keyOf = (agencyId: string, { assessmentId, sittingId }: RoomName): string => `room:${agencyId}:${assessmentId}:${sittingId ?? ""}`;
