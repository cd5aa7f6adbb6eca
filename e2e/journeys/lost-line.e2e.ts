/** A line that goes and does not come back: the unsent work goes by hand to the proctor, and the time that was lost is given back by what the connection log says. */
import { expect, test, type Locator, type Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { arrive, newRoom } from "../room.ts";
import { expectAccessible, inspect, signedIn } from "../support.ts";

const withinTwoSeconds = { timeout: 2_000 };
/** What the page says of the line is true within this. */
const withinFiveSeconds = { timeout: 5_000 };
/** A line that is cut is noticed when its next sign of life does not come. */
const whenTheLineIsMissed = { timeout: 25_000 };
const whenTheLineIsBack = { timeout: 20_000 };
const notShown = "perubahan waktu belum tampil di layarnya";

async function begin(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Mulai", exact: true }).click();
  await page.getByRole("button", { name: "Mulai sekarang" }).click();
  await expect(page.getByText(/Butir 1 dari/).first()).toBeVisible();
}

/** Of a clock as it is written, on the candidate's page or in the proctor's table. */
function secondsOf(shown: string | null): number {
  return (shown ?? "").split(/[.:]/).reduce((sum, part) => sum * 60 + Number(part), 0);
}

async function secondsLeft(page: Page): Promise<number> {
  return secondsOf(await page.getByRole("timer", { name: "Sisa waktu", exact: true }).textContent());
}

/** As the proctor types it: whole minutes of the agency's clock. */
function minuteFrom(nowMs: number): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Jakarta", dateStyle: "short", timeStyle: "short" }).format(nowMs).replace(" ", "T");
}

test("[J3] [J10] [T4] [T5] what a candidate could not send reaches the server by the proctor's hand, once, and the time without a line is given back", async ({ browser }) => {
  test.setTimeout(240_000);
  const { assessmentId, cards } = await newRoom(browser, { title: "Uji sambungan yang hilang", candidates: 2, proctorStarts: false });
  const [one, two] = [cards[0]?.name ?? "", cards[1]?.name ?? ""];
  const [cut, steady] = [await arrive(browser, cards[0] as never), await arrive(browser, cards[1] as never)];
  const proctor = await signedIn(browser, "pengawas.jatim");
  const { page } = proctor;
  const rowOf = (name: string): Locator => page.getByRole("row").filter({ hasText: name }).filter({ hasText: "Tes Penalaran Umum" });
  await page.goto(`/pengawasan?kegiatan=${assessmentId}`);
  await begin(cut.page);
  await begin(steady.page);
  await cut.page.getByRole("radio").first().click();
  await expect(rowOf(one)).toContainText(/1 \/ \d+/, { timeout: 4_000 });
  await expect(rowOf(two)).toContainText("Tersambung");

  let goneSinceMs = 0;
  let file = "";
  await test.step("the line goes: the page says so and makes a file of what it could not send, which nobody else can read", async () => {
    const notice = cut.page.getByRole("status").filter({ hasText: "Unduh berkas darurat" });
    await cut.context.setOffline(true);
    goneSinceMs = Date.now();
    await cut.page.getByRole("button", { name: "Berikutnya" }).click();
    await cut.page.getByRole("radio").first().click();
    await expect(cut.page.getByText(/belum tersimpan/).first()).toBeVisible();
    await expect(notice).toHaveCount(0);
    await expect(notice).toContainText(/Sambungan belum kembali dan \d+ catatan belum sampai di server/, whenTheLineIsMissed);
    await inspect(cut.page, "candidate-emergency-file");
    const [download] = await Promise.all([cut.page.waitForEvent("download"), notice.getByRole("button", { name: "Unduh berkas darurat" }).click()]);
    expect(download.suggestedFilename()).toMatch(/^darurat-[0-9a-f]{8}-.+\.json$/);
    await expect(cut.page.getByText(`Berkas darurat terunduh: ${download.suggestedFilename()}.`)).toBeVisible();
    file = readFileSync(await download.path(), "utf8");
    expect(file).not.toMatch(/operation|respond|optionId/);
  });

  await test.step("the proctor uploads it and reads what became of each record; a second time changes nothing, and what was tampered with is refused", async () => {
    await expect(rowOf(one)).toContainText("Terputus", whenTheLineIsMissed);
    await expect(rowOf(one)).toContainText(/1 \/ \d+/);
    await page.getByRole("button", { name: "Unggah berkas darurat" }).click();
    const dialog = page.getByRole("dialog").filter({ hasText: "Berkas darurat (.json)" });
    const upload = (text: string) => dialog.locator("input[type=file]").setInputFiles({ name: "darurat.json", mimeType: "application/json", buffer: Buffer.from(text) });
    const outcomes = dialog.getByRole("table").getByRole("row").filter({ hasText: /tercatat/i });
    await upload(JSON.stringify({ ...JSON.parse(file), madeAtMs: 1 }));
    await expect(dialog.getByRole("alert")).toContainText("Berkas tidak dapat dibuka: isinya berubah atau rusak.");
    await expect(outcomes).toHaveCount(0);

    await upload(file);
    await expect(dialog.getByRole("status").filter({ hasText: `${one} · Tes Penalaran Umum` })).toBeVisible();
    await expect(dialog.getByRole("alert")).toHaveCount(0);
    await expect(outcomes).toHaveText([/Butir dibuka\s*Tercatat sekarang\s*1/, /Jawaban\s*Tercatat sekarang\s*1/]);
    await inspect(page, "proctor-emergency-file");

    await upload(file);
    await expect(outcomes).toHaveText([/Butir dibuka\s*Sudah tercatat sebelumnya\s*1/, /Jawaban\s*Sudah tercatat sebelumnya\s*1/]);
    await page.keyboard.press("Escape");
    // Their line is still down: the second answer came by the file.
    await expect(rowOf(one)).toContainText(/2 \/ \d+/, { timeout: 4_000 });
    await expect(rowOf(one)).toContainText("Terputus");
  });

  const outage = page.getByRole("dialog").filter({ hasText: "Kompensasi waktu yang hilang karena gangguan" });
  const lossOf = (name: string) => outage.getByRole("row").filter({ hasText: name }).getByRole("cell");
  const openOutage = async () => {
    await page.getByRole("button", { name: "Kompensasi waktu gangguan" }).click();
    await outage.getByLabel("Mulai gangguan").fill(minuteFrom(goneSinceMs - 120_000));
  };
  const give = async () => {
    const button = outage.getByRole("button", { name: "Beri 1 pengerjaan" });
    await button.click();
    await expect(outage).toBeHidden();
  };

  await test.step("the proctor sees who lost how much, gives it, and sees that it is not on the candidate's screen yet", async () => {
    await openOutage();
    await expect(lossOf(one).nth(2)).toHaveText("1");
    await expect(lossOf(two)).toHaveCount(0);
    const seconds = secondsOf(await lossOf(one).nth(1).textContent());
    expect(seconds).toBeGreaterThan(5);
    // From the last sign of life before the cut.
    expect(seconds).toBeLessThan((Date.now() - goneSinceMs) / 1000 + 10);
    await expect(lossOf(one).nth(3)).toHaveText("00.00");
    await outage.getByRole("textbox", { name: "Alasan" }).fill("Kabel jaringan meja 3 putus");
    await inspect(page, "proctor-outage");
    await expect(rowOf(one)).not.toContainText(notShown);
    await give();
    await expect(rowOf(one)).toContainText(notShown, withinTwoSeconds);
    await expect(rowOf(two)).not.toContainText(notShown);
  });

  await test.step("the line comes back: what was uploaded is not there twice, and the time is on the screen", async () => {
    const before = { seconds: await secondsLeft(cut.page), atMs: Date.now() };
    await cut.context.setOffline(false);
    await expect(cut.page.getByText(/Waktu Anda ditambah/)).toBeVisible(whenTheLineIsBack);
    const grown = (await secondsLeft(cut.page)) - before.seconds + (Date.now() - before.atMs) / 1000;
    await expect(rowOf(one)).not.toContainText(notShown, { timeout: 5_000 });
    await expect(cut.page.getByText(/^Tersimpan \d/).first()).toBeVisible();
    await expect(rowOf(one)).toContainText(/2 \/ \d+/);
    await expectAccessible(cut.page, "candidate-time-given");

    // What is left of the outage, with what was given beside it: no second twice.
    await openOutage();
    await expect(lossOf(one).nth(3)).not.toHaveText("00.00");
    const givenSeconds = secondsOf(await lossOf(one).nth(3).textContent());
    expect(Math.abs(grown - givenSeconds)).toBeLessThan(4);
    await outage.getByRole("textbox", { name: "Alasan" }).fill("Sisa gangguan yang sama");
    await give();
    await openOutage();
    await expect(lossOf(one).nth(1)).toHaveText("00.00");
    await expect(lossOf(one).getByRole("checkbox")).toBeDisabled();
    await expect(outage.getByRole("button", { name: /^Beri/ })).toBeDisabled();
  });
  await test.step("[J8] [J10] where no socket gets through, work is saved over HTTP, and the page says within 5 s that this ends and that it is well again", async () => {
    await steady.page.routeWebSocket(/socket\.io/, (socket) => void socket.close());
    await steady.page.reload();
    await steady.page.getByRole("radio").first().click();
    const saved = steady.page.getByText(/^Tersimpan \d/).first();
    await expect(saved).toBeVisible();
    await expect(rowOf(two)).toContainText(/1 \/ \d+/, { timeout: 4_000 });
    // The network itself stays: nobody tells the browser.
    const anything = /\/api\//;
    await steady.page.route(anything, (route) => route.abort());
    await expect(steady.page.getByText(/^Luring/).first()).toBeVisible(withinFiveSeconds);
    await steady.page.unroute(anything);
    await expect(saved).toBeVisible(withinFiveSeconds);
  });
  for (const { context } of [proctor, cut, steady]) await context.close();
});
