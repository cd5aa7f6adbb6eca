/** A test of two sections with every interaction, from its start to the hand-in without a mouse; and what it looks like on a telephone. */
import { expect, test, type Browser, type Locator, type Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { newSitter } from "../exercise.ts";
import { expectAccessible, expectNothingCutOff, inspect, newPerson } from "../support.ts";

/** Tab until it has the focus; whoever cannot get there this way cannot get there at all. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the keyboard does not reach ${String(target)}`);
}
async function press(page: Page, name: string | RegExp, within: Page | Locator = page): Promise<void> {
  await tabTo(page, within.getByRole("button", { name, exact: typeof name === "string" }));
  await page.keyboard.press("Enter");
}
/** Goes with the arrows through a list or a group of radio buttons, once entered. */
async function down(page: Page, times: number): Promise<void> {
  for (let pressed = 0; pressed < times; pressed++) await page.keyboard.press("ArrowDown");
}
async function photographOnTelephone(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 });
  await inspect(page, `candidate-interaction-${name}-telephone`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(390);
  await page.setViewportSize({ width: 1366, height: 768 });
}
/** As a reader sets it: wider, in full contrast, larger, read aloud; at twice and at four times the size of the browser's. */
async function readComfortably(page: Page): Promise<void> {
  // The machines that run this have no voice; what is said through it is what matters.
  await page.evaluate(() => {
    const voices = [{ lang: "id-ID", name: "Suara" }];
    const spoken: string[] = [];
    class Utterance extends EventTarget {
      constructor(readonly text: string) {
        super();
      }
    }
    Object.assign(window, { spoken, SpeechSynthesisUtterance: Utterance });
    Object.assign(window.speechSynthesis, { getVoices: () => voices, speak: ({ text }: Utterance) => spoken.push(text) });
  });
  await press(page, "Tampilan");
  const dialog = page.getByRole("dialog", { name: "Tampilan" });
  for (const name of [/^Jarak tulisan/, /^Kontras tinggi/, /^Tombol bacakan/]) {
    await tabTo(page, dialog.getByRole("checkbox", { name }));
    await page.keyboard.press("Space");
  }
  await press(page, "Perbesar tulisan", dialog);
  await expectAccessible(page, "display");
  await press(page, "Tutup", dialog);
  await expect(page.locator("[data-contrast=high][data-spacing=wide]")).toBeVisible();
  await inspect(page, "candidate-comforts");
  await expectNothingCutOff(page, "comforts");
  for (const [width, height] of [[683, 384], [320, 256]] as const) {
    await page.setViewportSize({ width, height });
    await expectNothingCutOff(page, `zoomed to ${width} px`);
  }
  await page.setViewportSize({ width: 1366, height: 768 });
  await press(page, "Bacakan butir");
  const spoken = await page.evaluate(() => (window as unknown as { spoken: string[] }).spoken.join(" "));
  expect(spoken).toContain("42 pemohon");
  await press(page, "Hentikan bacaan");
}
/** J9: anybody, signed in nowhere, tells a receipt from one that was changed. */
async function verify(browser: Browser, receipt: string): Promise<void> {
  const { page, context } = await newPerson(browser);
  await page.goto("/verifikasi");
  await page.locator("input[type=file]").setInputFiles({ name: "tanda-terima.json", mimeType: "application/json", buffer: Buffer.from(receipt) });
  await expect(page.getByText("Sah", { exact: true })).toBeVisible();
  await expect(page.getByText(/menyerahkan pengerjaan/)).toBeVisible();
  await inspect(page, "anybody-verifies");
  await page.getByRole("textbox").fill(receipt.replace('"submitted"', '"expired"'));
  await page.getByRole("button", { name: "Periksa" }).click();
  await expect(page.getByText("Tidak sah", { exact: true })).toBeVisible();
  await expect(page.getByText(/telah diubah atau rusak/)).toBeVisible();
  await context.close();
}
async function next(page: Page, number: number): Promise<void> {
  await press(page, "Berikutnya");
  await expect(page.getByRole("heading", { name: `Butir ${number} dari 11` })).toBeFocused();
}

test("every interaction by keyboard alone, section by section", async ({ browser }) => {
  test.setTimeout(900_000);
  const { page } = await newSitter(browser, { code: "latihan-antarmuka", title: `Papan ketik ${Date.now().toString(36)}` });
  const main = page.getByRole("main");
  await press(page, "Mulai");
  await press(page, "Mulai sekarang");
  await expect(page.getByRole("heading", { name: "Butir 1 dari 11" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Bagian tes" })).toContainText("Bagian 1 dari 2: Memilih dan menyusun");
  await expect(page.getByRole("timer", { name: "Sisa waktu bagian" })).toHaveText(/^0[67]\.\d\d$/);

  // One of several: the arrows go on from the first.
  await tabTo(page, page.getByRole("radio").first());
  await page.keyboard.press("Space");
  await down(page, 2);
  await expect(page.getByRole("radio", { name: /42 pemohon/ })).toBeChecked();
  await expectAccessible(page, "choice");
  await readComfortably(page);
  await photographOnTelephone(page, "choice");
  await next(page, 2);

  await tabTo(page, page.getByRole("checkbox", { name: /Arjasa/ }));
  await page.keyboard.press("Space");
  await tabTo(page, page.getByRole("checkbox", { name: /Ciwaru/ }));
  await page.keyboard.press("Space");
  await expect(page.getByRole("checkbox", { checked: true, name: /Arjasa|Ciwaru/ })).toHaveCount(2);
  await photographOnTelephone(page, "multiple-response");
  // Forward only: there is no way back.
  await expect(page.getByRole("button", { name: "Sebelumnya" })).toBeDisabled();
  await expect(page.getByRole("complementary", { name: "Daftar butir" }).getByRole("button", { name: /^Butir 1,/ })).toBeDisabled();
  await next(page, 3);

  const rows = main.getByRole("listitem").filter({ has: page.getByRole("button", { name: /^Turunkan/ }) });
  const firstText = (await rows.first().textContent()) ?? "";
  await tabTo(page, rows.first().getByRole("button", { name: /^Turunkan/ }));
  await page.keyboard.press("ArrowDown");
  await expect(rows.nth(1)).toContainText(firstText.replace(/^\d+/, ""));
  await photographOnTelephone(page, "order");
  await next(page, 4);

  // Each pair only once: passing by with the arrows takes nothing away from the other rows.
  const pairs = page.getByRole("combobox");
  for (let index = 0; index < 4; index++) {
    await tabTo(page, pairs.nth(index));
    await down(page, index + 1);
  }
  for (let index = 0; index < 4; index++) await expect(pairs.nth(index)).not.toHaveValue("");
  await photographOnTelephone(page, "match");
  await next(page, 5);

  for (const [index, group] of (await page.getByRole("radiogroup").all()).entries()) {
    await tabTo(page, group.getByRole("radio").first());
    await page.keyboard.press("Space");
    await down(page, index);
  }
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(3);
  await photographOnTelephone(page, "match-grid");
  await next(page, 6);

  for (const gap of await page.getByRole("combobox", { name: /^Isian/ }).all()) {
    await tabTo(page, gap);
    await down(page, 1);
    await expect(gap).not.toHaveValue("");
  }
  await photographOnTelephone(page, "inline-choice");

  // The section is looked over, left with one's word, and never opened again.
  await press(page, "Selesaikan bagian");
  await expect(page.getByRole("heading", { name: "Tinjau bagian “Memilih dan menyusun”" })).toBeFocused();
  await expect(page.getByText("6 dari 6 butir terjawab.")).toBeVisible();
  await inspect(page, "candidate-section-review");
  await photographOnTelephone(page, "section-review");
  await press(page, "Selesaikan dan buka bagian berikutnya");
  await expectAccessible(page, "section-confirmation");
  await press(page, "Ya, lanjut ke bagian berikutnya", page.getByRole("dialog"));
  await expect(page.getByRole("region", { name: "Bagian tes" })).toContainText("Bagian 2 dari 2: Mengisi, menggeser, dan menulis");
  await expect(page.getByRole("heading", { name: "Butir 7 dari 11" })).toBeFocused();
  for (let number = 1; number <= 6; number++) await expect(page.getByRole("complementary", { name: "Daftar butir" }).getByRole("button", { name: new RegExp(`^Butir ${number},`) })).toBeDisabled();
  await expect(page.getByRole("button", { name: "Sebelumnya" })).toBeDisabled();

  await tabTo(page, main.getByRole("textbox"));
  await page.keyboard.type("3,4");
  await tabTo(page, page.getByRole("combobox", { name: "Satuan" }));
  await down(page, 1);
  await expect(page.getByText("Terbaca: 3,4 hari")).toBeVisible();
  await photographOnTelephone(page, "text-entry");
  await next(page, 8);

  await tabTo(page, page.getByRole("slider"));
  for (let pressed = 0; pressed < 4; pressed++) await page.keyboard.press("ArrowUp");
  await expect(main.getByRole("status").filter({ hasText: "%" })).toHaveText("70 %");
  await photographOnTelephone(page, "slider");
  await next(page, 9);

  for (const [index, group] of (await page.getByRole("radiogroup").all()).entries()) {
    await tabTo(page, group.getByRole("radio").first());
    await page.keyboard.press("Space");
    await down(page, index + 1);
  }
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(3);
  await photographOnTelephone(page, "likert");
  await next(page, 10);

  await tabTo(page, main.getByRole("textbox"));
  await page.keyboard.type("retroaktif");
  await next(page, 11);

  const essay = page.locator("[contenteditable=true]");
  await expect(essay).toBeVisible({ timeout: 30_000 });
  await tabTo(page, essay);
  await page.keyboard.type("Saya terus bekerja karena jawaban disimpan di perangkat dan dikirim begitu sambungan kembali; pengawas saya beri tahu.");
  await photographOnTelephone(page, "extended-text");

  // Free in this section: back, by the arrow that works everywhere but in a text.
  await press(page, "Sebelumnya");
  await expect(page.getByRole("heading", { name: "Butir 10 dari 11" })).toBeFocused();
  await expect(main.getByRole("textbox")).toHaveValue("retroaktif");

  // A reload stays in the section.
  await expect(page.getByText(/^Tersimpan \d/).first()).toBeVisible({ timeout: 30_000 });
  await page.reload();
  await expect(page.getByRole("region", { name: "Bagian tes" })).toContainText("Bagian 2 dari 2", { timeout: 30_000 });
  await expect(main.getByRole("textbox")).toHaveValue("retroaktif");

  await press(page, "Tinjau & serahkan");
  await expect(page.getByRole("button", { name: /^1\s*terjawab/ })).toBeDisabled();
  await inspect(page, "candidate-section-hand-in");
  await press(page, "Serahkan");
  await press(page, "Ya, serahkan", page.getByRole("dialog"));
  await expect(page.getByText(/catatan pengerjaan tersimpan di server/)).toBeVisible({ timeout: 30_000 });
  const download = page.waitForEvent("download");
  await press(page, "Unduh tanda terima");
  await verify(browser, readFileSync(await (await download).path(), "utf8"));
});
