import { QueryClientProvider } from "@tanstack/react-query";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { words } from "../../words/words.ts";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { makeQueryClient } from "../../api/query-client.ts";
import { renderUi } from "../../test/render.tsx";
import { startI18n } from "../../test/words.ts";
import { SignInForm } from "./sign-in-form.tsx";

const onSignedIn = vi.fn();
const sent = vi.fn();

async function show(answer: () => Promise<Response>) {
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    sent(url, init.method, JSON.parse(init.body as string));
    return answer();
  });
  await startI18n("id");
  await words.load("sign-in");
  await renderUi(
    <QueryClientProvider client={makeQueryClient(() => {})}>
      <SignInForm onSignedIn={onSignedIn} />
    </QueryClientProvider>,
  );
}

async function fill(login: string, password: string) {
  const user = userEvent.setup();
  if (login) await user.type(screen.getByLabelText("NIP atau nama pengguna"), login);
  if (password) await user.type(screen.getByLabelText("Kata sandi"), password);
  await user.click(screen.getByRole("button", { name: "Masuk" }));
}

const refused = (code: string, status = 401) => async () => Response.json({ code, status, title: code, type: "about:blank" }, { status });

beforeEach(() => void vi.clearAllMocks());
afterEach(() => void vi.unstubAllGlobals());

it("sends a NIP without the spaces it is printed with, and goes on", async () => {
  await show(async () => Response.json({ roles: [] }));
  await fill("19850312 201001 1 005", "rahasia");
  expect(sent).toHaveBeenCalledExactlyOnceWith("/api/session", "POST", { login: "198503122010011005", password: "rahasia" });
  await vi.waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
});

it("asks for what is missing before it sends anything", async () => {
  await show(refused("sign-in-refused"));
  await fill("siti", "");
  expect(screen.getByText("Isi kata sandi Anda.")).toBeVisible();
  expect(screen.getByLabelText("Kata sandi")).toHaveFocus();
  expect(sent).not.toHaveBeenCalled();
});

it.each([
  ["sign-in-refused", 401, "NIP, nama pengguna, kata sandi, atau token tidak cocok."],
  ["locked-out", 429, /dikunci sementara/],
  ["too-many-requests", 429, /Terlalu banyak percobaan/],
])("explains %s and keeps what was typed", async (code, status, text) => {
  await show(refused(code, status));
  await fill("siti", "salah");
  expect(await screen.findByRole("alert")).toHaveTextContent(text);
  expect(screen.getByLabelText("NIP atau nama pengguna")).toHaveValue("siti");
  expect(onSignedIn).not.toHaveBeenCalled();
});
