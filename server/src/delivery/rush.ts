import { Injectable } from "@nestjs/common";

const spanMs = 250;
/** Deeds of candidates in a span, past which they are many: 200 a second. */
const manyInSpan = 50;

/** Whether candidates are asking much of this process right now: what can wait then waits a little. */
@Injectable()
export class Rush {
  private spanStartMs = 0;
  private count = 0;
  private before = 0;

  note(deeds = 1): void {
    this.turn();
    this.count += deeds;
  }

  get isOn(): boolean {
    this.turn();
    return Math.max(this.count, this.before) >= manyInSpan;
  }

  private turn(): void {
    const spans = Math.floor((performance.now() - this.spanStartMs) / spanMs);
    if (spans < 1) return;
    this.before = spans === 1 ? this.count : 0;
    this.count = 0;
    this.spanStartMs += spans * spanMs;
  }
}
