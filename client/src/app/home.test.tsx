import type { Role } from "@kompeten/shared/contracts/permissions";
import { createMemoryHistory } from "@tanstack/react-router";
import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { makeQueryClient } from "../api/query-client.ts";
import { App } from "./app.tsx";
import { startI18n } from "./i18n/index.ts";
import { makeRouter } from "./router.tsx";

const agency = { id: "a", code: "JATIM", name: "BKD Jawa Timur", shortName: "BKD Jatim", timeZone: "Asia/Jakarta" };

/** The home page of a role, on a server that answers so. */
async function home(role: Role, answers: Record<string, unknown>): Promise<void> {
  await startI18n("id");
  const session = { account: { id: "1", login: "siti", name: "Siti", mustChangePassword: false }, agency, agencies: [agency], roles: [role], expiresAt: "2027-01-01T00:00:00Z" };
  vi.stubGlobal("fetch", async (url: string) => {
    const { pathname } = new URL(url, "http://localhost");
    const answer = pathname === "/api/session" ? session : answers[pathname];
    return answer === undefined ? Response.json({ code: "not-found", status: 404 }, { status: 404 }) : Response.json(answer);
  });
  const router = makeRouter(makeQueryClient(() => {}));
  router.update({ ...router.options, history: createMemoryHistory({ initialEntries: ["/"] }) } as never);
  render(<App queryClient={router.options.context.queryClient} router={router} />);
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("a proctor's home", () => {
  const sitting = (over: object) => ({ sittingId: "s1", assessmentId: "k1", assessmentTitle: "Pemetaan", title: "Sesi pagi", place: null, windowStart: "2026-11-26T01:00:00.000Z", windowEnd: "2026-11-26T04:00:00.000Z", timeZone: "Asia/Jakarta", waiting: 3, working: 5, finished: 12, ...over });
  const serverNowMs = Date.parse("2026-11-26T02:00:00Z");

  it("shows the sittings of today and the next ones with how far people are, and the next window", async () => {
    const through = sitting({ sittingId: "s0", title: "Sesi pertama", windowStart: "2026-11-26T00:30:00.000Z", waiting: 0, working: 0, finished: 8 });
    const later = sitting({ sittingId: "s2", assessmentId: "k2", title: "Sesi siang", windowStart: "2026-11-27T06:00:00.000Z", windowEnd: "2026-11-27T09:00:00.000Z", waiting: 20, working: 0, finished: 0 });
    const sittings = [through, sitting({}), later];
    await home("proctor", { "/api/supervised-sittings": { serverNowMs, sittings } });
    const list = await screen.findByRole("list", { name: "Sesi hari ini dan berikutnya" });
    expect(within(list).getAllByRole("listitem").map((item) => item.textContent)).toEqual([
      "Sesi pagi3 belum mulai · 5 mengerjakan · 12 selesaiPemetaan · 08.00 WIB – 11.00 WIB",
      "Sesi pertama0 belum mulai · 0 mengerjakan · 8 selesaiPemetaan · 07.30 WIB – 11.00 WIB",
      "Sesi siang20 belum mulai · 0 mengerjakan · 0 selesaiPemetaan · 27 November 2026, 13.00 WIB – 16.00 WIB",
    ]);
    expect(screen.getByText("2 sesi hari ini. Sesi berikutnya: Sesi siang, 27 November 2026, 13.00 WIB.")).toBeVisible();
    expect(screen.getByText("5 mengerjakan")).toBeVisible();
    expect(within(list).getByRole("link", { name: "Sesi pagi" })).toHaveAttribute("href", "/pengawasan?kegiatan=k1");
  });

  it("says so when nothing is scheduled", async () => {
    await home("proctor", { "/api/supervised-sittings": { serverNowMs, sittings: [] } });
    expect(await screen.findByText("Tidak ada sesi hari ini. Belum ada sesi berikutnya.")).toBeVisible();
    expect(screen.queryByRole("list", { name: "Sesi hari ini dan berikutnya" })).toBeNull();
  });
});

describe("an administrator's home", () => {
  it("shows what has failed, who is locked out and whose role ends, and what to do about each", async () => {
    await home("administrator", { "/api/accounts/attention": { failedJobs: 2, locked: 1, ending: 4, valid: 20 } });
    const list = await screen.findByRole("list", { name: "Yang perlu ditangani" });
    expect(within(list).getAllByRole("link").map((link) => [link.textContent, link.getAttribute("href")])).toEqual([
      ["2 pekerjaan latar tidak selesai", "/administrasi/akun"],
      ["1 akun terkunci", "/administrasi/akun?keadaan=terkunci"],
      ["4 akun dengan peran yang berakhir dalam 30 hari", "/administrasi/akun?keadaan=segera-berakhir"],
    ]);
    expect(within(list).getByText(/atur ulang kata sandinya/)).toBeVisible();
  });

  it("says so when nothing needs attention", async () => {
    await home("administrator", { "/api/accounts/attention": { failedJobs: 0, locked: 0, ending: 0, valid: 20 } });
    expect(await screen.findByText(/^Tidak ada yang perlu ditangani/)).toBeVisible();
    expect(screen.queryByRole("list", { name: "Yang perlu ditangani" })).toBeNull();
  });
});
