/** The case: exhibits searched, sorted, marked and noted on beside an answer with form; a line that breaks in the middle of the essay loses nothing. */
import { expect, test, type Page } from "@playwright/test";
import { begin, handIn, newSitter, openDesk, saved } from "../exercise.ts";
import { expectAccessible, expectNothingCutOff, inspect, newPerson, photograph } from "../support.ts";

const title = `Kasus ${Date.now().toString(36)}`;
const dossierOf = (page: Page) => page.getByRole("region", { name: "Berkas kasus" });
const answerOf = (page: Page) => page.locator("[contenteditable=true]");
/** What the page says of the line is true within this. */
const withinFiveSeconds = { timeout: 5_000 };
const takeOverLimitMs = 10_000;
const essay = "Penyebabnya bukan loket, melainkan rekomendasi teknis yang terlambat dari dinas lain";

/** Nothing of what was written or noted is missing. */
async function expectAll(page: Page): Promise<void> {
  const dossier = dossierOf(page);
  await expect(answerOf(page)).toContainText(essay, { timeout: 30_000 });
  await expect(answerOf(page).getByRole("heading", { name: "Penilaian keadaan" })).toBeVisible();
  await expect(answerOf(page).getByRole("listitem")).toHaveCount(2);
  await expect(answerOf(page).getByRole("columnheader", { name: "Opsi" })).toBeVisible();
  await dossier.getByRole("combobox", { name: "Baca" }).selectOption({ index: 1 });
  await dossier.getByText("Sorotan dan catatan (3)").click();
  await expect(dossier.getByLabel(/Catatan: “Selamat bertugas/)).toHaveValue("Nada nota ini mendesak.");
  await expect(dossier.getByLabel("Catatan: Seluruh lampiran")).toHaveValue("Bandingkan dengan lampiran 2.");
  // The browser draws the highlights itself: three of them stand in their colours.
  expect(await page.evaluate(() => ["yellow", "green", "pink"].map((colour) => CSS.highlights.get(`k-mark-${colour}`)?.size ?? 0))).toEqual([1, 1, 0]);
}

/** The browser's own question; how much is unsaved stands on the page, as browsers show no text of ours in it. */
async function expectAskedOnLeaving(page: Page, leave: () => Promise<unknown>): Promise<void> {
  await expect(page.getByText(/[1-9]\d* belum tersimpan/).first()).toBeVisible();
  const asked = page.waitForEvent("dialog");
  const left = leave();
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.accept();
  await left;
}

/** Whoever stays is told what it is about, and so is whoever would go back inside of the application. */
async function expectNamedOnLeaving(page: Page): Promise<void> {
  const asked = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  await (await asked).dismiss();
  const stayed = page.getByRole("dialog", { name: "Belum semuanya tersimpan" });
  await expect(stayed.getByRole("listitem").filter({ hasText: /^Jawaban · Pertanyaan \d$/ })).toHaveCount(1);
  await inspect(page, "candidate-leaving");
  await stayed.getByRole("button", { name: "Tetap di halaman ini" }).click();
  const where = page.url();
  await page.evaluate(() => window.history.back());
  const leaving = page.getByRole("dialog", { name: "Tinggalkan halaman ini?" });
  await expect(leaving.getByText(/tetap ada di perangkat ini/)).toBeVisible();
  await leaving.getByRole("button", { name: "Tetap di halaman ini" }).click();
  await expect(leaving).toBeHidden();
  expect(page.url()).toBe(where);
}

/** Opened and closed, the notes leave the text where it is, and something of it to be read. */
async function expectNotesBelow(page: Page): Promise<void> {
  const dossier = dossierOf(page);
  const reading = dossier.getByRole("region", { name: "Baca" });
  const list = dossier.getByRole("list", { name: "Sorotan dan catatan" });
  const top = async () => (await dossier.getByRole("heading", { level: 2 }).boundingBox())?.y;
  if (await list.isVisible()) await dossier.getByText("Sorotan dan catatan (3)").click();
  const before = await top();
  await dossier.getByText("Sorotan dan catatan (3)").click();
  await expect(list).toBeVisible();
  expect(await top()).toBe(before);
  expect((await reading.boundingBox())?.height).toBeGreaterThan(150);
}

test("an essay beside its exhibits, through a broken line, as the assessor sees it", async ({ browser }) => {
  test.setTimeout(900_000);
  const { page, context } = await newSitter(browser, { code: "kasus-layanan-terpadu", title });
  await begin(page);
  const dossier = dossierOf(page);

  // The width of the dossier, by keyboard.
  const splitter = page.getByRole("separator");
  await splitter.focus();
  await page.keyboard.press("ArrowRight");
  await expect(splitter).toHaveAttribute("aria-valuenow", "55");
  await page.keyboard.press("ArrowLeft");

  // Searched in all exhibits, opened at a hit.
  await dossier.getByRole("searchbox").fill("rekomendasi teknis kelautan");
  await expect(dossier.getByText(/Ditemukan di \d+ lampiran/)).toBeVisible();
  await dossier.getByRole("listitem").getByRole("button").first().click();
  await dossier.getByRole("searchbox").fill("");

  // A table put in order by a column, and back into its own.
  const table = dossier.getByRole("table").first();
  for (let index = 2; (await table.count()) === 0; index++) await dossier.getByRole("combobox", { name: "Baca" }).selectOption({ index });
  const header = table.getByRole("columnheader").last();
  await header.getByRole("button").click();
  await expect(header).toHaveAttribute("aria-sort", "ascending");
  await header.getByRole("button").click();
  await expect(header).toHaveAttribute("aria-sort", "descending");
  await header.getByRole("button").click();
  await inspect(page, "candidate-case-table");

  // A chart is drawn, and its numbers are there for those who do not look.
  await dossier.getByRole("combobox", { name: "Baca" }).selectOption({ label: "Lampiran 11 – Survei kepuasan masyarakat dan survei pegawai" });
  const chart = dossier.getByRole("figure").first();
  await chart.scrollIntoViewIfNeeded();
  await expect(chart.locator("svg.recharts-surface").first()).toBeVisible();
  await expect(chart.locator(".recharts-rectangle, .recharts-line-curve, .recharts-bar-rectangle").first()).toBeVisible();
  await inspect(page, "candidate-case-chart");

  // A highlight with a note, one made by keyboard alone, and a note on the whole.
  await dossier.getByRole("combobox", { name: "Baca" }).selectOption({ index: 1 });
  await dossier.getByText("Selamat bertugas.").evaluate((paragraph) => {
    const text = paragraph.firstChild as Text;
    document.getSelection()?.setBaseAndExtent(text, 0, text, 17);
  });
  await dossier.getByRole("button", { name: "Kuning" }).click();
  await dossier.getByText("Sorotan dan catatan (1)").click();
  await dossier.getByLabel(/Catatan: “Selamat bertugas/).fill("Nada nota ini mendesak.");
  await dossier.getByRole("combobox", { name: "Bagian yang disorot" }).focus();
  await page.keyboard.press("ArrowDown");
  await dossier.getByRole("button", { name: "Hijau" }).focus();
  await page.keyboard.press("Enter");
  await dossier.getByRole("button", { name: "Tambah catatan" }).click();
  await dossier.getByLabel("Catatan: Seluruh lampiran").fill("Bandingkan dengan lampiran 2.");
  await saved(page);

  // The answer, with form.
  const answer = answerOf(page);
  await expect(answer).toBeVisible({ timeout: 30_000 });
  await answer.click();
  await page.getByRole("button", { name: "Judul", exact: true }).click();
  await page.keyboard.type("Penilaian keadaan");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Angka 98 persen tidak menghitung waktu tunggu rekomendasi.");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Sisipkan tabel" }).click();
  for (const cell of ["Opsi", "Biaya", "A"]) {
    await page.keyboard.type(cell);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.type("260");
  await page.keyboard.press("Control+End");
  await page.keyboard.type("- Berkas tertunggak lebih banyak");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Penyebabnya bukan loket");
  await expect(page.getByText("21 kata")).toBeVisible();
  await saved(page);
  await inspect(page, "candidate-case");
  await expectNothingCutOff(page, "candidate-case");

  // The line breaks in the middle of a sentence; the writing goes on.
  await context.setOffline(true);
  await page.keyboard.type(", melainkan");
  await expect(page.getByText(/Luring/).first()).toBeVisible(withinFiveSeconds);
  await page.keyboard.type(" rekomendasi teknis yang terlambat");
  await expect(page.getByText(/belum tersimpan/).first()).toBeVisible();

  // So does the page: whoever leaves is asked first, and loading it anew without a line brings back all that was written, to be written on.
  await expectNamedOnLeaving(page);
  await expectAskedOnLeaving(page, () => page.reload());
  await expect(page.getByText(/Halaman dibuka kembali tanpa sambungan/)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole("timer", { name: "Perkiraan sisa waktu" })).toHaveText(/^± \d/);
  await expect(answerOf(page)).toContainText("rekomendasi teknis yang terlambat", { timeout: 20_000 });
  await inspect(page, "candidate-reloaded-offline");
  await answerOf(page).getByText("rekomendasi teknis yang terlambat").click();
  await page.keyboard.press("End");
  await page.keyboard.type(" dari dinas lain");
  await context.setOffline(false);
  await expect(page.getByText(/^Tersimpan \d/).first()).toBeVisible(withinFiveSeconds);
  await expect(page.getByRole("timer", { name: "Sisa waktu", exact: true })).toHaveText(/^\d/);

  // Once more, after the page is lost, and from another browser.
  await page.reload();
  await expectAll(page);
  await page.getByText("Kerangka jawaban").click();
  await expect(page.getByRole("button", { name: "Penilaian keadaan" })).toBeVisible();
  await expectNotesBelow(page);
  await inspect(page, "candidate-case-notes");
  const other = await newPerson(browser);
  await other.context.addCookies(await context.cookies());
  await other.page.goto(page.url());
  const here = other.page.getByRole("button", { name: "Pindahkan ke perangkat ini" });
  await expect(here).toBeVisible();
  const askedMs = Date.now();
  await here.click();
  await expect(answerOf(other.page)).toContainText(essay);
  await expect(answerOf(other.page)).toBeEditable();
  expect(Date.now() - askedMs).toBeLessThan(takeOverLimitMs);
  await expect(page.getByText("Pengerjaan ini terbuka di perangkat lain")).toBeVisible();
  await expectAll(other.page);
  const { page: there } = other;

  // All of it deleted, and taken back out of what was saved when.
  await answerOf(there).click();
  await there.keyboard.press("Control+a");
  await there.keyboard.press("Delete");
  await expect(there.getByText("0 kata")).toBeVisible();
  await saved(there);
  await there.getByRole("button", { name: "Riwayat simpanan" }).click();
  const history = there.getByRole("dialog");
  await expect(history.getByText(/^Simpanan (\d+) dari \1$/)).toBeVisible();
  await history.getByRole("slider", { name: "Simpanan" }).press("ArrowLeft");
  // In the form it was written in: no mark of the notation is to be read.
  await expect(history.getByRole("heading", { name: /Penilaian keadaan/ })).toBeVisible();
  await expect(history.getByRole("columnheader", { name: /Opsi/ })).toBeVisible();
  await expect(history.getByRole("region", { name: "Tulisan pada simpanan ini" })).not.toContainText(/[#|]/);
  await expectAccessible(there, "candidate-case-history");
  await photograph(there, "candidate-case-history");
  // A window made narrow shows one part at a time: that of the dialog, which stays.
  await there.setViewportSize({ width: 390, height: 844 });
  await expect(history).toBeVisible();
  await expect(history.getByRole("columnheader", { name: /Opsi/ })).toBeVisible();
  await there.setViewportSize({ width: 1366, height: 768 });
  await history.getByRole("button", { name: "Kembalikan ke simpanan ini" }).click();
  await expect(answerOf(there)).toContainText(essay);
  await saved(there);

  await there.setViewportSize({ width: 390, height: 844 });
  await there.getByRole("navigation", { name: "Bagian kasus" }).getByRole("button", { name: "Berkas kasus" }).click();
  await expectNotesBelow(there);
  await inspect(there, "candidate-case-telephone");
  await there.getByRole("navigation", { name: "Bagian kasus" }).getByRole("button", { name: "Jawaban" }).click();
  await inspect(there, "candidate-case-answer-telephone");
  expect(await there.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await there.setViewportSize({ width: 1366, height: 768 });
  await handIn(there);

  const assessor = await openDesk(browser, title);
  await expect(assessor.page.getByRole("heading", { name: "Penilaian keadaan" })).toBeVisible();
  await expect(assessor.page.getByRole("columnheader", { name: "Opsi" })).toBeVisible();
  await inspect(assessor.page, "assessor-case");
  await assessor.page.getByText("Riwayat penulisan").first().click();
  await expect(assessor.page.getByText(/Simpanan \d+ dari \d+/)).toBeVisible();
  await assessor.page.locator("summary", { hasText: "Semua simpanan" }).click();
  await expect(assessor.page.getByRole("list", { name: "Semua simpanan" })).toBeVisible();
  const state = assessor.page.getByRole("region", { name: "Tulisan pada simpanan ini" });
  await expect(state.getByRole("heading", { name: /Penilaian keadaan/ })).toBeVisible();
  await expect(state).not.toContainText(/[#|]/);
  await assessor.page.getByRole("slider", { name: "Simpanan" }).press("ArrowLeft");
  await inspect(assessor.page, "assessor-case-history");
});
