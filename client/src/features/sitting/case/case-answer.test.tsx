import { answerCharactersMax, noWork } from "@kompeten/shared/attempt";
import type { CasePaper } from "@kompeten/shared/paper";
import type { Editor } from "@tiptap/core";
import { act, screen } from "@testing-library/react";
import { beforeAll, describe, expect, it } from "vitest";
import { SessionContext, type SessionView } from "../../../api/session.ts";
import { startI18n } from "../../../app/i18n/index.ts";
import { renderUi } from "../../../test/render.tsx";
import { words } from "../../../words/words.ts";
import type { Command } from "../queue/queued-operation.ts";
import type { AttemptSession } from "../session/attempt-session.ts";
import { firstState } from "../session/session-state.ts";
import { AttemptContext } from "../session/use-attempt-session.ts";
import { CaseAnswer } from "./case-answer.tsx";
import { wordAdvice } from "./words.rules.ts";

type Question = CasePaper["questions"][number];
const question: Question = { id: "q1", prompt: "Apa saran Anda?", guidance: null, minWords: 3, maxWords: 5 } as unknown as Question;

beforeAll(async () => {
  await startI18n("id");
  await words.load("case");
  // Fetched lazily by the page, which on a busy machine takes longer than a look for it waits.
  await import("./rich-editor.tsx");
}, 60_000);

/** The answer in its editor, with what was handed to the session. */
async function show(text: string, asked = question) {
  const drafts: string[] = [];
  const draft = (_: string, command: Command) => void (command.kind === "respond" && command.response.interaction === "extended-text" && drafts.push(command.response.text));
  const session = { attemptId: "a1", draft, flush: () => {} } as unknown as AttemptSession;
  const work = { ...noWork, responses: { q1: { interaction: "extended-text" as const, text } } };
  const { container } = await renderUi(
    <SessionContext value={{ agency: { timeZone: "Asia/Jakarta" } } as SessionView}>
      <AttemptContext value={{ session, state: { ...firstState, work } }}>
        <CaseAnswer question={asked} />
      </AttemptContext>
    </SessionContext>,
  );
  const editor = () => (container.querySelector(".ProseMirror") as (Element & { editor: Editor }) | null)?.editor;
  await expect.poll(editor).toBeTruthy();
  const change = (doing: (editor: Editor) => void) => act(() => doing(editor() as Editor));
  return { change, drafts, advice: () => container.querySelector("[data-advice]") };
}

describe("the advice on how many words", () => {
  it.each([[0, "none"], [1, "short"], [2, "short"], [3, "fit"], [5, "fit"], [6, "long"]] as const)("of %i of 3 to 5 is %s", (count, advice) => expect(wordAdvice(count, question)).toBe(advice));

  it("goes with what is written, in words, and never cuts anything off", async () => {
    const { change, drafts, advice } = await show("");
    expect(advice()).toHaveTextContent(/^0 kata · disarankan 3–5 kata$/);
    for (const [added, said] of [["satu dua", "2 kata · disarankan 3–5 kata · kurang dari yang disarankan"], [" tiga", "3 kata · disarankan 3–5 kata"], [" empat lima enam tujuh", "7 kata · disarankan 3–5 kata · lebih dari yang disarankan"]] as const) {
      change((editor) => editor.commands.insertContent(added));
      expect(advice()?.textContent).toBe(said);
    }
    expect(drafts).toEqual(["satu dua", "satu dua tiga", "satu dua tiga empat lima enam tujuh"]);
    expect(screen.getByRole("textbox")).toHaveAccessibleDescription(/7 kata.*lebih dari yang disarankan/);
  });

  it("says only the most there is to be where there is no least", async () => {
    const { advice } = await show("satu", { ...question, minWords: 0 });
    expect(advice()?.textContent).toBe("1 kata · disarankan paling banyak 5 kata");
  });
});

describe("the greatest length of an answer", () => {
  const notice = () => screen.getByRole("status");

  it("is said when it is reached, keeps what was there, and is said no more once there is room again", async () => {
    const { change, drafts } = await show("x".repeat(answerCharactersMax - 3));
    expect(notice()).toBeEmptyDOMElement();
    change((editor) => editor.commands.insertContentAt(1, "abcd"));
    expect(notice()).toHaveTextContent("Batas panjang jawaban tercapai. Persingkat dahulu sebelum menambah tulisan.");
    expect(drafts).toEqual([]);
    change((editor) => editor.commands.insertContentAt(1, "abc"));
    expect(notice()).toBeEmptyDOMElement();
    expect(drafts.map((text) => text.length)).toEqual([answerCharactersMax]);
    change((editor) => editor.commands.insertContentAt(1, "d"));
    expect(notice()).not.toBeEmptyDOMElement();
    change((editor) => editor.commands.deleteRange({ from: 1, to: 11 }));
    expect(notice()).toBeEmptyDOMElement();
    expect(drafts.at(-1)).toHaveLength(answerCharactersMax - 10);
  });
});
