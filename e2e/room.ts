import { expect, type Browser, type Page } from "@playwright/test";
import { randomUUID } from "node:crypto";
import { freeEmployees, newPerson, signedIn, type Person } from "./support.ts";

type Plan = { id: string; version: number; enrolments: { id: string }[] };
type Choices = { standards: { configuration: { id: string } }[]; instruments: { versionId: string; code: string }[]; leads: { accountId: string }[]; assessors: { accountId: string }[] };
type Card = { login: string; password: string; name: string };
type Lobby = { sittings: { sittingId: string; notice: { noticeId: string }; attempts: { attemptId: string }[] }[] };

/** Together they measure all that the position asks for; a test comes first. */
const codes = ["penalaran-umum", "in-basket-administrator", "kasus-layanan-terpadu"];

/** An open assessment with one sitting, in which candidates may have to wait for the proctor, planned by the organiser over HTTP: planning has a journey of its own. */
export async function newRoom(browser: Browser, { title, candidates, proctorStarts, safeExamBrowser = false, entryClosesMinutes = 15, extraPercent }: { title: string; candidates: number; proctorStarts: boolean; safeExamBrowser?: boolean; entryClosesMinutes?: number; /** An accommodation of the last candidate. */ extraPercent?: number }): Promise<{ assessmentId: string; cards: Card[] }> {
  const { page, context } = await signedIn(browser, "penyelenggara.jatim");
  const choices = await call<Choices>(page, "get", "/api/planning/choices");
  const versionIds = codes.map((wanted) => choices.instruments.find(({ code }) => code === wanted)?.versionId);
  const employees = await freeEmployees(page.request, candidates);
  if (extraPercent !== undefined) {
    const granted = await page.context().request.post(`/api/employees/${employees.at(-1)?.id}/accommodations`, { data: { extraPercent, reason: "Gangguan penglihatan", approvedBy: "Kepala Bidang Penilaian", validUntil: null } });
    expect(granted.ok()).toBe(true);
  }
  let plan = await call<Plan>(page, "post", "/api/assessments", { title, purpose: "mapping", standardsId: choices.standards[0]?.configuration.id, standardCode: "administrator" });
  const step = async (method: "put" | "post", path: string, body: object) => {
    plan = await call<Plan>(page, method, `/api/assessments/${plan.id}/${path}`, { version: plan.version, ...body });
  };
  const window = { windowStart: new Date(Date.now() - 60_000).toISOString(), windowEnd: new Date(Date.now() + 6 * 3_600_000).toISOString() };
  await step("put", "instruments", { versionIds });
  await step("put", "sittings", { sittings: [{ title: "Sesi pagi", place: "Ruang CAT lantai 1", timeZone: "Asia/Jakarta", proctorStarts, safeExamBrowser, entryClosesMinutes, instrumentVersionIds: versionIds, ...window }] });
  await step("post", "enrolments", { employeeIds: employees.map(({ id }) => id) });
  await step("put", "lead", { accountId: choices.leads[0]?.accountId });
  await step("put", "assessors", { enrolmentIds: plan.enrolments.map(({ id }) => id), accountIds: choices.assessors.slice(0, 2).map(({ accountId }) => accountId), mode: "replace" });
  await step("post", "opening", {});
  const { cards } = await call<{ cards: Card[] }>(page, "post", `/api/assessments/${plan.id}/sign-in-cards`, {});
  await context.close();
  return { assessmentId: plan.id, cards };
}

/** At their own computer, with the notice read, in the waiting room. */
export async function arrive(browser: Browser, { login, password }: Card): Promise<Person> {
  const person = await newPerson(browser);
  const { page, context } = person;
  await call(page, "post", "/api/session", { login, password });
  let sitting: Lobby["sittings"][number] | undefined;
  await expect(async () => {
    [sitting] = (await call<Lobby>(page, "get", "/api/my-attempts")).sittings;
    expect(sitting).toBeDefined();
  }).toPass({ timeout: 20_000 });
  const read = await context.request.post(`/api/my-sittings/${sitting?.sittingId}/notice`, { data: { opId: randomUUID(), noticeId: sitting?.notice.noticeId } });
  expect(read.ok()).toBe(true);
  await page.goto(`/pengerjaan/${sitting?.attempts[0]?.attemptId}`);
  return person;
}

async function call<T>(page: Page, method: "get" | "post" | "put", path: string, data?: object): Promise<T> {
  const response = await page.context().request[method](path, data === undefined ? {} : { data });
  expect(response.ok(), `${path}: ${response.ok() ? "" : await response.text()}`).toBe(true);
  return (await response.json()) as T;
}
