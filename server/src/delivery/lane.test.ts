import { describe, expect, it } from "vitest";
import { Lane } from "./lane.ts";
import type { JournalOperation, JournalOutcome } from "./journal.types.ts";

const operation = (attemptId: string, opId: string) => ({ attemptId, opId }) as JournalOperation;
const limits = { flightsMax: 2, itemsPerFlightMax: 4 };

/** A database that commits when told to. */
function heldDatabase() {
  const statements: { operations: JournalOperation[]; commit: () => void; fail: (error: unknown) => void }[] = [];
  const write = (operations: JournalOperation[]) =>
    new Promise<JournalOutcome[]>((resolve, reject) => {
      statements.push({ operations, fail: reject, commit: () => resolve(operations.map((one) => ({ outcome: "appended" as const, seq: 1, atMs: Number(one.opId) }))) });
    });
  return { statements, write };
}
const soon = () => new Promise((resolve) => setTimeout(resolve, 10));

describe("the lane of an agency", () => {
  it("gathers what arrives together into one statement, sorted by attempt, each group in its order", async () => {
    const { statements, write } = heldDatabase();
    const lane = new Lane<JournalOperation, JournalOutcome>(write, limits);
    const b = lane.take([operation("b", "1"), operation("b", "2")]);
    const a = lane.take([operation("a", "3")]);
    await soon();
    expect(statements.map((one) => one.operations.map((each) => each.opId))).toEqual([["3", "1", "2"]]);
    statements[0]?.commit();
    expect(await a).toEqual([{ outcome: "appended", seq: 1, atMs: 3 }]);
    expect((await b).map((outcome) => "atMs" in outcome && outcome.atMs)).toEqual([1, 2]);
    expect(lane.idle).toBe(true);
  });

  it("waits for the rest of a burst, turn by turn, and not for one without an end", async () => {
    const { statements, write } = heldDatabase();
    const lane = new Lane<JournalOperation, JournalOutcome>(write, { flightsMax: 1, itemsPerFlightMax: 100 });
    const all: Promise<unknown>[] = [];
    for (let turn = 0; turn < 20; turn++) {
      all.push(lane.take([operation(`a${turn}`, String(turn))]));
      await new Promise((resolve) => setImmediate(resolve));
    }
    const [first] = statements;
    expect(first?.operations.length).toBe(6);
    first?.commit();
    await soon();
    statements[1]?.commit();
    await Promise.all(all);
  });

  it("keeps one that comes alone for a turn and no longer, and a full load not at all", async () => {
    const { statements, write } = heldDatabase();
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    const lane = new Lane<JournalOperation, JournalOutcome>(write, { flightsMax: 2, itemsPerFlightMax: 2 });
    const alone = lane.take([operation("a", "1")]);
    await turn();
    expect(statements).toHaveLength(0);
    await turn();
    expect(statements).toHaveLength(1);
    const both = [lane.take([operation("b", "2")]), lane.take([operation("c", "3")])];
    await turn();
    expect(statements).toHaveLength(2);
    for (const statement of statements) statement.commit();
    await Promise.all([alone, ...both]);
  });

  it("[J2] says nothing before the commit", async () => {
    const { statements, write } = heldDatabase();
    let said = false;
    const done = new Lane<JournalOperation, JournalOutcome>(write, limits).take([operation("a", "1")]).then(() => (said = true));
    await soon();
    expect(said).toBe(false);
    statements[0]?.commit();
    await done;
    expect(said).toBe(true);
  });

  it("has at most two statements under way, of bounded size, and sends the rest when one returns", async () => {
    const { statements, write } = heldDatabase();
    const lane = new Lane<JournalOperation, JournalOutcome>(write, limits);
    const all = Promise.all(Array.from({ length: 11 }, (_, index) => lane.take([operation(`a${index}`, String(index))])));
    await soon();
    expect(statements.map((one) => one.operations.length)).toEqual([4, 4]);
    statements[0]?.commit();
    await soon();
    expect(statements.map((one) => one.operations.length)).toEqual([4, 4, 3]);
    for (const statement of statements) statement.commit();
    expect(await all).toHaveLength(11);
  });

  it("waits for the one that is under way, and no longer than it is patient", async () => {
    const { statements, write } = heldDatabase();
    const lane = new Lane<JournalOperation, JournalOutcome>(write, { ...limits, patienceMs: 100 });
    const first = lane.take([operation("a", "1")]);
    await soon();
    const second = lane.take([operation("b", "2")]);
    const third = lane.take([operation("c", "3")]);
    await soon();
    expect(statements).toHaveLength(1);
    statements[0]?.commit();
    await first;
    await soon();
    expect(statements.map((one) => one.operations.length)).toEqual([1, 2]);
    const fourth = lane.take([operation("d", "4")]);
    await new Promise((resolve) => setTimeout(resolve, 130));
    // The second one is stuck: it must not keep the fourth waiting.
    expect(statements.map((one) => one.operations.length)).toEqual([1, 2, 1]);
    for (const statement of statements) statement.commit();
    await Promise.all([second, third, fourth]);
    expect(lane.idle).toBe(true);
  });

  it("has the next one under way before those that are back are told", async () => {
    const { statements, write } = heldDatabase();
    const lane = new Lane<JournalOperation, JournalOutcome>(write, { ...limits, flightsMax: 1 });
    const underWay = lane.take([operation("a", "1")]).then(() => statements.length);
    await soon();
    const next = lane.take([operation("b", "2")]);
    statements[0]?.commit();
    expect(await underWay).toBe(2);
    statements[1]?.commit();
    await next;
  });

  it("lets one attempt's impossible operation fail alone", async () => {
    const write = async (operations: JournalOperation[]): Promise<JournalOutcome[]> => {
      if (operations.some((one) => one.opId === "bad")) throw Object.assign(new Error("raised"), { code: "P0001" });
      return operations.map(() => ({ outcome: "appended", seq: 1, atMs: 1 }));
    };
    const lane = new Lane<JournalOperation, JournalOutcome>(write, limits);
    const answers = await Promise.allSettled([lane.take([operation("a", "1")]), lane.take([operation("b", "bad")]), lane.take([operation("c", "2")])]);
    expect(answers.map((answer) => answer.status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });

  it("fails all of a statement when the database is away: nobody knows what was written", async () => {
    const lane = new Lane<JournalOperation, JournalOutcome>(() => Promise.reject(Object.assign(new Error("gone"), { code: "57P01" })), limits);
    const answers = await Promise.allSettled([lane.take([operation("a", "1")]), lane.take([operation("b", "2")])]);
    expect(answers.map((answer) => answer.status)).toEqual(["rejected", "rejected"]);
    expect(lane.idle).toBe(true);
  });
});
