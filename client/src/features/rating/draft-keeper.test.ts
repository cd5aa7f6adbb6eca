import type { RatingDraftBody, RatingSheetView } from "@kompeten/shared/contracts/scoring";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { DraftKeeper } from "./draft-keeper.ts";

const empty: RatingSheetView = { state: "draft", version: 0, savedAt: null, submittedAt: null, ratings: [] };
const conflict = new Error("changed-meanwhile");

function keeper(answers: (number | Error)[] = []) {
  const sent: RatingDraftBody[] = [];
  const send = async (body: RatingDraftBody) => {
    sent.push(body);
    const answer = answers.shift() ?? body.version + 1;
    if (answer instanceof Error) throw answer;
    return { version: answer, savedAt: "2026-11-23T03:32:05.000Z" };
  };
  return { sent, draft: new DraftKeeper(empty, send, { isConflict: (error) => error === conflict }) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("sends once, a second after the last change, and says saved only from the answer", async () => {
  const { sent, draft } = keeper();
  draft.change("M.01", { note: "Me" });
  await vi.advanceTimersByTimeAsync(900);
  draft.change("M.01", { note: "Menolak" });
  expect(draft.current().save.kind).toBe("waiting");
  await vi.advanceTimersByTimeAsync(1000);
  expect(sent).toEqual([{ version: 0, ratings: [{ competency: "M.01", level: null, note: "Menolak" }] }]);
  expect(draft.current().save).toEqual({ kind: "saved", at: "2026-11-23T03:32:05.000Z" });
  expect(draft.unsaved).toBe(false);
});

it("names the version of the last answer", async () => {
  const { sent, draft } = keeper([7]);
  draft.change("M.01", { level: 3 });
  await draft.flush();
  draft.change("M.01", { level: 4 });
  await draft.flush();
  expect(sent.map((body) => body.version)).toEqual([0, 7]);
});

it("keeps what could not be sent and tries again", async () => {
  const { sent, draft } = keeper([new Error("no line")]);
  draft.change("M.01", { level: 3 });
  await vi.advanceTimersByTimeAsync(1000);
  expect(draft.current().save.kind).toBe("failed");
  expect(draft.unsaved).toBe(true);
  await vi.advanceTimersByTimeAsync(5000);
  expect(sent).toHaveLength(2);
  expect(draft.current().save.kind).toBe("saved");
});

it("stops when the sheet was changed in another window", async () => {
  const { sent, draft } = keeper([conflict]);
  draft.change("M.01", { level: 3 });
  expect(await draft.flush()).toBe(false);
  draft.change("M.01", { level: 4 });
  await vi.advanceTimersByTimeAsync(20_000);
  expect(sent).toHaveLength(1);
  expect(draft.current().save.kind).toBe("conflict");
});

it("sends what was written while an answer was on its way", async () => {
  const { sent, draft } = keeper();
  draft.change("M.01", { level: 3 });
  const flushed = draft.flush();
  draft.change("M.02", { level: 2 });
  expect(await flushed).toBe(true);
  expect(sent.at(-1)?.ratings).toHaveLength(2);
  expect(draft.unsaved).toBe(false);
});
