import AxeBuilder from "@axe-core/playwright";
import { expect, test, type APIRequestContext, type Browser, type BrowserContext, type Locator, type Page } from "@playwright/test";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const demoPassword = "kompeten-demo-2026";
const screenshots = join(import.meta.dirname, "..", "docs", "screenshots");

/** A person at their own computer. */
export type Person = { context: BrowserContext; page: Page };

export async function newPerson(browser: Browser, viewport = { width: 1366, height: 768 }): Promise<Person> {
  const context = await browser.newContext({ viewport, locale: "id-ID", timezoneId: "Asia/Jakarta" });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  page.on("pageerror", (error) => {
    throw new Error(`the page threw: ${error.message}`);
  });
  return { context, page };
}

export async function signIn(page: Page, login: string, password = demoPassword): Promise<void> {
  await page.goto("/masuk");
  await page.getByLabel(/NIP atau nama pengguna/i).fill(login);
  await page.getByLabel(/kata sandi/i).first().fill(password);
  await page.getByRole("button", { name: "Masuk", exact: true }).click();
  await expect(page).not.toHaveURL(/\/masuk/);
}

export async function signedIn(browser: Browser, login: string, options: { password?: string; viewport?: { width: number; height: number } } = {}): Promise<Person> {
  const person = await newPerson(browser, options.viewport);
  await signIn(person.page, login, options.password);
  return person;
}

export type Employee = { id: string; name: string; nip: string };

/** Employees who sit in no assessment yet; asked by an organiser. Journeys run two at a time: they choose from opposite halves of the register, and enter people of their own where that is used up. */
export async function freeEmployees(organiser: APIRequestContext, count: number): Promise<[Employee, ...Employee[]]> {
  const { assessments } = (await (await organiser.get("/api/assessments")).json()) as { assessments: { id: string }[] };
  const taken = new Set<string>();
  for (const { id } of assessments) {
    const detail = (await (await organiser.get(`/api/assessments/${id}`)).json()) as { enrolments: { employeeId: string }[] };
    for (const { employeeId } of detail.enrolments) taken.add(employeeId);
  }
  const { rows } = (await (await organiser.get("/api/employees?pageSize=200")).json()) as { rows: Employee[] };
  const free = rows.filter(({ id }) => !taken.has(id));
  if (test.info().parallelIndex % 2 === 1) free.reverse();
  const mine = free.slice(0, Math.floor(free.length / 2));
  const [first, ...others] = mine.length >= count ? mine.slice(0, count) : await newEmployees(organiser, count);
  if (!first || others.length !== count - 1) throw new Error(`${count} employees were wanted`);
  return [first, ...others];
}

/** By a file, as an organiser enters people. */
async function newEmployees(organiser: APIRequestContext, count: number): Promise<Employee[]> {
  const serial = Date.now() % 100_000_000;
  const people = Array.from({ length: count }, (_, index) => {
    const day = String(1 + (serial % 28)).padStart(2, "0");
    const year = 1965 + (Math.floor(serial / 28) % 30);
    return { nip: `${year}06${day}${2010 + (Math.floor(serial / 840) % 10)}012${String((Math.floor(serial / 8_400) + index) % 1_000).padStart(3, "0")}`, born: `${day}-06-${year}`, name: `Pegawai ${serial.toString(36)} ${index + 1}` };
  });
  const lines = ["NIP,Nama,Jenis kelamin,Tanggal lahir,Status kepegawaian,Golongan,Jabatan,Jenis jabatan", ...people.map(({ nip, born, name }) => `${nip},${name},Perempuan,${born},PNS,III/c,Kepala Seksi Perizinan,Pengawas`)];
  const checked = await organiser.post("/api/employees/imports", { multipart: { file: { name: "pegawai.csv", mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) } } });
  const { id, problems } = (await checked.json()) as { id: string; problems: unknown };
  expect(problems).toEqual([]);
  expect((await organiser.post(`/api/employees/imports/${id}/confirmation`, { data: {} })).ok()).toBe(true);
  const found = await Promise.all(people.map(async ({ nip }) => ((await (await organiser.get(`/api/employees?search=${nip}`)).json()) as { rows: Employee[] }).rows));
  return found.flat();
}

/** Nothing for axe to find: WCAG 2.2 A and AA. */
export async function expectAccessible(page: Page, name = page.url()): Promise<void> {
  // Transitions pass through half-transparent colours that nobody reads.
  await page.waitForTimeout(400);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
  expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).slice(0, 3).join("; ")}`), name).toEqual([]);
}

/** WCAG 1.4.12: with a reader's own spacing laid over the page, no text is cut off by what it stands in, nor by the width of the screen. */
export async function expectNothingCutOff(page: Page, name = page.url()): Promise<void> {
  const cut = await page.evaluate(() => {
    const spacing = document.createElement("style");
    spacing.textContent = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }";
    document.head.append(spacing);
    const found: string[] = [];
    // While a dialog is open, nothing else is read: the page behind it does not scroll, and ends where the screen does.
    const walker = document.createTreeWalker(document.querySelector('[aria-modal="true"]') ?? document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent?.trim() ?? "";
      const parent = walker.currentNode.parentElement;
      if (text === "" || !parent?.checkVisibility({ visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      const box = range.getBoundingClientRect();
      let [x, y] = [true, true];
      for (let around: Element | null = parent; around && (x || y); around = around.parentElement) {
        const { overflowX, overflowY, textOverflow } = getComputedStyle(around);
        const edge = around.getBoundingClientRect();
        // Meant for the ear alone.
        if (edge.width <= 2 || edge.height <= 2) break;
        // Shortened with dots where the whole is at hand: in a row that opens it, in news of what stands in the list.
        if (textOverflow === "ellipsis" && around.closest("button, a, [role=status]")) break;
        if (x && /auto|scroll/.test(overflowX)) x = false;
        if (y && /auto|scroll/.test(overflowY)) y = false;
        const clippedX = x && /hidden|clip/.test(overflowX) && (box.right > edge.right + 1 || box.left < edge.left - 1);
        const clippedY = y && /hidden|clip/.test(overflowY) && (box.bottom > edge.bottom + 1 || box.top < edge.top - 1);
        if (clippedX || clippedY) found.push(`${around.tagName.toLowerCase()}.${around.className}: ${text.slice(0, 40)}`);
        if (clippedX || clippedY) break;
      }
    }
    if (document.documentElement.scrollWidth > document.documentElement.clientWidth) found.push("the page is wider than the screen");
    spacing.remove();
    return found;
  });
  expect.soft(cut, `${name}: cut off`).toEqual([]);
}

/** Shows a page as its readers see it; the file goes into the documentation. */
export async function photograph(page: Page, name: string, options: { fullPage?: boolean } = {}): Promise<void> {
  mkdirSync(screenshots, { recursive: true });
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(screenshots, `${name}.png`), animations: "disabled", fullPage: options.fullPage ?? false });
}

/** Photographs and checks one page, also in the dark and, for candidates, on a telephone. */
export async function inspect(page: Page, name: string): Promise<void> {
  await expectAccessible(page, name);
  await photograph(page, name);
}

/** The evidence of one attempt, by the button of this name in this part of a page: as a file to print and as one to compute with. */
export async function evidencePacks(place: Locator, name: string): Promise<{ printed: string; pack: { scope: string; attempt: { attemptId: string; closedReason: string | null; candidate: { name: string } }; events: { kind: string }[]; journal: { kind: string }[] } }> {
  const file = async (format: string) => {
    const [download] = await Promise.all([place.page().waitForEvent("download"), place.getByRole("button", { name: `${name} (${format})` }).click()]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`^${name.toLowerCase().replace(" ", "-")}-[0-9a-f-]{36}\\.${format.toLowerCase()}$`));
    return readFileSync(await download.path(), "latin1");
  };
  return { printed: await file("PDF"), pack: JSON.parse(Buffer.from(await file("JSON"), "latin1").toString("utf8")) };
}
