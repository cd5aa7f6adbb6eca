/** Every role's pages in English: no interface word of ours is left in Indonesian. */
import { expect, test, type Page } from "@playwright/test";
import { photograph, signedIn } from "../support.ts";
import { catalogueWords, indonesianWords, type Words } from "../words.ts";

/** Where each role works, and the picture of it; a function goes where no address is known beforehand. */
type Stop = string | ((page: Page) => Promise<void>);
/** The demonstration's own plan: what another journey plans meanwhile is written in Indonesian by its organiser. */
const demonstrationDraft = async (page: Page) => page.getByRole("row").filter({ hasText: "Pemetaan Calon Pejabat Pengawas" }).getByRole("link").first().click();
const firstRow = async (page: Page) => page.getByRole("row").getByRole("link").first().click();
const inEnglish: readonly (readonly [login: string, stops: readonly (readonly [Stop, picture?: string])[]])[] = [
  ["admin.jatim", [["/"], ["/administrasi/akun"], ["/pegawai"]]],
  ["penyelenggara.jatim", [["/"], ["/kegiatan"], [demonstrationDraft], [async (page) => page.getByRole("link", { name: /Sittings|Sessions/ }).first().click()], [async (page) => page.getByRole("link", { name: /Review/ }).first().click(), "organiser-plan-english"]]],
  ["pengawas.jatim", [["/"], ["/pengawasan"]]],
  ["asesor1.jatim", [["/"], ["/penilaian"], [firstRow, "assessor-rating-english"]]],
  ["ketua.jatim", [["/"], ["/penilaian?tab=integrasi"], [firstRow]]],
  ["penyusun.jatim", [["/"], ["/alat-ukur"], [async (page) => page.getByRole("link", { name: /Penalaran/ }).first().click()]]],
  ["pejabat.jatim", [["/"], ["/hasil"], [firstRow], ["/talenta"], [firstRow, "official-nine-box-english"]]],
  ["auditor.jatim", [["/"], ["/administrasi/audit"]]],
];

/** English in every word that is ours, and said to be so. */
async function expectEnglish(page: Page, words: Words): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible({ timeout: 30_000 });
  await page.waitForLoadState("networkidle");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  // What axe looks at is the same in both languages and looked at in Indonesian.
  expect.soft(await indonesianWords(page, words), page.url()).toEqual([]);
}

async function toEnglish(page: Page, words: Words): Promise<void> {
  // What is looked for is there to be found.
  await expect.poll(async () => (await indonesianWords(page, words)).length, { timeout: 30_000 }).toBeGreaterThan(5);
  await page.getByRole("radiogroup", { name: "Bahasa" }).getByText("EN").click();
}

for (const [login, stops] of inEnglish) {
  test(`${login} works in English`, async ({ browser }) => {
    const words = await catalogueWords();
    const { page, context } = await signedIn(browser, login);
    await toEnglish(page, words);
    for (const [stop, picture] of stops) {
      if (typeof stop === "string") await page.goto(stop);
      else await stop(page);
      await expectEnglish(page, words);
      if (picture !== undefined) await photograph(page, picture);
    }
    await context.close();
  });
}

test("a candidate takes a test in English", async ({ browser }) => {
  const words = await catalogueWords();
  const { page, context } = await signedIn(browser, "197212111995041018");
  await toEnglish(page, words);
  await page.goto("/pengerjaan");
  await expectEnglish(page, words);
  await photograph(page, "candidate-lobby-english");
  // The forms of the assessment have a notice of their own.
  await page.getByRole("region", { name: "Sesi daring" }).getByRole("link", { name: "Read the notice" }).click();
  await expectEnglish(page, words);
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: /continue/i }).click();
  await page.getByRole("link", { name: /Enter/ }).click();
  await expectEnglish(page, words);
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await page.getByRole("button", { name: "Start now" }).click();
  await page.getByRole("radio").first().check({ force: true });
  await expectEnglish(page, words);
  await photograph(page, "candidate-test-english");
  await page.getByRole("button", { name: "Review & hand in" }).click();
  await expectEnglish(page, words);
  await context.close();
});
