import { noWork, type Work } from "@kompeten/shared/attempt";
import type { InBasketPaper } from "@kompeten/shared/paper";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Content, emptyContent, type FormType, isBlank, isComplete, recipients } from "./actions.rules.ts";
import { byDay, type CalendarEntry, calendarEntries, conflicts } from "./calendar.rules.ts";

const entry = (id: string, start: string, end: string): CalendarEntry => ({ id, title: id, start: `2026-11-${start}`, end: `2026-11-${end}`, place: null, movable: true, own: false });
const calendar = [entry("visit", "09T10:00", "12T20:00"), entry("hearing", "09T13:00", "09T15:00"), entry("ceremony", "13T07:30", "13T09:00")];
const span = (start: string, end: string, id?: string) => ({ start: `2026-11-${start}`, end: `2026-11-${end}`, ...(id ? { id } : {}) });

describe("conflicts", () => {
  it.each([
    ["within two", span("09T13:30", "09T14:00"), ["visit", "hearing"]],
    ["ends as one begins", span("09T09:00", "09T10:00"), []],
    ["begins as one ends", span("13T09:00", "13T10:00"), []],
    ["on a day in the middle of a journey", span("11T08:00", "11T09:00"), ["visit"]],
    ["around one", span("13T07:00", "13T10:00"), ["ceremony"]],
    ["is not in conflict with itself", span("13T07:30", "13T09:00", "ceremony"), []],
    ["ends before it begins", span("13T09:00", "13T07:00"), []],
  ])("a span that %s", (_name, wished, ids) => {
    expect(conflicts(calendar, wished).map((one) => one.id)).toEqual(ids);
  });

  it("are mutual", () => {
    const time = fc.integer({ min: 0, max: 23 }).map((hour) => `09T${String(hour).padStart(2, "0")}:00`);
    fc.assert(
      fc.property(time, time, time, time, (a, b, c, d) => {
        const [one, other] = [entry("one", a, b), entry("other", c, d)];
        if (a >= b || c >= d) return;
        expect(conflicts([one], other).length).toBe(conflicts([other], one).length);
      }),
    );
  });
});

describe("the calendar", () => {
  const paper = { calendar: [{ id: "c1", title: "Rapat", start: "2026-11-10T09:00", end: "2026-11-10T10:00", movable: false }] } as unknown as InBasketPaper;
  const action = (actionId: string, start: string, withdrawn = false) => ({ actionId, documentId: null, firstAtMs: 0, lastAtMs: 0, revisions: 0, withdrawn, content: { type: "schedule" as const, title: "Temu", start, end: "2026-11-10T23:00", place: null } });
  const work: Work = { ...noWork, actions: [action("a1", "2026-11-09T08:00"), action("a2", "2026-11-10T08:00", true), action("a3", "2026-11-10T08:30")] };

  it("holds the paper's entries and one's own, without those taken back, by time", () => {
    expect(calendarEntries(paper, work).map(({ id, own }) => [id, own])).toEqual([["a1", true], ["a3", true], ["c1", false]]);
    expect(byDay(calendarEntries(paper, work)).map(({ day, entries }) => [day, entries.length])).toEqual([["2026-11-09", 1], ["2026-11-10", 2]]);
  });
});

describe("an action", () => {
  it("is complete once it says what it has to", () => {
    expect(isComplete({ type: "reply", to: "o02", text: " " })).toBe(false);
    expect(isComplete({ type: "delegate", to: "", instruction: "Siapkan", due: null })).toBe(false);
    expect(isComplete({ type: "delegate", to: "o02", instruction: "Siapkan", due: null })).toBe(true);
    expect(isComplete({ type: "schedule", title: "Rapat", start: "2026-11-10T10:00", end: "2026-11-10T10:00", place: null })).toBe(false);
    expect(isComplete({ type: "forward", to: "o02", text: "" })).toBe(true);
    expect(isComplete({ type: "file", reason: null })).toBe(true);
  });

  it("is blank while it says no more than what it began with: a recipient filled in for the candidate is nothing, whatever else is entered is something", () => {
    const begun = (type: FormType) => emptyContent(type, "o02", "2026-11-09");
    const after = (type: FormType, entered: object) => isBlank({ ...begun(type), ...entered } as Content, begun(type));
    for (const type of ["reply", "forward", "delegate", "schedule", "decide", "note", "ask", "escalate", "postpone", "link"] as const) expect([type, after(type, {})]).toEqual([type, true]);
    expect(after("reply", { to: "", text: " " })).toBe(true);
    expect(after("reply", { to: "o03" })).toBe(false);
    expect(after("forward", { to: "o02" })).toBe(false);
    expect(after("delegate", { due: "2026-11-10T10:00" })).toBe(false);
    expect(after("schedule", { start: "2026-11-09T09:30" })).toBe(false);
    expect(after("schedule", { place: "Aula" })).toBe(false);
    expect(after("postpone", { until: "2026-11-10T10:00" })).toBe(false);
    expect(after("link", { documents: ["d02"] })).toBe(false);
    expect(after("file", {})).toBe(false);
  });
  it("that grades by half is not complete", () => {
    expect(isComplete({ type: "prioritise", urgency: "high", importance: null })).toBe(false);
    expect(isComplete({ type: "prioritise", urgency: "high", importance: "low" })).toBe(true);
  });
});

describe("whom mail can be sent to", () => {
  const person = (id: string, position: string) => ({ id, name: id, position });
  const paper = { scenario: { role: "Kepala Bidang" }, organisationChart: [person("o1", "Kepala Dinas"), person("o2", "Kepala Bidang"), person("o3", "Kepala Bidang Rehabilitasi")] } as unknown as InBasketPaper;
  const to = (chosen: string) => recipients(paper, chosen).map(({ id }) => id);

  it("is everybody but the role the candidate plays", () => {
    expect(to("")).toEqual(["o1", "o3"]);
  });
  it("is still seen where it was chosen before", () => {
    expect(to("o2")).toEqual(["o1", "o2", "o3"]);
  });
});
