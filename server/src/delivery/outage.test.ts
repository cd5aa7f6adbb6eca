import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Span } from "@kompeten/shared/attempt";
import { compensatedMs, lostSpans, ranSpans, totalMs } from "./outage.rules.ts";

const span = (fromMs: number, toMs: number): Span => ({ fromMs, toMs });
const hour = span(0, 3600);

describe("[T5] what an outage cost", () => {
  it.each([
    ["nobody who stayed connected", { ran: [hour], contacts: [span(0, 3600)], compensated: [] }, []],
    ["the gap between two connections", { ran: [hour], contacts: [span(0, 1000), span(1600, 3600)], compensated: [] }, [span(1000, 1600)]],
    ["nothing that another device bridged", { ran: [hour], contacts: [span(0, 1000), span(900, 1700), span(1600, 3600)], compensated: [] }, []],
    ["nothing before the start", { ran: [span(1200, 3600)], contacts: [span(0, 1000), span(1600, 3600)], compensated: [] }, [span(1200, 1600)]],
    ["nothing of a pause", { ran: [span(0, 1100), span(1400, 3600)], contacts: [span(0, 1000), span(1600, 3600)], compensated: [] }, [span(1000, 1100), span(1400, 1600)]],
    ["nothing a second time", { ran: [hour], contacts: [span(0, 1000), span(1600, 3600)], compensated: [span(1100, 1500)] }, [span(1000, 1100), span(1500, 1600)]],
    ["all of it without any connection", { ran: [hour], contacts: [], compensated: [] }, [hour]],
    ["nothing of an attempt that never ran", { ran: [], contacts: [], compensated: [] }, []],
  ])("credits %s", (_, evidence, lost) => expect(lostSpans(hour, evidence)).toEqual(lost));

  it("stays inside the interval chosen", () => {
    expect(lostSpans(span(1200, 1300), { ran: [hour], contacts: [span(0, 1000)], compensated: [] })).toEqual([span(1200, 1300)]);
    expect(compensatedMs(span(1200, 1300), [span(0, 1250)])).toBe(50);
  });

  const spans = fc.array(fc.tuple(fc.nat(60), fc.nat(20)).map(([fromMs, ms]) => span(fromMs, fromMs + ms)), { maxLength: 8 });
  const covers = (list: readonly Span[], ms: number) => list.some(({ fromMs, toMs }) => fromMs <= ms && ms < toMs);

  it("is, for each moment, exactly: inside, running, out of reach, not yet given", () => {
    fc.assert(
      fc.property(spans, spans, spans, fc.nat(40), fc.nat(40), (ran, contacts, compensated, fromMs, ms) => {
        const interval = span(fromMs, fromMs + ms);
        const lost = lostSpans(interval, { ran, contacts, compensated });
        for (let at = 0; at < 100; at++) {
          expect(covers(lost, at)).toBe(covers([interval], at) && covers(ran, at) && !covers(contacts, at) && !covers(compensated, at));
        }
        expect(totalMs(lost)).toBeLessThanOrEqual(ms);
      }),
    );
  });

  it("gives nothing more once given, however the intervals of the two compensations lie", () => {
    fc.assert(
      fc.property(spans, spans, fc.nat(40), fc.nat(40), fc.nat(40), fc.nat(40), (ran, contacts, from1, ms1, from2, ms2) => {
        const first = lostSpans(span(from1, from1 + ms1), { ran, contacts, compensated: [] });
        const second = lostSpans(span(from2, from2 + ms2), { ran, contacts, compensated: first });
        const both = lostSpans(span(0, 200), { ran, contacts, compensated: [] });
        expect(first.some((one) => second.some((two) => one.fromMs < two.toMs && two.fromMs < one.toMs))).toBe(false);
        expect(totalMs(first) + totalMs(second)).toBeLessThanOrEqual(totalMs(both));
      }),
    );
  });
});

describe("[T5] when a clock ran", () => {
  it.each([
    ["until now", [{ kind: "started", body: { startedAtMs: 10 } }], [span(10, 100)]],
    ["without its pauses", [{ kind: "started", body: { startedAtMs: 10 } }, { kind: "paused", body: { pausedAtMs: 20 } }, { kind: "resumed", body: { ms: 30 } }], [span(10, 20), span(50, 100)]],
    ["not while it is paused", [{ kind: "started", body: { startedAtMs: 10 } }, { kind: "paused", body: { pausedAtMs: 20 } }], [span(10, 20)]],
    ["until its end", [{ kind: "started", body: { startedAtMs: 10 } }, { kind: "ended", atMs: 40 }], [span(10, 40)]],
    ["never, if it was not started", [], []],
  ] as const)("%s", (_, entries, spans) => expect(ranSpans(entries, 100)).toEqual(spans));
});
