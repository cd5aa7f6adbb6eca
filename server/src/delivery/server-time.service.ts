import { Injectable } from "@nestjs/common";
import { Clock } from "../platform/index.ts";

/**
 * T2: the one clock is the database's, because several web processes on several machines share it. This process knows its own
 * offset from it, measured at every reading of an attempt and once a second by the closing worker.
 */
@Injectable()
export class ServerTime {
  private offsetMs = 0;

  constructor(private readonly clock: Clock) {}

  nowMs(): number {
    return Math.round(this.clock.now().getTime() + this.offsetMs);
  }

  /** The database said `databaseMs` to a question asked at `askedMs` by our own clock; the middle of the way is assumed. */
  observe(databaseMs: number, askedMs: number): void {
    this.offsetMs = databaseMs - (askedMs + this.ownMs()) / 2;
  }

  ownMs(): number {
    return this.clock.now().getTime();
  }
}
