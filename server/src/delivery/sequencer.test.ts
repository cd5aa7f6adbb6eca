import { describe, expect, it } from "vitest";
import { Sequencer } from "./sequencer.ts";

const gate = () => {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
};

describe("the sequencer", () => {
  it("runs one attempt's work in order and another's beside it, failures included", async () => {
    const sequencer = new Sequencer(10);
    const { opened, open } = gate();
    const done: string[] = [];
    const first = sequencer.run("a", 1, async () => {
      await opened;
      done.push("a1");
      throw new Error("a1 failed");
    });
    const second = sequencer.run("a", 1, async () => done.push("a2"));
    await sequencer.run("b", 1, async () => done.push("b1"));
    expect(done).toEqual(["b1"]);
    open();
    await expect(first).rejects.toThrow("a1 failed");
    await second;
    expect(done).toEqual(["b1", "a1", "a2"]);
  });

  it("is busy past its bound, and takes even a large load when nothing waits", async () => {
    const sequencer = new Sequencer(2);
    const { opened, open } = gate();
    const first = sequencer.run("a", 50, () => opened);
    expect(await sequencer.run("a", 1, async () => 1)).toEqual({ ok: false, refusal: "busy" });
    open();
    await first;
    expect(await sequencer.run("a", 1, async () => 1)).toEqual({ ok: true, value: 1 });
  });

  it("forgets those who do not wait when there are too many, and nobody who does", async () => {
    const sequencer = new Sequencer(2, 3);
    const { opened, open } = gate();
    const waiting = sequencer.run("a", 2, () => opened);
    for (const key of ["b", "c", "d"]) await sequencer.run(key, 1, async () => key);
    expect(sequencer.size).toBe(2);
    expect(await sequencer.run("a", 1, async () => 1)).toEqual({ ok: false, refusal: "busy" });
    open();
    await waiting;
  });
});
