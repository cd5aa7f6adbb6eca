import type { ActionSave } from "@kompeten/shared/contracts/action-saves";
import { expect, it } from "vitest";
import { savesOfStep, writtenIn } from "./step-saves.rules.ts";

const save = (seq: number): ActionSave => ({ seq, atSeconds: seq, withdrawn: false, content: { type: "note", text: `${seq}` } });
const step = (fromSeq: number, toSeq: number) => ({ actionId: "a", fromSeq, toSeq });

it("finds what stood before a step and every save within it, and nothing before the action's first", () => {
  const saves = [3, 4, 9, 12].map(save);
  expect(savesOfStep(saves, step(4, 9))).toEqual({ before: save(3), within: [save(4), save(9)] });
  expect(savesOfStep(saves, step(3, 3))).toEqual({ before: undefined, within: [save(3)] });
});

it.each<[ActionSave["content"], string]>([
  [{ type: "reply", to: "o1", text: "Baik." }, "Baik."],
  [{ type: "delegate", to: "o1", instruction: "Siapkan.", due: null }, "Siapkan."],
  [{ type: "schedule", title: "Rapat", start: "2026-11-10T09:00", end: "2026-11-10T10:00", place: null }, "Rapat"],
  [{ type: "file", reason: null }, ""],
  [{ type: "postpone", until: null, reason: "Nanti." }, "Nanti."],
  [{ type: "link", documents: ["d1"], note: "Sama." }, "Sama."],
  [{ type: "memo", priorities: [{ documentId: "d1", reason: "Segera" }], text: "Sekian." }, "Sekian."],
  [{ type: "prioritise", urgency: "high", importance: null }, ""],
])("what is written at length in %o is %o", (content, written) => expect(writtenIn(content)).toBe(written));
