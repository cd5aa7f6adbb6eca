import type { Role } from "@kompeten/shared/contracts/permissions";
import { createMemoryHistory } from "@tanstack/react-router";
import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { makeQueryClient } from "../api/query-client.ts";
import { dayIn } from "../ui/format.ts";
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

describe("a candidate's home", () => {
  const serverNowMs = Date.parse("2026-11-26T02:00:00Z");
  const day = 86_400_000;
  const sitting = (title: string, state: string, startMs: number) => ({ sittingId: title, assessmentTitle: "Pemetaan", title, place: null, windowStartMs: startMs, windowEndMs: startMs + 3_600_000, timeZone: "Asia/Jakarta", notice: null, attempts: [{ attemptId: title, state, instrument: { title: "Tes penalaran" } }] });

  it("says of a sitting that passed unworked that its time is over, not that all is finished", async () => {
    await home("candidate", { "/api/my-attempts": { serverNowMs, sittings: [sitting("Sesi lalu", "closed", serverNowMs - 2 * day), sitting("Sesi pagi", "waiting", serverNowMs - day)] } });
    expect(await screen.findByText("Waktu Pemetaan, Sesi pagi sudah berakhir dan ada alat ukur yang tidak dikerjakan. Hubungi penyelenggara.")).toBeVisible();
    expect(screen.queryByText(/sudah selesai/)).toBeNull();
  });

  it.each([
    [1_800_000, "pukul 09.30 WIB"],
    [day, "27 November 2026 pukul 09.00 WIB"],
  ])("says when the next one starts, with its date where that is not today", async (inMs, at) => {
    await home("candidate", { "/api/my-attempts": { serverNowMs, sittings: [sitting("Sesi pagi", "waiting", serverNowMs + inMs)] } });
    expect(await screen.findByText(`Pemetaan. Berikutnya: Tes penalaran. Dapat dimulai ${at}; Anda boleh masuk ke ruang tunggu lebih awal.`)).toBeVisible();
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

const cards = async () => {
  await screen.findAllByRole("heading", { level: 2 });
  return screen.getAllByRole("heading", { level: 2 }).map((heading) => heading.textContent);
};
const cardOf = async (title: string) => (await screen.findByRole("heading", { level: 2, name: title })).closest("section") as HTMLElement;

describe("a lead assessor's home", () => {
  const candidates = (...states: string[]) => ({ assessments: [{ assessment: {}, candidates: states.map((state) => ({ state })) }] });
  const aside = (setAside: number, merged: number, over: boolean) => ({ attemptId: `${setAside}${merged}${over}`, setAside, merged, over });
  const own = { assignments: [{ instruments: [{ state: "to-rate" }] }] };

  it("puts integration first and says what was set aside and waits for them", async () => {
    await home("lead-assessor", {
      "/api/integrations": candidates("ready", "ready", "waiting", "closed"),
      "/api/ratings": { assignments: [] },
      "/api/set-aside": { attempts: [aside(3, 1, false), aside(2, 2, false), aside(4, 0, true)] },
      "/api/assessments": { assessments: [] },
    });
    expect(await screen.findByText("2 peserta siap diintegrasikan. 1 peserta belum dapat diintegrasikan: pengerjaan atau nilainya masih ditunggu.")).toBeVisible();
    expect(within(await cardOf("Penilaian asesor")).getAllByRole("link").map((link) => [link.textContent, link.getAttribute("data-variant")])).toEqual([["Buka integrasi", "light"], ["Buka penugasan", "subtle"]]);
    expect(await screen.findByText("Catatan yang disisihkan pada 1 pengerjaan menunggu keputusan Anda sebelum integrasi.")).toBeVisible();
    expect((await cards()).slice(0, 2)).toEqual(["Penilaian asesor", "Pekerjaan yang disisihkan"]);
  });

  it("puts their own ratings first where nothing can be integrated yet", async () => {
    await home("lead-assessor", { "/api/integrations": candidates("waiting"), "/api/ratings": own, "/api/set-aside": { attempts: [] }, "/api/assessments": { assessments: [] } });
    expect(await screen.findByText(/^1 pekerjaan peserta menunggu nilai Anda\./)).toBeVisible();
    expect(within(await cardOf("Penilaian asesor")).getAllByRole("link").map((link) => link.textContent)).toEqual(["Buka penugasan", "Buka integrasi"]);
    expect(await screen.findByText("Tidak ada yang menunggu keputusan Anda saat ini.")).toBeVisible();
  });

  it("is not an assessor's, who integrates nothing", async () => {
    await home("assessor", { "/api/ratings": own });
    expect(await screen.findByText("1 pekerjaan peserta menunggu nilai Anda.")).toBeVisible();
    expect(screen.getAllByRole("link").map((link) => link.textContent)).not.toContain("Buka integrasi");
    expect(screen.queryByText("Pekerjaan yang disisihkan")).toBeNull();
  });
});

describe("a home of who reads and who decides", () => {
  const cycle = { id: "c", title: "Siklus 2026", people: 10, incomplete: 2, confirmed: 3 };
  const answers = { "/api/talent-cycles": { cycles: [cycle], configurations: [] }, "/api/assessments": { assessments: [{ id: "a", state: "draft", firstStart: null }, { id: "b", state: "closed", firstStart: null }] }, "/api/results": { results: [] }, "/api/audit": { total: 7 } };

  it("tells the official which placements wait for confirmation, first of all", async () => {
    await home("official", answers);
    expect(await screen.findByText("5 pegawai dalam Siklus 2026 menunggu penetapan posisi kotak.")).toBeVisible();
    expect((await cards())[0]).toBe("Manajemen talenta");
  });
  it("tells the official what results are new and which run out", async () => {
    const [today, day] = [Date.now(), 86_400_000];
    const result = (from: number, until: number) => ({ current: true, validFrom: dayIn(today + from * day, "Asia/Jakarta"), validUntil: dayIn(today + until * day, "Asia/Jakarta") });
    await home("official", { ...answers, "/api/results": { results: [result(0, 1095), result(-6, 1089), result(-1065, 30), { ...result(-1, 900), current: false }] } });
    expect(await screen.findByText("2 hasil baru dalam 7 hari terakhir. Masa berlaku 1 hasil berakhir dalam 90 hari.")).toBeVisible();
    expect(screen.getByText("Yang perlu Anda kerjakan berikutnya.")).toBeVisible();
  });
  it("tells the auditor what was recorded today, under a heading that is true of somebody who only reads", async () => {
    await home("auditor", answers);
    expect(await screen.findByText(/^7 catatan baru hari ini/)).toBeVisible();
    const day = dayIn(Date.now(), "Asia/Jakarta");
    expect(within(await cardOf("Jejak audit")).getByRole("link", { name: "Periksa catatan hari ini" })).toHaveAttribute("href", `/administrasi/audit?dari=${day}&sampai=${day}`);
    expect(screen.getByText("Yang dapat Anda periksa.")).toBeVisible();
  });
  it("tells the auditor what is confirmed, and of nothing that is not theirs to do", async () => {
    await home("auditor", answers);
    expect(await screen.findByText("3 posisi kotak dalam Siklus 2026 sudah ditetapkan.")).toBeVisible();
    expect(await screen.findByText("Tidak ada kegiatan yang sedang dibuka.")).toBeVisible();
    expect(screen.queryByText(/menunggu penetapan|draf/)).toBeNull();
    await cardOf("Jejak audit");
    expect((await cards())[0]).toBe("Jejak audit");
  });
});
