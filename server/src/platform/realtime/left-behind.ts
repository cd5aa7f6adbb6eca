import type { EventEmitter } from "node:events";
import { setFlagsFromString } from "node:v8";

/*
 Of a message nothing is left when it is answered, and new objects that are needed no more cost V8 next to nothing. What it holds for old is only found by going
 through everything that is alive, beside which everybody waits: a tenth of a second with a thousand connected, three with ten thousand. So nothing is to grow
 old without need (BENCH_SERVER_LOG=1 BENCH_SERVER_OPTIONS=--trace-gc npm run bench -- saves: what is old grew by 6 MB a second, and does by a fortieth of that).
*/

/**
 * V8 makes objects of a kind old at once where it once saw many of that kind grow old, as all do that are made while a house sits down; and never learns that
 * those made later are gone in a millisecond. To be called before any work is done.
 */
export function makeNothingOldAtOnce(setFlags: (flags: string) => void = setFlagsFromString): void {
  setFlags("--no-allocation-site-pretenuring");
}

/**
 * Engine.IO keeps an empty list on each line for what is sent next. By then that list is old, what is put into it grows old with it, and then it is thrown away:
 * so it is emptied when everything in it is on its way, which is when "drain" is said.
 */
export function emptyWhatIsSent(engine: EventEmitter): void {
  let packets: unknown[] = [];
  engine.on("flush", (_, flushed: unknown[]) => void (packets = flushed));
  engine.on("drain", () => void (packets.length = 0));
}

/** The request that opened a line is held on to until it closes, for hours: of it all that is needed is in the handshake. */
export function emptyRequest(line: { request: object | null }): void {
  const { request } = line;
  line.request = null;
  for (const key of Reflect.ownKeys(request ?? {})) Reflect.deleteProperty(request ?? {}, key);
}
