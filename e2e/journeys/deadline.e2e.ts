/** Time runs out, first of a section and then of all, for three candidates at once: one who sits there, one whose line is down, one whose computer is off. */
import { expect, request, test, type APIRequestContext, type Browser, type Page } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { demoPassword, freeEmployees, inspect, newPerson, photograph, signedIn, type Person } from "../support.ts";

const limitMs = 120_000;
const closedWithinMs = 5_000;

type Assessment = { id: string; version: number; enrolments: { id: string }[] };
type Choices = {
  standards: { configuration: { id: string } }[];
  instruments: { versionId: string; title: string }[];
  leads: { accountId: string }[];
  assessors: { accountId: string }[];
};
type Supervised = { state: string; answered: number; startedAtMs: number; closedAtMs: number | null; closedReason: string | null; candidate: { login: string } };
type Supervision = { serverNowMs: number; attempts: Supervised[] };
type Lobby = { sittings: { sittingId: string; notice: { noticeId: string }; attempts: { attemptId: string }[] }[] };
type PaperView = { paper: { sections: { items: { id: string; options: { id: string }[] }[] }[] } };
type Card = { login: string; password: string };

/** A member of staff who needs no pages here. */
async function staff(baseURL: string, login: string): Promise<{ api: APIRequestContext; agencyId: string }> {
  const api = await request.newContext({ baseURL });
  const session = await answer<{ agency: { id: string } }>(api.post("/api/session", { data: { login, password: demoPassword } }));
  return { api, agencyId: session.agency.id };
}

async function answer<T>(sent: ReturnType<APIRequestContext["get"]>): Promise<T> {
  const response = await sent;
  expect(response.ok(), `${response.url()}: ${response.ok() ? "" : await response.text()}`).toBe(true);
  return (await response.json()) as T;
}

function publishShortTest(agencyId: string): string {
  const folder = process.env["E2E_DATA_DIR"];
  if (folder === undefined) throw new Error("E2E_DATA_DIR must name the folder above the running server's data folder");
  return execFileSync("node", ["short-test.mjs", join(folder, "data"), agencyId], { cwd: join(import.meta.dirname, ".."), encoding: "utf8", timeout: 60_000 }).trim();
}

/** Plans and opens as the organiser's pages do. */
async function open(organiser: APIRequestContext, title: string, instrument: string): Promise<{ id: string; cards: Card[] }> {
  const choices = await answer<Choices>(organiser.get("/api/planning/choices"));
  const versionIds = choices.instruments.filter((one) => one.title === instrument).map(({ versionId }) => versionId);
  const employees = await freeEmployees(organiser, 3);
  let plan = await answer<Assessment>(organiser.post("/api/assessments", { data: { title, purpose: "mapping", standardsId: choices.standards[0]?.configuration.id, standardCode: "administrator" } }));
  const step = async (method: "post" | "put", path: string, data: object) => {
    plan = await answer<Assessment>(organiser[method](`/api/assessments/${plan.id}/${path}`, { data: { version: plan.version, ...data } }));
  };
  const sitting = {
    title: "Sesi singkat",
    place: "Ruang CAT lantai 1",
    timeZone: "Asia/Jakarta",
    instrumentVersionIds: versionIds,
    windowStart: new Date(Date.now() - 60_000).toISOString(),
    windowEnd: new Date(Date.now() + 3_600_000).toISOString(),
  };
  await step("put", "instruments", { versionIds });
  await step("put", "sittings", { sittings: [sitting] });
  await step("post", "enrolments", { employeeIds: employees.map(({ id }) => id) });
  await step("put", "lead", { accountId: choices.leads[0]?.accountId });
  await step("put", "assessors", { enrolmentIds: plan.enrolments.map(({ id }) => id), accountIds: choices.assessors.slice(0, 2).map(({ accountId }) => accountId), mode: "replace" });
  await step("post", "opening", {});
  const { cards } = await answer<{ cards: Card[] }>(organiser.post(`/api/assessments/${plan.id}/sign-in-cards`, { data: {} }));
  return { id: plan.id, cards };
}

/** Signed in, with the notice read: what stands before the start is walked through by other journeys. */
async function arrive(browser: Browser, { login, password }: Card): Promise<Person & { attemptId: string }> {
  const { context, page } = await newPerson(browser);
  context.setDefaultTimeout(40_000);
  await answer(context.request.post("/api/session", { data: { login, password } }));
  const [sitting] = (await answer<Lobby>(context.request.get("/api/my-attempts"))).sittings;
  expect((await context.request.post(`/api/my-sittings/${sitting?.sittingId}/notice`, { data: { opId: randomUUID(), noticeId: sitting?.notice.noticeId } })).ok()).toBe(true);
  return { context, page, attemptId: sitting?.attempts[0]?.attemptId ?? "" };
}

async function begin(browser: Browser, card: Card): Promise<Person> {
  const { context, page, attemptId } = await arrive(browser, card);
  await page.goto(`/pengerjaan/${attemptId}`);
  await page.getByRole("button", { name: "Mulai", exact: true }).click();
  await page.getByRole("button", { name: "Mulai sekarang" }).click();
  await expect(page.getByText("Butir 1 dari 18")).toBeVisible({ timeout: 30_000 });
  return { context, page };
}

/** Starts and answers one item by the plain HTTP way (J10), with no page open then or later. */
async function workAndGo(browser: Browser, card: Card): Promise<string> {
  const { context, attemptId } = await arrive(browser, card);
  const send = (operation: object) => answer<{ acknowledgements: { ok: boolean }[] }>(context.request.post(`/api/attempts/${attemptId}/operations`, { data: { epoch: 1, operations: [{ opId: randomUUID(), ...operation }] } }));
  expect((await send({ kind: "start" })).acknowledgements).toMatchObject([{ ok: true }]);
  const { paper } = await answer<PaperView>(context.request.get(`/api/attempts/${attemptId}/paper`));
  const item = paper.sections[0]?.items[0];
  const response = { interaction: "best-worst", best: item?.options[0]?.id, worst: item?.options[1]?.id };
  expect((await send({ kind: "respond", itemId: item?.id, response })).acknowledgements).toMatchObject([{ ok: true }]);
  await context.close();
  return attemptId;
}

type Closing = { attempt: Supervised; lastRunningMs: number; firstClosedMs: number };

/** What a proctor's screen shows, twice a second, by the server's clock. */
async function watchUntilClosed(look: () => Promise<Supervision>): Promise<Closing[]> {
  const lastRunningMs = new Map<string, number>();
  const closings = new Map<string, Closing>();
  while (closings.size < 3) {
    const { serverNowMs, attempts } = await look();
    for (const attempt of attempts) {
      const { login } = attempt.candidate;
      if (attempt.state === "running") lastRunningMs.set(login, serverNowMs);
      else if (attempt.state === "closed" && !closings.has(login)) closings.set(login, { attempt, lastRunningMs: lastRunningMs.get(login) ?? 0, firstClosedMs: serverNowMs });
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return [...closings.values()];
}

async function choose(page: Page): Promise<void> {
  await page.getByRole("radio").nth(0).check({ force: true });
  await page.getByRole("radio").nth(3).check({ force: true });
}

async function answerAndSave(page: Page): Promise<void> {
  await choose(page);
  await expect(page.getByText(/^Tersimpan \d/).first()).toBeVisible();
}

const timeIsUp = (page: Page) => page.getByRole("heading", { name: "Waktu habis, pekerjaan Anda tersimpan" });
const fact = (page: Page, name: string) => page.locator("dl > div").filter({ hasText: name }).locator("dd");

test("[T3] the server closes what is not handed in, whoever is there, and keeps what was answered", async ({ browser, baseURL }) => {
  test.setTimeout(420_000);
  const title = `Pemetaan singkat ${Date.now().toString(36)}`;
  const organiser = await staff(baseURL ?? "", "penyelenggara.jatim");
  const proctor = await staff(baseURL ?? "", "pengawas.jatim");
  const { id, cards } = await open(organiser.api, title, publishShortTest(organiser.agencyId));
  const attempts = () => answer<Supervision>(proctor.api.get(`/api/assessments/${id}/attempts`));
  await expect.poll(async () => (await attempts()).attempts.length).toBe(3);

  const [first, second, third] = cards as [Card, Card, Card];
  const watching = watchUntilClosed(attempts);
  // Awaited at the end; until then a failure of the journey itself is the one to be told.
  watching.catch(() => {});
  const goneFrom = await workAndGo(browser, third);
  const offline = await begin(browser, second);
  await answerAndSave(offline.page);
  await offline.context.setOffline(true);
  await offline.page.getByRole("button", { name: "Berikutnya" }).click();
  await choose(offline.page);
  await expect(offline.page.getByText(/belum tersimpan/).first()).toBeVisible();
  const present = await begin(browser, first);
  await answerAndSave(present.page);

  // [T7] The first section's time runs out: the page goes on to the next by itself, says so, and opens nothing of it again.
  const bar = present.page.getByRole("region", { name: "Bagian tes" });
  await expect(bar).toContainText("Bagian 1 dari 2: Pembuka");
  await expect(bar).toContainText("Bagian 2 dari 2: Utama", { timeout: 45_000 });
  await expect(bar.getByRole("status")).toHaveText("Waktu bagian “Pembuka” habis. Anda sekarang di bagian “Utama”.");
  await expect(present.page.getByRole("heading", { name: "Butir 4 dari 18" })).toBeVisible();
  await expect(present.page.getByRole("complementary", { name: "Daftar butir" }).getByRole("button", { name: /^Butir 1,/ })).toBeDisabled();

  // Said once, in words, and gone again: the colour of the clock alone tells nothing to somebody who reads.
  const warning = present.page.getByRole("status").filter({ hasText: "Sisa 1 menit." });
  await expect(warning).toHaveCount(0);
  await warning.waitFor({ state: "attached", timeout: 90_000 });
  expect((await warning.boundingBox())?.width).toBeGreaterThan(100);
  await photograph(present.page, "candidate-last-minute");
  // On a telephone too, and nothing of the page is under it.
  await present.page.setViewportSize({ width: 390, height: 844 });
  await photograph(present.page, "candidate-last-minute-telephone");
  await present.page.setViewportSize({ width: 1366, height: 768 });
  await present.page.getByRole("button", { name: "Berikutnya" }).click();
  await choose(present.page);
  await expect(present.page.getByText("2 dari 18 terjawab").first()).toBeVisible();
  await answerAndSave(present.page);
  await expect.poll(async () => (await warning.boundingBox())?.width, { timeout: 20_000 }).toBeLessThan(2);

  // The end is the deadline to the millisecond, came within five seconds of it, and nobody asked for it: one of the three is not even there.
  const closed = await watching;
  expect(closed.map(({ attempt }) => `${attempt.closedReason} ${(attempt.closedAtMs ?? 0) - attempt.startedAtMs}`)).toEqual(cards.map(() => `expired ${limitMs}`));
  for (const { attempt, lastRunningMs, firstClosedMs } of closed) {
    const deadlineMs = attempt.startedAtMs + limitMs;
    expect(firstClosedMs).toBeGreaterThanOrEqual(deadlineMs);
    expect(lastRunningMs).toBeLessThan(deadlineMs + closedWithinMs);
  }
  expect(Object.fromEntries(closed.map(({ attempt }) => [attempt.candidate.login, attempt.answered]))).toEqual({ [first.login]: 2, [second.login]: 1, [third.login]: 1 });

  // Who is there is told at once, calmly, with what was kept.
  await expect(timeIsUp(present.page)).toBeVisible();
  await expect(present.page.getByText(/^Seluruh \d+ catatan pengerjaan tersimpan di server/)).toBeVisible();
  await expect(fact(present.page, "Butir terjawab")).toHaveText("2");
  await inspect(present.page, "candidate-time-up");

  // Whose line is down is told what this device still holds; what was made in time meanwhile arrives late, is kept, and counts (J7).
  const veil = offline.page.getByRole("alert").filter({ hasText: "Waktu habis" });
  await expect(veil).toContainText(/\d+ catatan belum sampai di server dan tetap disimpan di perangkat ini/);
  await photograph(offline.page, "candidate-time-up-offline");
  await offline.context.setOffline(false);
  await expect(timeIsUp(offline.page)).toBeVisible({ timeout: 30_000 });
  await expect(offline.page.getByText(/catatan tiba setelah waktu habis\. Server menyimpannya sebagai bukti/)).toBeVisible();
  await expect(offline.page.getByText(/di antaranya dihitung/)).toBeVisible();
  await expect(fact(offline.page, "Butir terjawab")).toHaveText("2");
  // The receipt that is shown is the one that was made when they came to count.
  await expect(offline.page.getByText(/jawaban Anda di halaman ini cocok dengan tanda terima/)).toBeVisible();
  await inspect(offline.page, "candidate-late-counted");

  // Whose computer was off finds it closed at any computer, and the same address says what was kept.
  const back = await signedIn(browser, third.login, { password: third.password });
  await back.page.goto("/pengerjaan");
  await expect(back.page.getByRole("listitem").filter({ hasText: "Tes Dua Menit" })).toContainText("Ditutup, waktu habis");
  await back.page.goto(`/pengerjaan/${goneFrom}`);
  await expect(timeIsUp(back.page)).toBeVisible();
  await expect(fact(back.page, "Butir terjawab")).toHaveText("1");
});
