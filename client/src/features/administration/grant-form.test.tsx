import type { AccountView } from "@kompeten/shared/contracts/identity";
import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { makeQueryClient } from "../../api/query-client.ts";
import { renderUi } from "../../test/render.tsx";
import { GrantForm } from "./grant-form.tsx";

const account: AccountView = { id: "a1", login: "budi", name: "Budi", hasPassword: true, mustChangePassword: false, lockedUntil: null, lastSignInAt: null, disabledAt: null, ownPassword: false, memberships: [] };

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("asks before it gives a role to an account that another agency looks after: by its name, and only once more on confirmation", async () => {
  const sent: { acceptOtherAgency: boolean; role: string }[] = [];
  vi.stubGlobal("fetch", async (_url: string, { body }: { body: string }) => {
    const given = JSON.parse(body) as (typeof sent)[number];
    sent.push(given);
    return given.acceptOtherAgency ? new Response(null, { status: 204 }) : Response.json({ status: 409, code: "looked-after-elsewhere", title: "Conflict", params: { agency: "BKPSDMD Bangka Belitung" } }, { status: 409 });
  });
  await renderUi(
    <QueryClientProvider client={makeQueryClient(() => {})}>
      <GrantForm account={account} />
    </QueryClientProvider>,
  );
  await userEvent.click(await screen.findByRole("combobox", { name: "Peran" }));
  await userEvent.click(await screen.findByRole("option", { name: "Pengawas" }));
  await userEvent.type(screen.getByRole("textbox", { name: "Dasar" }), "PKS 2022");
  const submit = () => userEvent.click(screen.getByRole("button", { name: "Beri peran" }));

  await submit();
  const question = await screen.findByRole("dialog", { name: "Akun ini dikelola BKPSDMD Bangka Belitung" });
  expect(question).toHaveTextContent("BKPSDMD Bangka Belitung mengatur kata sandi akun ini");
  await userEvent.click(within(question).getByRole("button", { name: "Batal" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(sent.map(({ acceptOtherAgency }) => acceptOtherAgency)).toEqual([false]);

  await submit();
  await userEvent.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Tetap beri peran" }));
  await waitFor(() => expect(sent.map(({ acceptOtherAgency, role }) => [acceptOtherAgency, role])).toEqual([[false, "proctor"], [false, "proctor"], [true, "proctor"]]));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});
