import { noWork, type Response, type Work } from "@kompeten/shared/attempt";
import type { FormItem, FormPaper } from "@kompeten/shared/paper";
import { describe, expect, it } from "vitest";
import { isComplete, itemState, progressOf, sectionOf } from "./form.rules.ts";
import { movedAt } from "../interactions/order.rules.ts";

const line = (id: string, required: boolean): FormItem => ({ interaction: "text-entry", id, prompt: id, format: "text", units: [], required });
const rows = (required: boolean): FormItem => ({ interaction: "rows", id: "baris", prompt: "Baris", required, rowName: "Baris", minRows: 1, maxRows: 3, columns: [{ id: "a", label: "A", format: "text", required: true }] });
const likert: FormItem = { interaction: "likert", id: "skala", prompt: "Skala", required: true, shuffleOptions: false, statements: [{ id: "p1", text: "1" }, { id: "p2", text: "2" }], scale: [{ id: "s1", text: "tidak" }, { id: "s2", text: "ya" }] };
const text = (value: string): Response => ({ interaction: "text-entry", text: value, unit: null });
const row = (...values: string[]): Response => ({ interaction: "rows", rows: values.map((a, index) => ({ id: `b${index}`, cells: { a } })) });
const workOf = (responses: Record<string, Response>): Work => ({ ...noWork, responses });

describe("itemState", () => {
  it.each<[string, FormItem, Response | undefined, ReturnType<typeof itemState>]>([
    ["asked for and empty", line("x", true), undefined, "missing"],
    ["asked for and taken back", line("x", true), text("  "), "missing"],
    ["written", line("x", true), text("A"), "done"],
    ["may stay empty", line("x", false), undefined, "free"],
    ["a row that lacks something", rows(false), row("A", ""), "begun"],
    ["whole rows", rows(true), row("A", "B"), "done"],
    ["all rows taken away", rows(true), row(), "missing"],
    ["half a scale", likert, { interaction: "likert", chosen: { p1: "s1", p2: null } }, "begun"],
    ["a whole scale", likert, { interaction: "likert", chosen: { p1: "s1", p2: "s2" } }, "done"],
  ])("%s", (_, item, response, expected) => {
    expect(itemState(item, response)).toBe(expected);
  });
});

describe("progressOf", () => {
  it("counts what is asked for, and what may stay empty only once it is begun", () => {
    const items = [line("x", true), line("y", false), rows(false)];
    expect(progressOf(items, noWork)).toMatchObject({ wanted: 1, done: 0, open: [{ id: "x" }] });
    expect(progressOf(items, workOf({ x: text("A"), baris: row("") }))).toMatchObject({ wanted: 2, done: 1, open: [{ id: "baris" }] });
    expect(isComplete(progressOf(items, workOf({ x: text("A") })))).toBe(true);
    expect(progressOf([line("y", false)], noWork)).toEqual({ wanted: 0, done: 0, open: [] });
  });
});

it("a place in the form is found by its entry, and an unknown one is the beginning", () => {
  const paper: FormPaper = { kind: "form", sections: [{ id: "a", title: "A", items: [line("x", true)] }, { id: "b", title: "B", items: [line("y", false)] }] };
  expect([sectionOf(paper, "y"), sectionOf(paper, "gone"), sectionOf(paper, null)]).toEqual([1, 0, 0]);
});

it("a row moves by one place and stops at the ends", () => {
  expect(movedAt(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
  expect(movedAt(["a", "b"], 1, 1)).toEqual(["a", "b"]);
  expect(movedAt(["a", "b"], 0, -1)).toEqual(["a", "b"]);
});
