import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../kernel/index.ts";
import type { WorkCommand } from "./command.ts";
import type { Action } from "./entry.ts";
import { editBetween, fingerprint } from "./text-edit.ts";
import { actionCharactersMax, annotationCharactersMax, asEdit, isEditOf, standing, type TextPlace } from "./text-place.ts";
import { noWork, type Work } from "./work.ts";
import { applied } from "./work-draft.ts";

const after = (work: Work, command: WorkCommand): Work => applied(work, command, 0);
const act = (action: object): Extract<WorkCommand, { kind: "act" }> => ({ kind: "act", action: { actionId: "a1", documentId: "d1", ...action } as Action });
const rows = (...cells: Readonly<Record<string, string>>[]): Extract<WorkCommand, { kind: "respond" }> => ({ kind: "respond", itemId: "t1", response: { interaction: "rows", rows: cells.map((one, index) => ({ id: `r${index}`, cells: one })) } });
const answer = (text: string): Extract<WorkCommand, { kind: "respond" }> => ({ kind: "respond", itemId: "e1", response: { interaction: "extended-text", text } });

describe("a text's difference", () => {
  it.each<[string, WorkCommand[], Extract<WorkCommand, { kind: "respond" | "act" }>, object | undefined]>([
    ["of an answer", [answer("Satu")], answer("Satu dua"), { kind: "edit", itemId: "e1" }],
    ["of an answer never written", [], answer("Satu"), { kind: "edit", itemId: "e1" }],
    ["of a letter", [act({ type: "reply", to: "kabid", text: "Siap" })], act({ type: "reply", to: "kabid", text: "Siap, Pak" }), { kind: "edit-action", actionId: "a1" }],
    ["of an instruction", [act({ type: "delegate", to: "kabid", instruction: "Telaah", due: null })], act({ type: "delegate", to: "kabid", instruction: "Telaah dulu", due: null }), { kind: "edit-action", actionId: "a1" }],
    ["of a closing memo", [act({ type: "memo", priorities: [{ documentId: "d1", reason: "darurat" }], text: "" })], act({ type: "memo", priorities: [{ documentId: "d1", reason: "darurat" }], text: "Pertama" }), { kind: "edit-action" }],
    ["not of a letter to somebody else", [act({ type: "reply", to: "kabid", text: "Siap" })], act({ type: "reply", to: "sekda", text: "Siap" }), undefined],
    ["not of another kind of action", [act({ type: "ask", to: "kabid", text: "Siap" })], act({ type: "reply", to: "kabid", text: "Siap" }), undefined],
    ["not of one on another document", [act({ type: "note", text: "Siap" })], act({ type: "note", text: "Siap!", documentId: "d2" }), undefined],
    ["not of a memo with another order", [act({ type: "memo", priorities: [], text: "" })], act({ type: "memo", priorities: [{ documentId: "d1", reason: "" }], text: "" }), undefined],
    ["not of a letter never sent", [], act({ type: "reply", to: "kabid", text: "Siap" }), undefined],
    ["not of one that was withdrawn", [act({ type: "note", text: "Siap" }), act({ type: "withdraw" })], act({ type: "note", text: "Siap!" }), undefined],
    ["not of what has no long text", [act({ type: "prioritise", urgency: null, importance: null })], act({ type: "prioritise", urgency: "high", importance: null }), undefined],
    ["not where the reason was none", [act({ type: "file", reason: null })], act({ type: "file", reason: "arsip" }), undefined],
    ["of one cell", [rows({ place: "Dinas" }, { place: "Badan" })], rows({ place: "Dinas" }, { place: "Badan Pusat" }), { kind: "edit-cell", itemId: "t1", rowId: "r1", columnId: "place" }],
    ["of a cell that was empty", [rows({ place: "Dinas" })], rows({ place: "Dinas", task: "Staf" }), { kind: "edit-cell", columnId: "task" }],
    ["not of two cells", [rows({ place: "Dinas" })], rows({ place: "Badan", task: "Staf" }), undefined],
    ["not of another row", [rows({ place: "Dinas" })], rows({ place: "Dinas" }, {}), undefined],
    ["not of a table never begun", [], rows({ place: "Dinas" }), undefined],
  ])("%s", (_, before, command, expected) => {
    const work = before.reduce(after, noWork);
    const edit = asEdit(work, command);
    if (expected === undefined) return expect(edit).toBeUndefined();
    expect(edit).toMatchObject(expected);
    if (edit) expect(after(work, edit)).toEqual(after(work, command));
  });

  it("leads to the same work as the whole, whatever was written before", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 12 });
    const anyCommand = fc.oneof(
      text.map(answer),
      fc.tuple(fc.constantFrom("kabid", "sekda"), text, fc.constantFrom("reply", "ask")).map(([to, written, type]) => act({ type, to, text: written })),
      fc.constant(act({ type: "withdraw" })),
      fc.array(fc.record({ place: text, task: text }), { maxLength: 3 }).map((cells) => rows(...cells)),
    );
    let edits = 0;
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 8 }), (commands) => {
        let work = noWork;
        for (const command of commands) {
          const edit = asEdit(work, command);
          const whole = after(work, command);
          if (edit) {
            edits++;
            expect(isEditOf(work, edit, edit.edit)).toBe(true);
            if (edit.kind !== "edit") expect(edit.edit.check).toBe(fingerprint(canonicalJson(command.kind === "act" ? command.action : command.kind === "respond" ? command.response : null)));
            expect(after(work, edit)).toEqual(whole);
          }
          work = whole;
        }
      }),
    );
    expect(edits).toBeGreaterThan(20);
  });

  it("[J8] is put upon nothing but what its writer sees beside the text, though another page wrote the very same text", () => {
    const letter = (to: string, text: string) => act({ type: "reply", to, text });
    const table = (place: string, task: string) => rows({ place, task });
    for (const [there, elsewhere, made] of [
      [letter("kabid", "Siap"), letter("sekda", "Siap"), letter("kabid", "Siap, Pak")],
      [table("Dinas", "Staf"), table("Badan", "Staf"), table("Dinas", "Staf ahli")],
    ] as const) {
      const seen = after(noWork, there);
      const edit = asEdit(seen, made);
      expect(edit && [seen, after(seen, elsewhere)].map((work) => isEditOf(work, edit, edit.edit))).toEqual([true, false]);
    }
  });

  it("is none of a text that does not stand there, nor one that would be too long", () => {
    const work = [act({ type: "note", text: "Siap" }), rows({ place: "Dinas" }), act({ type: "annotate", actionId: "h1", from: 0, quote: "x", colour: "green", note: "" })].reduce(after, noWork);
    const [note, highlight, cell] = [{ actionId: "a1" }, { actionId: "h1" }, { itemId: "t1", rowId: "r0", columnId: "place" }];
    const textAt = (place: TextPlace) => standing(work, place)?.text;
    expect([textAt(note), textAt(highlight), textAt(cell), textAt({ ...cell, rowId: "r9" }), textAt({ actionId: "none" }), textAt({ itemId: "t1" })]).toEqual(["Siap", "", "Dinas", undefined, undefined, undefined]);
    expect(isEditOf(work, note, editBetween("Lain", "Lain lagi"))).toBe(false);
    expect(isEditOf(work, { itemId: "t1" }, editBetween("", "x"))).toBe(false);
    const grown = (length: number) => "a".repeat(length);
    const grows = (max: number, command: (text: string) => Parameters<typeof asEdit>[1]) =>
      [max, max + 1].map((length) => {
        const edit = asEdit(work, command(grown(length)));
        return edit && isEditOf(work, edit, edit.edit);
      });
    expect(grows(actionCharactersMax, (text) => act({ type: "note", text }))).toEqual([true, false]);
    expect(grows(annotationCharactersMax, (note) => act({ type: "annotate", actionId: "h1", from: 0, quote: "x", colour: "green", note }))).toEqual([true, false]);
    expect(grows(1000, (place) => rows({ place }))).toEqual([true, false]);
    expect(grows(50_000, answer)).toEqual([true, false]);
  });
});
