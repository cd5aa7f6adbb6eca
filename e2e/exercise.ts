import { expect, type Browser, type Page } from "@playwright/test";
import { freeEmployees, newPerson, signedIn, signIn, type Person } from "./support.ts";

type Choices = {
  standards: { configuration: { id: string }; positions: { code: string }[] }[];
  instruments: { versionId: string; code: string }[];
  leads: { accountId: string }[];
  assessors: { accountId: string }[];
};
type Plan = { id: string; version: number; enrolments: { id: string; employeeId: string }[] };

/** Only together do these measure all that the position asks for. */
const rated = ["in-basket-administrator", "kasus-layanan-terpadu"];

/** An open assessment that begins with one instrument, and one new candidate, planned by the organiser over HTTP: planning has a journey of its own. */
export async function newSitter(browser: Browser, { code, title, viewport }: { code: string; title: string; viewport?: { width: number; height: number } }): Promise<Person> {
  const { page, context } = await signedIn(browser, "penyelenggara.jatim");
  const choices = await get<Choices>(page, "/api/planning/choices");
  const standards = choices.standards[0];
  const versionIds = [code, ...rated.filter((other) => other !== code)].map((wanted) => choices.instruments.find((one) => one.code === wanted)?.versionId);
  expect(standards && versionIds.every(Boolean)).toBeTruthy();
  let plan = await send<Plan>(page, "post", "/api/assessments", { title, purpose: "mapping", standardsId: standards?.configuration.id, standardCode: "administrator" });
  const url = `/api/assessments/${plan.id}`;
  const step = async (method: "put" | "post", path: string, body: object) => {
    plan = await send<Plan>(page, method, `${url}/${path}`, { version: plan.version, ...body });
  };
  await step("put", "instruments", { versionIds });
  const window = { windowStart: new Date(Date.now() - 60_000).toISOString(), windowEnd: new Date(Date.now() + 4 * 3_600_000).toISOString() };
  await step("put", "sittings", { sittings: [{ title: "Sesi", place: null, timeZone: "Asia/Jakarta", instrumentVersionIds: versionIds, ...window }] });
  const [employee] = await freeEmployees(page.request, 1);
  await step("post", "enrolments", { employeeIds: [employee.id] });
  await step("put", "lead", { accountId: choices.leads[0]?.accountId });
  await step("put", "assessors", { enrolmentIds: plan.enrolments.map(({ id }) => id), accountIds: choices.assessors.slice(0, 2).map(({ accountId }) => accountId), mode: "replace" });
  await step("post", "opening", {});
  const { cards } = await send<{ cards: { login: string; password: string }[] }>(page, "post", `${url}/sign-in-cards`, {});
  await context.close();

  const card = cards[0];
  if (!card) throw new Error("the candidate has no card");
  const sitter = await newPerson(browser, viewport);
  await signIn(sitter.page, card.login, card.password);
  await sitter.page.goto("/pengerjaan");
  await sitter.page.getByRole("link", { name: "Baca pemberitahuan" }).click();
  await sitter.page.getByRole("checkbox").check();
  await sitter.page.getByRole("button", { name: "Nyatakan dan lanjutkan" }).click();
  await sitter.page.getByRole("link", { name: "Masuk dan bersiap" }).click();
  return sitter;
}

export async function begin(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Mulai", exact: true }).click();
  await page.getByRole("button", { name: "Mulai sekarang" }).click();
}

/** "Tersimpan 10.32.05" comes from an acknowledgement only (J8). */
export async function saved(page: Page): Promise<void> {
  await expect(page.getByText(/^Tersimpan \d/).first()).toBeVisible({ timeout: 30_000 });
}

export async function handIn(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Tinjau & serahkan" }).click();
  await page.getByRole("button", { name: "Serahkan", exact: true }).click();
  await page.getByRole("button", { name: "Ya, serahkan" }).click();
  await expect(page.getByText(/catatan pengerjaan tersimpan di server/)).toBeVisible({ timeout: 30_000 });
}

/** The rating desk of whoever of the assessors has been given it. */
export async function openDesk(browser: Browser, title: string): Promise<Person> {
  for (const login of ["asesor1.jatim", "asesor2.jatim", "asesor3.jatim", "asesor4.jatim"]) {
    const person = await signedIn(browser, login);
    await person.page.goto("/penilaian");
    const row = person.page.getByRole("row").filter({ hasText: title });
    await expect(person.page.getByRole("table")).toBeVisible();
    if ((await row.count()) > 0) {
      await row.getByRole("link").first().click();
      await expect(person.page.getByRole("heading", { name: "Lembar nilai Anda" })).toBeVisible();
      return person;
    }
    await person.context.close();
  }
  throw new Error(`nobody has been given ${title}`);
}

async function get<T>(page: Page, path: string): Promise<T> {
  return (await (await page.request.get(path)).json()) as T;
}

async function send<T>(page: Page, method: "put" | "post", path: string, data: object): Promise<T> {
  const response = await page.request[method](path, { data });
  expect(response.ok(), `${path}: ${response.status()} ${await response.text()}`).toBe(true);
  return (await response.json()) as T;
}
