/** P1: the room over the socket while it is well: the whole of it at every connection, then what changes. */
import type { WatchMessage } from "@kompeten/shared/contracts/supervision";
import type { ServerSocket } from "../../api/socket.ts";
import { pushed, type Supervision } from "./room-view.rules.ts";

type Events = { onView: (view: Supervision) => void; onLive: (live: boolean) => void };

const answerPatienceMs = 8_000;
/** Until then the page waits for the socket before it looks by itself. */
export const socketPatienceMs = 3_000;
/** The server says something at least every five seconds. */
const silenceMsMax = 12_000;

export class RoomLine {
  private socket: ServerSocket | null = null;
  private view: Supervision | null = null;
  private silence: ReturnType<typeof setTimeout> | undefined;
  private closed = false;
  private readonly room: WatchMessage;
  private readonly events: Events;

  constructor(room: WatchMessage, events: Events) {
    this.room = room;
    this.events = events;
  }

  start(): void {
    import("../../api/socket.ts").then(
      ({ makeSocket }) => this.closed || this.connect(makeSocket()),
      () => this.events.onLive(false),
    );
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.silence);
    this.socket?.disconnect();
  }

  private connect(socket: ServerSocket): void {
    this.socket = socket;
    socket.on("connect", () => void this.watch());
    socket.on("disconnect", () => this.lost());
    socket.on("connect_error", () => this.lost());
    socket.on("room:changed", (push) => {
      if (!this.view || push.assessmentId !== this.room.assessmentId || push.sittingId !== (this.room.sittingId ?? null)) return;
      const after = pushed(this.view, push, performance.now());
      if (after) this.take(after);
      else void this.watch();
    });
    socket.connect();
  }

  private async watch(): Promise<void> {
    const { socket } = this;
    if (!socket || this.closed) return;
    const answer = await socket.timeout(answerPatienceMs).emitWithAck("room:watch", this.room).catch(() => undefined);
    if (this.closed) return;
    if (answer?.ok) this.take({ ...answer.view, receivedMs: performance.now() });
    // Gone, or no longer ours: the HTTP way says so in words.
    else this.lost();
  }

  private take(view: Supervision): void {
    this.view = view;
    clearTimeout(this.silence);
    this.silence = setTimeout(() => {
      this.lost();
      this.socket?.disconnect().connect();
    }, silenceMsMax);
    this.events.onView(view);
    this.events.onLive(true);
  }

  private lost(): void {
    if (this.closed) return;
    this.view = null;
    clearTimeout(this.silence);
    this.events.onLive(false);
    // Socket.IO does not come back by itself when the server said goodbye.
    if (this.socket && !this.socket.active) setTimeout(() => !this.closed && this.socket?.connect(), 1_000 + 2_000 * Math.random());
  }
}
