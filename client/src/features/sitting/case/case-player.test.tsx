import { noWork } from "@kompeten/shared/attempt";
import { casePaper } from "@kompeten/shared/paper";
import { act, screen, within } from "@testing-library/react";
import { beforeAll, expect, it } from "vitest";
import { SessionContext, type SessionView } from "../../../api/session.ts";
import { startI18n } from "../../../app/i18n/index.ts";
import { renderUi } from "../../../test/render.tsx";
import { words } from "../../../words/words.ts";
import type { AttemptSession } from "../session/attempt-session.ts";
import { firstState } from "../session/session-state.ts";
import { AttemptContext } from "../session/use-attempt-session.ts";
import CasePlayer from "./case-player.tsx";

const paper = casePaper.parse({
  kind: "case",
  scenario: [{ type: "text", text: "Anda Kepala Bidang." }],
  exhibits: [{ id: "e1", title: "Lampiran 1", body: [{ type: "text", text: "Isi lampiran" }] }],
  questions: [{ id: "q1", interaction: "extended-text", prompt: "Apa saran Anda?", minWords: 100, maxWords: 200 }],
});

beforeAll(async () => {
  await startI18n("id");
  await words.load("case");
}, 60_000);

it("has on a narrow screen what one was at work in on a wide one: a dialog over the answers stays", async () => {
  const session = { attemptId: "a1", do: () => {}, flush: () => {}, draft: () => {} } as unknown as AttemptSession;
  await renderUi(
    <SessionContext value={{ agency: { timeZone: "Asia/Jakarta" } } as SessionView}>
      <AttemptContext value={{ session, state: { ...firstState, work: noWork } }}>
        <CasePlayer paper={paper} place={null} />
      </AttemptContext>
    </SessionContext>,
  );
  const tabs = within(screen.getByRole("navigation", { name: "Bagian kasus" }));
  const shown = () => tabs.getAllByRole("button").find((tab) => tab.getAttribute("aria-current") === "page")?.textContent;
  expect(shown()).toBe("Berkas kasus");
  act(() => screen.getByRole("button", { name: /Riwayat simpanan/ }).focus());
  expect(shown()).toBe("Jawaban");
  act(() => screen.getByRole("searchbox").focus());
  expect(shown()).toBe("Berkas kasus");
});
