import { applied, noWork, type Response } from "@kompeten/shared/attempt";
import type { FormItem } from "@kompeten/shared/paper";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type ReactNode, useState } from "react";
import { beforeAll, describe, expect, it } from "vitest";
import { startI18n } from "../../../app/i18n/index.ts";
import { renderUi } from "../../../test/render.tsx";
import { words } from "../../../words/words.ts";
import type { Command } from "../queue/queued-operation.ts";
import type { AttemptSession } from "../session/attempt-session.ts";
import { firstState } from "../session/session-state.ts";
import { AttemptContext } from "../session/use-attempt-session.ts";
import { FormField } from "./form-field.tsx";

const positions: FormItem = {
  interaction: "rows", id: "jabatan", prompt: "Jabatan Anda", required: true, rowName: "Jabatan", minRows: 1, maxRows: 3,
  columns: [{ id: "nama", label: "Nama", format: "text", required: true }, { id: "sejak", label: "Sejak", format: "year", required: false }],
};

/** As the session does it: what is done is shown at once. */
function Desk({ done, given, children }: { done: Command[]; given: Response | undefined; children: ReactNode }) {
  const [work, setWork] = useState(given ? { ...noWork, responses: { jabatan: given } } : noWork);
  const take = (command: Command) => {
    done.push(command);
    setWork((before) => applied(before, command, 0));
  };
  const session = { attemptId: "a1", do: take, draft: (_: string, command: Command) => take(command), flush: () => {} } as unknown as AttemptSession;
  return <AttemptContext value={{ session, state: { ...firstState, work } }}>{children}</AttemptContext>;
}

beforeAll(async () => {
  await startI18n("id");
  await words.load("form");
}, 60_000);

async function show(item: FormItem, given?: Response) {
  const done: Command[] = [];
  await renderUi(
    <Desk done={done} given={given}>
      <FormField item={item} />
    </Desk>,
  );
  const response = () => {
    const last = done.at(-1);
    return last?.kind === "respond" ? last.response : undefined;
  };
  const names = () => {
    const now = response();
    return now?.interaction === "rows" ? now.rows.map(({ cells }) => cells["nama"]) : undefined;
  };
  return { response, names, user: userEvent.setup() };
}
const two: Response = { interaction: "rows", rows: [{ id: "b1", cells: { nama: "Camat" } }, { id: "b2", cells: { nama: "Lurah" } }] };
const button = (name: string) => screen.getByRole("button", { name });

describe("rows of a form", () => {
  it("are added and written by keyboard, and a year that is none is said", async () => {
    const { response, user } = await show(positions);
    await user.click(button("Tambah jabatan"));
    await user.keyboard("Camat{Tab}20");
    expect(screen.getByText("Tulis empat angka, misalnya 2019.")).toBeVisible();
    expect(screen.getByRole("textbox", { name: "Sejak" })).toBeInvalid();
    await user.keyboard("19");
    expect(response()).toMatchObject({ interaction: "rows", rows: [{ cells: { nama: "Camat", sejak: "2019" } }] });
  });

  it("move by one place, keep the focus, and say where they are", async () => {
    const { names, user } = await show(positions, two);
    await user.click(button("Naikkan Jabatan 2"));
    expect(names()).toEqual(["Lurah", "Camat"]);
    expect(button("Naikkan Jabatan 1")).toHaveFocus();
    expect(screen.getByRole("status")).toHaveTextContent("Sekarang di urutan 1 dari 2.");
    await user.keyboard("{Enter}");
    expect(names()).toEqual(["Lurah", "Camat"]);
    expect(screen.getByRole("status")).toHaveTextContent("Sudah di ujung daftar.");
  });

  it("are taken away and brought back to their place", async () => {
    const { names, user } = await show(positions, two);
    await user.click(button("Hapus Jabatan 1"));
    expect(names()).toEqual(["Lurah"]);
    expect(button("Batalkan penghapusan")).toHaveFocus();
    await user.keyboard("{Enter}");
    expect(names()).toEqual(["Camat", "Lurah"]);
    expect(within(screen.getByRole("group", { name: "Jabatan 1" })).getByRole("textbox", { name: "Nama *" })).toHaveFocus();
  });

  it("end at the most there may be", async () => {
    const { user } = await show(positions, two);
    await user.click(button("Tambah jabatan"));
    expect(button("Tambah jabatan")).toBeDisabled();
    expect(screen.getByText("Paling banyak 3 isian.")).toBeVisible();
  });
});

it("an entry that is asked for is marked so", async () => {
  await show({ interaction: "text-entry", id: "surel", prompt: "Surel", format: "text", units: [], required: true });
  expect(screen.getByRole("textbox", { name: "Surel *" })).toBeRequired();
});
