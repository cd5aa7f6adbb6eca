import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Operation, operation } from "../contracts/delivery.ts";
import { item as itemSchema, type TestItem } from "../paper/index.ts";
import type { Response } from "./entry.ts";
import { fits, isWhole, partsOf } from "./fits.ts";
import { orderPaper } from "./order-paper.ts";
import { isAnswered } from "./work.ts";

const options = (ids: string) => ids.split("").map((id) => ({ id, text: id.toUpperCase() }));
const parsed = (item: object): TestItem => itemSchema.parse({ id: "i1", prompt: "?", ...item });
const items = {
  multiple: parsed({ interaction: "multiple-response", options: options("abcd"), minChoices: 2, maxChoices: 3 }),
  order: parsed({ interaction: "order", options: options("abc") }),
  match: parsed({ interaction: "match", sources: options("pq"), targets: options("xyz"), matchMax: 1 }),
  inline: parsed({ interaction: "inline-choice", text: [{ text: "Surat " }, { gap: "g", options: options("ab") }, { gap: "h", options: options("cd") }] }),
  entry: parsed({ interaction: "text-entry", format: "number", units: ["hari", "jam"] }),
  slider: parsed({ interaction: "slider", lowerBound: 0, upperBound: 100, step: 5 }),
  likert: parsed({ interaction: "likert", statements: options("st"), scale: options("12345") }),
  text: parsed({ interaction: "extended-text", maxWords: 100 }),
} as const;

const multiple = (...optionIds: string[]): Response => ({ interaction: "multiple-response", optionIds });
const order = (...optionIds: string[]): Response => ({ interaction: "order", optionIds });
const parts = (interaction: "match" | "inline-choice" | "likert", chosen: Record<string, string | null>): Response => ({ interaction, chosen });
const entry = (text: string, unit: string | null = null): Response => ({ interaction: "text-entry", text, unit });
const slider = (value: number | null): Response => ({ interaction: "slider", value });

describe("what fits an item, and what counts as a whole answer", () => {
  it.each<[string, keyof typeof items, Response, boolean, boolean]>([
    ["nothing chosen yet", "multiple", multiple(), true, false],
    ["fewer than the least", "multiple", multiple("a"), true, false],
    ["enough", "multiple", multiple("a", "c"), true, true],
    ["more than the most", "multiple", multiple("a", "b", "c", "d"), false, true],
    ["the same twice", "multiple", multiple("a", "a"), false, true],
    ["an option of another item", "multiple", multiple("a", "z"), false, true],
    ["no order yet", "order", order(), true, false],
    ["a whole order", "order", order("c", "a", "b"), true, true],
    ["half an order", "order", order("c"), false, true],
    ["an order with one twice", "order", order("c", "c", "a"), false, true],
    ["half matched", "match", parts("match", { p: "x", q: null }), true, false],
    ["matched", "match", parts("match", { p: "x", q: "z" }), true, true],
    ["one target for more than it may take", "match", parts("match", { p: "x", q: "x" }), false, true],
    ["a source left out", "match", parts("match", { p: "x" }), false, true],
    ["a source of another item", "match", parts("match", { p: "x", constructor: "y" }), false, true],
    ["a target that is a source", "match", parts("match", { p: "q", q: null }), false, false],
    ["gaps filled", "inline", parts("inline-choice", { g: "a", h: "c" }), true, true],
    ["a gap filled from another list", "inline", parts("inline-choice", { g: "c", h: null }), false, false],
    ["statements rated alike", "likert", parts("likert", { s: "5", t: "5" }), true, true],
    ["the response of another interaction of the same shape", "likert", parts("match", { s: "5", t: "5" }), false, true],
    ["a number without its unit", "entry", entry("3"), true, false],
    ["a number with its unit", "entry", entry("3", "hari"), true, true],
    ["a unit nobody offered", "entry", entry("3", "tahun"), false, true],
    ["only spaces", "entry", entry("  ", "hari"), true, false],
    ["not moved yet", "slider", slider(null), true, false],
    ["at the bound", "slider", slider(100), true, true],
    ["beyond it", "slider", slider(105), false, true],
    ["between two steps", "slider", slider(52), false, true],
    ["text in a test", "text", { interaction: "extended-text", text: "…" }, true, true],
    ["another interaction", "text", slider(5), false, true],
  ])("%s (%s)", (_, name, response, fit, whole) => {
    expect([fits(items[name], response), isWhole(items[name], response)]).toEqual([fit, whole]);
  });

  it("an answer that is whole for its item says something by itself", () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(items)), responses, (item, response) => {
        expect(isWhole(item, response) && !isAnswered(response)).toBe(false);
      }),
    );
  });

  it("what fits passes the contract, and the contract changes nothing of it", () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(items)), responses, (item, response) => {
        fc.pre(fits(item, response));
        const sent: Operation = { opId: "0190f0a0-0000-7000-8000-000000000000", kind: "respond", itemId: item.id, response: structuredClone(response) as never };
        expect(operation.parse(sent)).toEqual(sent);
      }),
      { numRuns: 500 },
    );
  });
});

const id = fc.constantFrom("a", "b", "c", "x", "y", "p", "q");
const chosenOf = (item: TestItem) => ("sources" in item || "text" in item || "scale" in item ? fc.record(Object.fromEntries(partsOf(item).map((part) => [part.id, fc.constantFrom(null, ...part.optionIds)]))) : fc.constant({}));
const responses: fc.Arbitrary<Response> = fc.oneof(
  fc.array(id, { maxLength: 4 }).map((ids) => multiple(...ids)),
  fc.shuffledSubarray(["a", "b", "c"]).map((ids) => order(...ids)),
  chosenOf(items.match).map((chosen) => parts("match", chosen)),
  chosenOf(items.inline).map((chosen) => parts("inline-choice", chosen)),
  chosenOf(items.likert).map((chosen) => parts("likert", chosen)),
  fc.tuple(fc.string({ maxLength: 10 }), fc.constantFrom(null, "hari", "jam")).map(([text, unit]) => entry(text, unit)),
  fc.option(fc.integer({ min: -10, max: 110 })).map((value) => slider(value)),
);

describe("the order of what can be chosen", () => {
  const paper = { kind: "test" as const, sections: [{ id: "one", title: "One", instructions: [{ type: "text" as const, text: "…" }], shuffleItems: false, items: Object.values(items) }] };
  const ordered = (seed: number) => orderPaper(paper, seed).sections[0]?.items ?? [];

  it("never changes a scale, and gives every part what it had", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        ordered(seed).forEach((item, index) => {
          const before = paper.sections[0]?.items[index] as TestItem;
          if (item.interaction === "likert") expect(item.scale).toEqual((before as typeof item).scale);
          if (!("sources" in item || "text" in item || "scale" in item) || !("sources" in before || "text" in before || "scale" in before)) return;
          const sorted = (one: typeof item) => partsOf(one).map((part) => ({ ...part, optionIds: part.optionIds.toSorted() })).sort((a, b) => (a.id < b.id ? -1 : 1));
          expect(sorted(item)).toEqual(sorted(before));
        });
      }),
    );
  });

  it("differs between attempts", () => expect(new Set(Array.from({ length: 30 }, (_, seed) => JSON.stringify(ordered(seed)))).size).toBeGreaterThan(20));
});
