/** The in-basket as a desk: mail, plan and memo; what comes in while the line is down comes in order; the assessor sees all of it in order of time. */
import { expect, test, type Locator, type Page } from "@playwright/test";
import { begin, handIn, newSitter, openDesk, saved } from "../exercise.ts";
import { expectAccessible, expectNothingCutOff, inspect, photograph } from "../support.ts";

const title = `In-basket ${Date.now().toString(36)}`;
/** The demonstration's in-basket: what arrives while the clock runs arrives within seconds. */
const code = "in-basket-peragaan";
/** The newest first, each with when it came by the desk's clock: after 6, 5, 3 and 2 seconds, of which the page is told as of the minutes in which the exercise itself sends them. */
const late = [
  ["Rapat dengar pendapat siang ini", "Masuk 09.35"],
  ["SANGAT MENDESAK!!!", "Masuk 09.27"],
  ["Permintaan konfirmasi untuk berita besok", "Masuk 09.17"],
  ["Keadaan di GOR pagi ini", "Masuk 09.08"],
] as const;
const minutes: Record<string, number> = { 2: 8, 3: 17, 5: 27, 6: 35 };
const drawnOut = (told: string) => told.replace(/"arrivesAfterSeconds":(\d+)/g, (_, seconds: string) => `"arrivesAfterSeconds":${(minutes[seconds] ?? 0) * 60}`);

type Documents = { arrivesAfterSeconds: number }[];

/** Nothing that arrives gets through until the answer is called: as if the line had broken at the first second. */
async function holdArrivals(page: Page): Promise<() => void> {
  let held = true;
  await page.routeWebSocket(/socket\.io/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      if (!String(message).includes("documents:arrived")) socket.send(message);
      else if (!held) socket.send(drawnOut(String(message)));
    });
  });
  await page.route(/\/api\/attempts\/[^/]+\/documents/, async (route) => {
    if (held) return route.abort();
    const response = await route.fetch();
    await route.fulfill({ response, body: drawnOut(await response.text()) });
  });
  await page.route(/\/api\/attempts\/[^/]+\/paper/, async (route) => {
    const response = await route.fetch();
    const view = (await response.json()) as { paper: { documents: Documents } };
    if (held) view.paper.documents = view.paper.documents.filter((document) => document.arrivesAfterSeconds === 0);
    await route.fulfill({ response, body: drawnOut(JSON.stringify(view)) });
  });
  return () => (held = false);
}

async function writeMail(page: Page): Promise<void> {
  const rows = page.getByRole("region", { name: "Kotak masuk" }).getByRole("listitem").getByRole("button");
  // By keyboard alone: down, down, open.
  await rows.first().focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(rows.nth(2)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(rows.nth(2)).toHaveAttribute("aria-current", "true");

  await page.getByRole("searchbox").fill("rekap simanjorang");
  await expect(rows).toHaveCount(1);
  await expect(page.getByText("1 dari 18 dokumen")).toBeVisible();
  await rows.first().click();
  await page.getByRole("button", { name: /^Rekap cuti/ }).click();
  await expect(page.getByRole("cell", { name: "Gabriel Simanjorang" })).toBeVisible();
  await inspect(page, "candidate-in-basket-search");
  await page.getByRole("searchbox").fill("");

  await page.getByRole("button", { name: "Minta keterangan" }).click();
  // The role they play is on the organisation chart and no one to write to.
  await expect(page.getByLabel("Kepada").getByRole("option", { name: /^Kepala Bidang Perlindungan|^Anda/ })).toHaveCount(0);
  await page.getByLabel("Kepada").selectOption({ index: 6 });
  await page.getByLabel("Keterangan yang diminta").fill("Mohon kirimkan rekap pegawai yang benar-benar masuk kantor pekan ini.");
  await page.getByRole("button", { name: "Selesai", exact: true }).click();
  await page.getByRole("button", { name: "Kaitkan dokumen" }).click();
  await page.getByRole("checkbox", { name: /Penerapan aplikasi SIMPUL/ }).check();
  await page.getByLabel("Kaitannya").fill("Pelatihan SIMPUL jatuh pada hari-hari pegawai sedang dinas luar.");
  await page.getByRole("button", { name: "Selesai", exact: true }).click();
  await page.getByRole("button", { name: "Tunda" }).click();
  // By keyboard, a day without its month: no time yet, and said to be none; a whole one is enough.
  await page.getByLabel("Ditunda sampai", { exact: true }).press("1");
  await page.getByLabel("Alasan").focus();
  await expect(page.getByText("Lengkapi tanggal atau jamnya.")).toBeVisible();
  await page.getByLabel("Ditunda sampai", { exact: true }).fill("2026-11-13");
  await expect(page.getByLabel("Ditunda sampai, jam")).toHaveValue("08:00");
  await page.getByLabel("Alasan").fill("Dapat menunggu sampai saya kembali.");
  await page.getByRole("button", { name: "Selesai", exact: true }).click();
  await expect(page.getByText("Lengkapi tanggal atau jamnya.")).toHaveCount(0);
  await saved(page);
}

test("a desk that behaves like mail, through a broken line, as the assessor sees it", async ({ browser }) => {
  test.setTimeout(900_000);
  const { page, context } = await newSitter(browser, { code, title });
  const release = await holdArrivals(page);
  await page.reload();
  await begin(page);
  await page.getByRole("button", { name: /Buka kotak masuk \(18 dokumen\)/ }).click();
  const rows = page.getByRole("region", { name: "Kotak masuk" }).getByRole("listitem").getByRole("button");
  await expect(rows).toHaveCount(18);
  await writeMail(page);

  // The line breaks in the middle of a letter; all four documents arrive meanwhile.
  await page.getByRole("button", { name: "Naikkan ke atasan" }).click();
  await page.getByLabel("Kepada").selectOption({ index: 1 });
  const matter = page.getByLabel("Persoalan dan usul Anda");
  await context.setOffline(true);
  await matter.fill("Rapat dengar pendapat dan kunjungan kerja bertabrakan.");
  await expect(page.getByText(/Luring/).first()).toBeVisible({ timeout: 5_000 });
  await page.keyboard.type(" Saya mengusulkan");
  release();
  await context.setOffline(false);
  await expect(rows).toHaveCount(22, { timeout: 60_000 });
  await expect(page.getByText(/4 dokumen baru/)).toBeVisible();
  // Nothing has moved under the hands.
  await expect(matter).toBeFocused();
  await page.keyboard.type(" menunda keberangkatan.");
  await expect(matter).toHaveValue("Rapat dengar pendapat dan kunjungan kerja bertabrakan. Saya mengusulkan menunda keberangkatan.");
  await page.getByRole("button", { name: "Selesai", exact: true }).click();
  // Opened once more, so that the letter has been saved more than once however fast the line was.
  await page.getByRole("button", { name: "Ubah", exact: true }).last().click();
  await matter.fill("Rapat dengar pendapat dan kunjungan kerja bertabrakan. Saya mengusulkan menunda keberangkatan. Mohon arahan Ibu.");
  await page.getByRole("button", { name: "Selesai", exact: true }).click();
  await saved(page);

  for (const [index, [subject, came]] of late.entries()) {
    await expect(rows.nth(index)).toContainText(subject);
    await expect(rows.nth(index)).toContainText(came);
  }
  await rows.first().click();
  await expect(page.getByRole("navigation", { name: "Rangkaian surat" }).getByRole("button")).toHaveCount(2);
  await inspect(page, "candidate-in-basket-mail");
  await expectNothingCutOff(page, "candidate-in-basket-mail");

  await page.getByRole("button", { name: /^Rencana dan memo/ }).click();
  await page.getByLabel("Tugas baru").fill("Siapkan bahan Komisi E");
  await page.keyboard.press("Enter");
  await page.getByLabel("Tugas baru").fill("Telepon Camat Arum Hulu");
  await page.keyboard.press("Enter");
  await page.getByRole("checkbox", { name: "Selesai: Siapkan bahan Komisi E" }).check();
  await expect(page.getByText("1 dari 2 tugas selesai")).toBeVisible();
  await page.getByLabel("Tambahkan dokumen ke urutan").selectOption({ label: "Jadwal dan format pemantauan tindak lanjut triwulan IV" });
  await page.getByLabel("Tambahkan dokumen ke urutan").selectOption({ label: "Rapat dengar pendapat siang ini" });
  await page.getByRole("button", { name: "Naikkan: Rapat dengar pendapat siang ini" }).click();
  await page.getByLabel("Alasan prioritas: Rapat dengar pendapat siang ini").fill("Harus diputuskan sebelum pukul 09.55.");
  await page.getByLabel("Alasan prioritas: Jadwal dan format").fill("Batas waktu pukul 15.00 hari ini.");
  await page.getByLabel("Penjelasan penutup").fill("Selebihnya menunggu sampai Jumat.");
  await saved(page);
  await inspect(page, "candidate-in-basket-plan");
  await expectNothingCutOff(page, "candidate-in-basket-plan");

  // Another look, on a telephone, after a reload: all of it is the server's.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  await page.getByRole("button", { name: /^Rencana dan memo/ }).click();
  await expect(page.getByLabel("Alasan prioritas: Rapat dengar pendapat siang ini")).toHaveValue("Harus diputuskan sebelum pukul 09.55.");
  await expect(page.getByText("1 dari 2 tugas selesai")).toBeVisible();
  await inspect(page, "candidate-in-basket-plan-telephone");
  await page.getByRole("button", { name: /^Kotak masuk/ }).click();
  await inspect(page, "candidate-in-basket-mail-telephone");
  await page.setViewportSize({ width: 1366, height: 768 });
  await handIn(page);

  const assessor = await openDesk(browser, title);
  await expect(assessor.page.getByText("Meminta keterangan").first()).toBeVisible();
  await expect(assessor.page.getByText("Menulis memo penutup").first()).toBeVisible();
  await assessor.page.getByRole("tab", { name: "Urutan waktu" }).click();
  const replay = assessor.page.getByRole("table", { name: "Urutan waktu" });
  await expect(replay.getByRole("row").filter({ hasText: "Membaca" }).first()).toBeVisible();
  await expect(replay.getByRole("row").filter({ hasText: "Menunda" })).toHaveCount(1);
  await expectAccessible(assessor.page, "assessor-in-basket-replay");
  await photograph(assessor.page, "assessor-in-basket-replay");
  await readSteps(assessor.page, replay);
});

/** Step by step: what the letter was before and after, each save of it, and what was read next. */
async function readSteps(page: Page, replay: Locator): Promise<void> {
  const opener = replay.getByRole("button", { name: /^Menaikkan ke atasan/ }).last();
  // By keyboard alone: opened, gone through and closed.
  await opener.focus();
  await page.keyboard.press("Enter");
  const step = page.getByRole("dialog", { name: /^Langkah \d+ dari \d+$/ });
  const after = step.getByRole("heading", { name: "Sesudah langkah ini" }).locator("..");
  await expect(after).toContainText("menunda keberangkatan. Mohon arahan Ibu.");
  await step.getByText(/^Semua simpanan pada langkah ini/).click();
  const saves = step.getByText(/^Simpanan \d+ · /);
  expect(await saves.count()).toBeGreaterThan(1);
  await saves.last().click();
  await expect(step.getByRole("list").locator("ins").last()).toContainText("Mohon arahan Ibu.");
  await inspect(page, "assessor-in-basket-step");
  await page.setViewportSize({ width: 390, height: 844 });
  await inspect(page, "assessor-in-basket-step-telephone");
  await expectNothingCutOff(page, "assessor-in-basket-step-telephone");
  await page.setViewportSize({ width: 1366, height: 768 });

  const name = await step.getByRole("heading", { name: /^Langkah/ }).textContent();
  await step.getByRole("button", { name: "Berikutnya" }).press("Enter");
  await expect(step.getByRole("heading", { name: /^Langkah/ })).not.toHaveText(name ?? "");
  await step.getByRole("button", { name: "Sebelumnya" }).press("Enter");
  await expect(after).toContainText("Mohon arahan Ibu.");
  await page.keyboard.press("Escape");
  await expect(step).toHaveCount(0);
  await expect(opener).toBeFocused();
}
