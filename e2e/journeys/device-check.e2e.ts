/** Before the day: a candidate tries their device, by keyboard, where sockets are blocked and where nothing gets through; the proctor sees what came out. */
import { expect, test, type Page } from "@playwright/test";
import { newRoom } from "../room.ts";
import { expectAccessible, inspect, photograph, signedIn } from "../support.ts";

const whileItRuns = { timeout: 60_000 };

async function check(page: Page, result: string): Promise<void> {
  await page.getByRole("button", { name: /^(Mulai pemeriksaan|Periksa lagi)$/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Pemeriksaan berlangsung" })).toBeFocused();
  await expect(page.getByRole("progressbar", { name: "Kemajuan pemeriksaan" })).toBeVisible();
  await expect(page.getByRole("heading", { name: result })).toBeFocused(whileItRuns);
}

test.setTimeout(300_000);
test("a device is checked before the day, and the proctor sees with what result", async ({ browser }) => {
  const { assessmentId, cards } = await newRoom(browser, { title: "Uji pemeriksaan perangkat", candidates: 2, proctorStarts: true });
  const [card] = cards;
  if (!card) throw new Error("the candidate has no card");
  const { page, context } = await signedIn(browser, card.login, { password: card.password });
  const lineOf = (name: string) => page.getByRole("listitem").filter({ has: page.getByRole("heading", { name }) });

  await test.step("everything is well", async () => {
    await page.getByRole("link", { name: "Periksa perangkat" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Periksa perangkat" })).toBeVisible();
    await inspect(page, "candidate-device-check");
    await check(page, "Perangkat ini siap dipakai");
    await expect(lineOf("Sambungan dan penyimpanan di server")).toContainText(/\(WebSocket\): 8 dari 8 contoh jawaban tersimpan .* milidetik/);
    await expect(lineOf("Sambungan dan penyimpanan di server")).toContainText(/\(HTTP\): 8 dari 8/);
    await expect(page.getByText("Hasil tersimpan; penyelenggara dan pengawas dapat melihatnya.")).toBeVisible();
    await inspect(page, "candidate-device-check-ready");
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize({ width: 390, height: 844 });
    await expectAccessible(page, "device check, dark, on a telephone");
    await photograph(page, "candidate-device-check-telephone-dark", { fullPage: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.reload();
    await expect(page.getByText("Pemeriksaan terakhir Anda")).toBeVisible();
  });

  await test.step("nothing gets through: said so, not said to be kept, and kept once the line is back", async () => {
    await page.getByRole("button", { name: "Periksa lagi" }).waitFor();
    await context.setOffline(true);
    await check(page, "Perangkat ini belum dapat dipakai");
    await expect(page.getByRole("alert")).toContainText("Hasil ini belum tersimpan di server");
    await expectAccessible(page, "device check without a line");
    await context.setOffline(false);
    await page.getByRole("button", { name: "Coba lagi" }).click();
    await expect(page.getByText("Hasil tersimpan; penyelenggara dan pengawas dapat melihatnya.")).toBeVisible();
  });

  await test.step("a network that lets no socket through", async () => {
    // Takes hold of pages that are loaded from now on.
    await page.routeWebSocket(/socket\.io/, (socket) => void socket.close());
    await page.reload();
    await check(page, "Perangkat ini dapat dipakai, dengan catatan");
    const line = lineOf("Sambungan dan penyimpanan di server");
    await expect(line).toContainText("Perlu perhatian");
    await expect(line).toContainText("(WebSocket): tidak ada contoh jawaban yang tersimpan.");
    await expect(line).toContainText("(HTTP): 8 dari 8");
    await expect(line).toContainText("Jaringan ini mungkin menutup WebSocket.");
    await expect(page.getByText("Hasil tersimpan; penyelenggara dan pengawas dapat melihatnya.")).toBeVisible();
    await inspect(page, "candidate-device-check-attention");
  });

  await test.step("the proctor sees who has checked and who has not", async () => {
    const proctor = await signedIn(browser, "pengawas.jatim");
    await proctor.page.goto(`/pengawasan?kegiatan=${assessmentId}`);
    await proctor.page.getByRole("button", { name: "Pemeriksaan perangkat" }).click();
    const panel = proctor.page.getByRole("dialog", { name: "Pemeriksaan perangkat peserta" });
    await expect(panel.getByText("1 dari 2 peserta sudah memeriksa: 0 siap, 1 perlu perhatian, 0 belum dapat dipakai.")).toBeVisible();
    await expect(panel.getByRole("row").filter({ hasText: card.name })).toContainText(/Perlu perhatian.*Chrome.*Sambungan dan penyimpanan di server/);
    await inspect(proctor.page, "proctor-device-checks");
    await panel.getByRole("combobox", { name: "Hasil" }).selectOption({ label: "Belum memeriksa" });
    await expect(panel.getByRole("row").filter({ hasText: cards[1]?.name ?? "" })).toContainText("Belum memeriksa");
    await expect(panel.getByRole("row").filter({ hasText: card.name })).toHaveCount(0);
    await proctor.context.close();
  });
  await context.close();
});

test("a practice is the sitting's own player, marked on every page, and leaves nothing behind", async ({ browser }) => {
  const { cards } = await newRoom(browser, { title: "Uji latihan", candidates: 1, proctorStarts: true });
  const [card] = cards;
  if (!card) throw new Error("the candidate has no card");
  const { page, context } = await signedIn(browser, card.login, { password: card.password });
  const lobby = async () => ((await (await context.request.get("/api/my-attempts")).json()) as { sittings: unknown }).sittings;
  const before = await lobby();
  await page.goto("/periksa-perangkat");
  await page.getByRole("link", { name: "Coba latihan" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Latihan" })).toBeVisible();
  await inspect(page, "candidate-practice-start");
  const written: string[] = [];
  page.on("request", (request) => request.method() !== "GET" && written.push(`${request.method()} ${request.url()}`));
  page.on("websocket", (socket) => written.push(socket.url()));

  await page.getByRole("button", { name: "Mulai latihan" }).click();
  const mark = page.getByText("LATIHAN – bukan penilaian. Tidak dikirim, tidak disimpan, tidak dinilai.");
  const next = page.getByRole("button", { name: "Berikutnya" });
  await expect(page.getByRole("heading", { name: "Butir 1 dari 11" })).toBeVisible();
  await page.getByRole("radio", { name: /42 pemohon/ }).check();
  await expect(page.getByText("Latihan: tidak disimpan")).toBeVisible();
  await expect(page.getByText(/^Tersimpan/)).toHaveCount(0);
  for (const number of [1, 2, 3]) {
    await expect(page.getByRole("heading", { name: `Butir ${number} dari 11` })).toBeVisible();
    await expect(mark).toBeInViewport();
    await next.click();
  }
  await inspect(page, "candidate-practice");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(mark).toBeInViewport();
  await inspect(page, "candidate-practice-telephone-dark");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.emulateMedia({ colorScheme: "light" });

  await page.getByRole("button", { name: "Tinjau & serahkan" }).click();
  await expect(mark).toBeInViewport();
  await page.getByRole("button", { name: "Serahkan", exact: true }).click();
  await page.getByRole("button", { name: "Ya, serahkan" }).click();
  await expect(page.getByRole("heading", { name: "Latihan selesai" })).toBeFocused();
  expect(written).toEqual([]);
  expect(await lobby()).toEqual(before);
  await context.close();
});
