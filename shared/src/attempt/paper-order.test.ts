import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CasePaper, InBasketPaper, TestPaper } from "../paper/paper.ts";
import { orderPaper } from "./order-paper.ts";
import { misfit, outlineOf } from "./outline.ts";

const item = (id: string, interaction: "choice" | "best-worst" = "choice", shuffleOptions = true) => ({ id, interaction, prompt: id, shuffleOptions, options: ["a", "b", "c", "d"].map((option) => ({ id: option, text: option })) });
const test: TestPaper = {
  kind: "test",
  sections: [
    { id: "one", title: "One", instructions: [{ type: "text", text: "…" }], shuffleItems: true, items: Array.from({ length: 12 }, (_, index) => item(`i${index}`)) },
    { id: "two", title: "Two", instructions: [{ type: "text", text: "…" }], shuffleItems: false, items: [item("fixed", "best-worst", false), item("free")] },
  ],
};
const desk = { kind: "in-basket", documents: [{ id: "d01", arrivesAfterSeconds: 0 }, { id: "d02", arrivesAfterSeconds: 600 }] } as unknown as InBasketPaper;
const questions = { kind: "case", exhibits: [{ id: "e1" }], questions: [{ id: "q1", interaction: "extended-text" }] } as unknown as CasePaper;
const ids = (paper: TestPaper) => paper.sections.map((section) => section.items.map((one) => one.id));

describe("the order of a paper", () => {
  it("is the same at every reload", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(orderPaper(test, seed)).toEqual(orderPaper(structuredClone(test), seed));
      }),
    );
  });

  it("loses and adds nothing, and keeps to what the paper allows", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const ordered = orderPaper(test, seed);
        expect(ids(ordered).map((section) => section.toSorted())).toEqual(ids(test).map((section) => section.toSorted()));
        for (const one of ordered.sections.flatMap((section) => section.items)) expect("options" in one && one.options.map((option) => option.id).toSorted()).toEqual(["a", "b", "c", "d"]);
        expect(ordered.sections[1]?.items[0]).toEqual(test.sections[1]?.items[0]);
      }),
    );
  });

  it("of an item's options does not depend on the other items", () => {
    const [first] = test.sections;
    if (!first) throw new Error("no section");
    const alone = orderPaper({ ...test, sections: [{ ...first, items: first.items.slice(3, 4) }] }, 99).sections[0]?.items[0];
    expect(orderPaper(test, 99).sections[0]?.items.find((one) => one.id === alone?.id)).toEqual(alone);
  });

  it("differs between attempts", () => {
    const orders = new Set(Array.from({ length: 20 }, (_, seed) => ids(orderPaper(test, seed)).join()));
    expect(orders.size).toBeGreaterThan(15);
  });
});

describe("what fits a paper", () => {
  const respond = (itemId: string, response: Parameters<typeof misfit>[1] extends infer C ? (C extends { kind: "respond"; response: infer R } ? R : never) : never) => ({ kind: "respond", itemId, response }) as const;
  it.each([
    ["an option of the item", test, respond("i1", { interaction: "choice", optionId: "a" }), undefined],
    ["an answer taken back", test, respond("i1", { interaction: "choice", optionId: null }), undefined],
    ["no option of another paper", test, respond("i1", { interaction: "choice", optionId: "z" }), "does-not-fit"],
    ["no item of another paper", test, respond("q9", { interaction: "choice", optionId: "a" }), "unknown-item"],
    ["no other interaction", test, respond("i1", { interaction: "extended-text", text: "…" }), "does-not-fit"],
    ["half a best–worst answer", test, respond("fixed", { interaction: "best-worst", best: "a", worst: null }), undefined],
    ["not the same option as best and worst", test, respond("fixed", { interaction: "best-worst", best: "a", worst: "a" }), "does-not-fit"],
    ["text to a question", questions, respond("q1", { interaction: "extended-text", text: "…" }), undefined],
    ["an action on a document that is there", desk, { kind: "act", action: { actionId: "x", documentId: "d01", type: "note", text: "…" } } as const, undefined],
    ["an action from the desk itself", desk, { kind: "act", action: { actionId: "x", documentId: null, type: "note", text: "…" } } as const, undefined],
    ["no action on a document that has not arrived", desk, { kind: "act", action: { actionId: "x", documentId: "d02", type: "note", text: "…" } } as const, "does-not-fit"],
    ["no action in a test", test, { kind: "act", action: { actionId: "x", documentId: null, type: "note", text: "…" } } as const, "does-not-fit"],
    ["no visit to a document that has not arrived", desk, { kind: "visit", itemId: "d02" } as const, "unknown-item"],
    ["a highlight in an exhibit", questions, { kind: "act", action: { actionId: "a", documentId: "e1", type: "annotate", from: 0, quote: "x", colour: "yellow", note: "" } } as const, undefined],
    ["no highlight in what is no exhibit", questions, { kind: "act", action: { actionId: "a", documentId: "e9", type: "annotate", from: 0, quote: "x", colour: "yellow", note: "" } } as const, "does-not-fit"],
    ["no highlight at a desk", desk, { kind: "act", action: { actionId: "a", documentId: "d01", type: "annotate", from: 0, quote: "x", colour: "yellow", note: "" } } as const, "does-not-fit"],
    ["no letter in a case", questions, { kind: "act", action: { actionId: "a", documentId: "e1", type: "note", text: "x" } } as const, "does-not-fit"],
    ["a link to a document that has arrived", desk, { kind: "act", action: { actionId: "a", documentId: "d01", type: "link", documents: ["d01"], note: "" } } as const, undefined],
    ["a link to what has not", desk, { kind: "act", action: { actionId: "a", documentId: "d01", type: "link", documents: ["d02"], note: "" } } as const, "does-not-fit"],
    ["a memo that ranks what has not arrived", desk, { kind: "act", action: { actionId: "a", documentId: null, type: "memo", priorities: [{ documentId: "d01", reason: "" }, { documentId: "d02", reason: "" }], text: "" } } as const, "does-not-fit"],
    ["a task from the desk itself", desk, { kind: "act", action: { actionId: "a", documentId: null, type: "todo", text: "x", done: false } } as const, undefined],
  ])("%s", (_, paper, command, expected) => expect(misfit(outlineOf(paper), command, 599_999)).toBe(expected));

  it("lets a late document be acted on once it has arrived", () => expect(misfit(outlineOf(desk), { kind: "visit", itemId: "d02" }, 600_000)).toBeUndefined());
});
