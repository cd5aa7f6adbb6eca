/** A proctor and two candidates at their own computers, side by side: what one does, the other sees within two seconds. */
import { expect, test, type Locator, type Page } from "@playwright/test";
import { randomUUID } from "node:crypto";
import { arrive, newRoom } from "../room.ts";
import { evidencePacks, expectAccessible, inspect, newPerson, photograph, signedIn, type Person } from "../support.ts";

const withinTwoSeconds = { timeout: 2_000 };
/** A line that is cut is noticed when its next sign of life does not come. */
const whenTheLineIsMissed = { timeout: 25_000 };

async function begin(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Mulai", exact: true }).click();
  await page.getByRole("button", { name: "Mulai sekarang" }).click();
  await expect(page.getByText(/Butir 1 dari/).first()).toBeVisible();
}

/** Whole minutes on the candidate's clock; of an hour and more as well. */
async function minutesLeft(page: Page): Promise<number> {
  const shown = (await page.getByRole("timer", { name: "Sisa waktu", exact: true }).textContent()) ?? "";
  const parts = shown.split(/[.:]/).map(Number);
  return parts.slice(0, -1).reduce((sum, part) => sum * 60 + part, 0);
}

/** The dialog over the room or over the panel: the one with this field. */
async function fill(page: Page, field: string, text: string, button: string | RegExp): Promise<void> {
  const dialog = page.getByRole("dialog").filter({ has: page.getByRole("textbox", { name: field }) });
  await dialog.getByRole("textbox", { name: field }).fill(text);
  await dialog.getByRole("button", { name: button }).click();
}

/** Tab by Tab, as somebody without a mouse gets there. */
async function reach(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let tabs = 0; tabs < 100; tabs++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${String(target)} cannot be reached by keyboard`);
}

async function press(page: Page, target: Locator, key = "Enter"): Promise<void> {
  await reach(page, target);
  await page.keyboard.press(key);
}

/** A dialog whose first field has the focus, as it opens. */
async function type(page: Page, text: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("TEXTAREA");
  await page.keyboard.type(text);
}

test.setTimeout(420_000);
test("a proctor starts a room, watches, pauses, gives time, speaks, notes an incident and sees a line that is cut", async ({ browser }) => {
  const { assessmentId, cards } = await newRoom(browser, { title: "Uji ruang pengawas", candidates: 2, proctorStarts: true, extraPercent: 40 });
  // Cards come in no order of theirs: whoever has the accommodation is the one whose clock is longer.
  const [one, two] = [cards[0]?.name ?? "", cards[1]?.name ?? ""];
  const proctor = await signedIn(browser, "pengawas.jatim");
  const { page } = proctor;
  const [first, second] = [await arrive(browser, cards[0] as never), await arrive(browser, cards[1] as never)];
  const rowOf = (name: string): Locator => page.getByRole("row").filter({ hasText: name }).filter({ hasText: "Tes Penalaran Umum" });

  await test.step("candidates wait until the proctor starts the room", async () => {
    await expect(first.page.getByText("Menunggu pengawas memulai ruang.")).toBeVisible();
    await expect(first.page.getByRole("button", { name: "Mulai", exact: true })).toBeDisabled();
    await inspect(first.page, "candidate-waiting-for-room");
    await page.goto(`/pengawasan?kegiatan=${assessmentId}`);
    await expect(page.getByText(/peserta menunggu sampai Anda memulai ruang/)).toBeVisible();
    await inspect(page, "proctor-room-waiting");
    await page.getByRole("button", { name: "Mulai ruang" }).click();
    await page.getByRole("button", { name: "Mulai sekarang" }).click();
    await expect(first.page.getByRole("button", { name: "Mulai", exact: true })).toBeEnabled(withinTwoSeconds);
    await expect(page.getByText(/dimulai pukul/)).toBeVisible();
    await begin(first.page);
    await begin(second.page);
    // 45 minutes, and 40 % more for whom that was granted.
    const [shorter = 0, longer = 0] = [await minutesLeft(first.page), await minutesLeft(second.page)].toSorted((a, b) => a - b);
    expect(shorter).toBeLessThanOrEqual(45);
    expect(longer).toBeGreaterThan(45);
    expect(Math.abs(longer - shorter - 18)).toBeLessThanOrEqual(1);
  });

  await test.step("the room is live", async () => {
    await page.goto(`/pengawasan?kegiatan=${assessmentId}&keadaan=running`);
    await expect(rowOf(one)).toContainText("Tersambung");
    await expect(page.getByText(/^langsung; terakhir pukul/)).toBeVisible();
    await first.page.getByRole("radio").first().click();
    await expect(rowOf(one)).toContainText(/1 \/ \d+/, { timeout: 4_000 });
    await inspect(page, "proctor-room");
    await photograph(page, "proctor-room-full", { fullPage: true });
  });

  const panel = page.getByRole("dialog").first();
  await test.step("a pause is on the candidate's screen within two seconds, and so is its end", async () => {
    await rowOf(one).click();
    await expect(panel).toContainText("Batas waktu");
    await expect(page).toHaveURL(/buka=/);
    await inspect(page, "proctor-panel");
    await panel.getByRole("button", { name: "Jeda", exact: true }).click();
    await fill(page, "Alasan", "Alarm kebakaran berbunyi", "Jeda sekarang");
    await expect(first.page.getByText("Waktu dijeda oleh pengawas")).toBeVisible(withinTwoSeconds);
    await photograph(first.page, "candidate-paused");
    await panel.getByRole("button", { name: "Lanjutkan", exact: true }).click();
    await fill(page, "Alasan", "Keadaan sudah aman", "Lanjutkan sekarang");
    await expect(first.page.getByText("Waktu dijeda oleh pengawas")).toBeHidden(withinTwoSeconds);
  });

  await test.step("a message is told at once, survives a reload, and its reading is seen", async () => {
    await panel.getByRole("button", { name: "Kirim pesan" }).click();
    await fill(page, "Pesan", "Kartu Anda tertinggal di meja pendaftaran.", "Kirim");
    const said = first.page.getByText("Kartu Anda tertinggal di meja pendaftaran.");
    await expect(said).toBeVisible(withinTwoSeconds);
    await expect(panel).toContainText("belum dibaca");
    await inspect(first.page, "candidate-message");
    await first.page.reload();
    await expect(said).toBeVisible();
    await first.page.getByRole("button", { name: "Sudah saya baca" }).click();
    await expect(said).toBeHidden();
    await expect(panel).toContainText(/dibaca \d\d\.\d\d/, { timeout: 4_000 });
  });

  await test.step("an incident stays in the record, and the identity is checked beside the register", async () => {
    await panel.getByRole("button", { name: "Catat kejadian" }).click();
    await expectAccessible(page, "proctor-incident");
    await fill(page, "Uraian", "Laptop mati, diganti dengan laptop cadangan", "Catat");
    await expect(panel).toContainText("Laptop mati, diganti dengan laptop cadangan", { timeout: 4_000 });
    const [answer] = await Promise.all([page.waitForResponse(/\/api\/enrolments\/[^/]+\/identity$/), panel.getByRole("button", { name: "Periksa identitas" }).click()]);
    const { photoKeptAtMs } = (await answer.json()) as { photoKeptAtMs: number | null };
    await expect(page.getByRole("dialog").filter({ hasText: "Tanggal lahir" })).toBeVisible();
    const portrait = page.getByRole("img", { name: photoKeptAtMs === null ? /^Belum ada foto / : /^Foto / });
    await expect(portrait).toBeVisible();
    if (photoKeptAtMs !== null) await expect.poll(() => portrait.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(50);
    await inspect(page, "proctor-identity");
    await page.getByRole("button", { name: "Sesuai", exact: true }).click();
    await expect(panel).toContainText("Identitas sesuai", { timeout: 4_000 });
    await photograph(page, "proctor-panel-record");
    await page.keyboard.press("Escape");
    await expect(rowOf(one)).toContainText("1 kejadian");
  });

  await test.step("time for several is on each screen within two seconds", async () => {
    for (const name of [one, two]) await page.getByRole("checkbox", { name: `Pilih ${name}` }).first().check();
    await expect(page.getByText("2 dipilih")).toBeVisible();
    await page.getByRole("button", { name: "Tambah waktu" }).click();
    await expectAccessible(page, "proctor-extend");
    await fill(page, "Alasan", "Listrik padam sepuluh menit", /Tambah 10 menit/);
    for (const candidate of [first, second]) await expect(candidate.page.getByText(/Waktu Anda ditambah/).first()).toBeVisible(withinTwoSeconds);
    await expect(page.getByText("perubahan waktu belum tampil di layarnya")).toHaveCount(0);
    await page.getByRole("button", { name: "Batalkan pilihan" }).click();
  });

  await test.step("a message to all reaches all, and the record counts who has read it", async () => {
    await page.getByRole("button", { name: "Pesan ke semua" }).click();
    await fill(page, "Pesan", "Istirahat dimulai pukul 10.00 WIB.", "Kirim");
    for (const candidate of [first, second]) await expect(candidate.page.getByText("Istirahat dimulai pukul 10.00 WIB.")).toBeVisible(withinTwoSeconds);
    await second.page.getByRole("button", { name: "Sudah saya baca" }).click();
    await page.getByRole("button", { name: /^Catatan ruang/ }).click();
    await expect(page.getByRole("dialog")).toContainText(/dibaca 1 dari \d+/, { timeout: 4_000 });
    await inspect(page, "proctor-record");
    await page.keyboard.press("Escape");
  });

  await test.step("whoever turns away or loses the line is seen, and found by the address", async () => {
    // As where another window lies over the page: it has the keyboard no longer.
    await second.page.evaluate(() => Object.assign(document, { hasFocus: () => false }));
    await expect(rowOf(two)).toContainText(/di luar halaman sejak \d\d\.\d\d/, { timeout: 8_000 });
    await page.getByRole("combobox", { name: "Perhatian", exact: true }).selectOption({ label: "Di luar halaman" });
    await expect(rowOf(one)).toHaveCount(0);
    await second.page.evaluate(() => delete (document as { hasFocus?: unknown }).hasFocus);
    await expect(rowOf(two)).toHaveCount(0, { timeout: 8_000 });
    await page.getByRole("combobox", { name: "Perhatian", exact: true }).selectOption({ index: 0 });
    await expect(rowOf(two)).toContainText("1 kali meninggalkan halaman");

    await second.context.setOffline(true);
    await expect(rowOf(two)).toContainText("Terputus", whenTheLineIsMissed);
    await page.getByRole("combobox", { name: "Sambungan", exact: true }).selectOption({ label: "Terputus" });
    await expect(page).toHaveURL(/sambungan=off/);
    await expect(rowOf(two)).toContainText("sejak");
    await expect(rowOf(one)).toHaveCount(0);
    await photograph(page, "proctor-room-offline");
    await second.context.setOffline(false);
    await expect(rowOf(two)).toHaveCount(0, { timeout: 10_000 });
  });

  let third: Person | undefined;
  await test.step("a token that the proctor makes lets a candidate in", async () => {
    await page.getByRole("link", { name: "Token masuk" }).click();
    await page.getByRole("button", { name: "Buat 2 token" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Ya, lanjutkan" }).click();
    const card = page.getByRole("listitem").filter({ hasText: two });
    const token = (await card.getByText(/^[a-z2-9]{4}(-[a-z2-9]{4}){2}$/).textContent()) ?? "";
    await inspect(page, "proctor-tokens");
    await page.getByRole("button", { name: "Selesai" }).click();
    await page.getByRole("button", { name: "Ya, tutup" }).click();
    await expect(page.getByRole("table")).toContainText(two);
    third = await newPerson(browser);
    await third.page.goto("/masuk");
    await third.page.getByLabel("NIP atau nama pengguna").fill(cards[1]?.login ?? "");
    await third.page.getByLabel("Kata sandi", { exact: true }).fill(token.toUpperCase());
    await third.page.getByRole("button", { name: "Masuk", exact: true }).click();
    await expect(third.page).not.toHaveURL(/masuk/);
    await page.goto(`/pengawasan?kegiatan=${assessmentId}`);
  });

  await test.step("[J5] whose computer is broken goes on at another one as soon as the proctor has freed it, and the first one writes no more", async () => {
    if (!third) throw new Error("nobody has come in by a token");
    const elsewhere = { name: "Pengerjaan ini terbuka di perangkat lain" };
    await second.page.getByRole("radio").first().click();
    await expect(rowOf(two)).toContainText(/1 \/ \d+/, { timeout: 4_000 });
    await third.page.goto(new URL(second.page.url()).pathname);
    await expect(third.page.getByRole("heading", elsewhere)).toBeVisible();
    await rowOf(two).click();
    await panel.getByRole("button", { name: "Pindah perangkat" }).click();
    await expectAccessible(page, "proctor-free-device");
    await fill(page, "Alasan", "Layar laptop mati", "Lepaskan perangkat");
    // Nobody there has to ask for it, and what was saved came along.
    await expect(third.page.getByText("1 dari 40 terjawab").first()).toBeVisible({ timeout: 5_000 });
    await expect(second.page.getByRole("heading", elsewhere)).toBeVisible();
    await third.page.getByRole("button", { name: "Berikutnya" }).click();
    await third.page.getByRole("radio").first().click();
    await expect(rowOf(two)).toContainText(/2 \/ \d+/, { timeout: 4_000 });
    await expect(second.page.getByRole("heading", elsewhere)).toBeVisible();
    await expect(third.page.getByText("2 dari 40 terjawab").first()).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(panel).toBeHidden();
    await third.context.close();
  });

  await test.step("by keyboard alone: filters, selects, opens, gives time, speaks and ends", async () => {
    await press(page, page.getByRole("textbox", { name: "Cari nama atau NIP" }), "Control+A");
    await page.keyboard.type(one);
    await expect(rowOf(two)).toHaveCount(0);
    await reach(page, page.getByRole("combobox", { name: "Status", exact: true }));
    await page.keyboard.type("Mengerjakan");
    await expect(page).toHaveURL(/keadaan=running/);
    await press(page, page.getByRole("checkbox", { name: `Pilih ${one}` }), "Space");
    await expect(page.getByText("1 dipilih")).toBeVisible();
    await press(page, rowOf(one));
    await expect(panel).toContainText("Pesan dan kejadian");
    await press(page, panel.getByRole("button", { name: "Tambah waktu" }));
    await reach(page, page.getByRole("textbox", { name: "Alasan" }));
    await type(page, "Komputer lambat");
    await press(page, page.getByRole("button", { name: "Tambah 10 menit" }));
    await expect(panel.getByRole("button", { name: "Tambah waktu" })).toBeFocused();
    await press(page, panel.getByRole("button", { name: "Kirim pesan" }));
    await type(page, "Waktu Anda sudah ditambah.");
    await press(page, page.getByRole("button", { name: "Kirim", exact: true }));
    await expect(first.page.getByText("Waktu Anda sudah ditambah.")).toBeVisible(withinTwoSeconds);
    await press(page, panel.getByRole("button", { name: "Akhiri pengerjaan" }));
    await type(page, "Membawa catatan ke dalam ruang");
    await press(page, page.getByRole("button", { name: "Akhiri sekarang" }));
    await expect(first.page.getByRole("heading", { name: "Pengerjaan diakhiri pengawas" })).toBeVisible(withinTwoSeconds);
    await expect(first.page.getByText(/dengan alasan: Membawa catatan ke dalam ruang\./)).toBeVisible();
    await photograph(first.page, "candidate-ended");
    await expect(panel).toContainText("Diakhiri pengawas");
    await expect(panel).toContainText("Membawa catatan ke dalam ruang", { timeout: 4_000 });
    await page.keyboard.press("Escape");
    await expect(panel).toBeHidden();
  });

  await test.step("the proctor takes away time and line of an attempt as a file, without an answer; an auditor the whole of it", async () => {
    await page.getByRole("combobox", { name: "Bukti waktu dan sambungan" }).selectOption({ label: `${one} – Tes Penalaran Umum` });
    const time = await evidencePacks(page.locator("body"), "Bukti waktu");
    expect(time.printed).toMatch(/^%PDF-/);
    expect(time.pack).toMatchObject({ scope: "time", attempt: { closedReason: "ended" } });
    expect(time.pack.attempt.candidate.name).toContain(one);
    expect(time.pack.events.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["started", "paused", "resumed", "extended", "ended"]));
    expect(JSON.stringify(time.pack)).not.toContain("optionId");

    const auditor = await signedIn(browser, "auditor.jatim");
    await auditor.page.goto("/administrasi/audit");
    // Leads of other assessments read evidence too.
    const { account } = (await (await page.request.get("/api/session")).json()) as { account: { name: string } };
    await auditor.page.getByRole("row").filter({ hasText: "Berkas bukti dibaca" }).filter({ hasText: account.name }).first().click();
    const full = await evidencePacks(auditor.page.locator("body"), "Berkas bukti");
    expect(full.printed).toMatch(/^%PDF-/);
    expect(full.pack).toMatchObject({ scope: "full", attempt: { attemptId: time.pack.attempt.attemptId } });
    expect(JSON.stringify(full.pack)).toContain("optionId");
    await auditor.context.close();
  });

  await test.step("in the dark, on a telephone", async () => {
    await page.getByRole("button", { name: "Kompensasi waktu gangguan" }).click();
    await expectAccessible(page, "proctor-outage");
    await page.keyboard.press("Escape");
    await page.emulateMedia({ colorScheme: "dark" });
    await inspect(page, "proctor-room-dark");
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await inspect(page, "proctor-room-phone");
  });
  for (const { context } of [proctor, first, second]) await context.close();
});

test("whoever comes late is let in and whose identity is refused is not; what an earlier device still sends is set aside, and the lead lets it count with a reason", async ({ browser }) => {
  const { assessmentId, cards } = await newRoom(browser, { title: "Uji catatan yang disisihkan", candidates: 1, proctorStarts: false, entryClosesMinutes: 1 });
  const { context, page } = await arrive(browser, cards[0] as never);
  const mayStart = page.getByRole("button", { name: "Mulai", exact: true });
  await expect(page.getByText("Batas waktu masuk sudah lewat.")).toBeVisible();
  await expect(mayStart).toBeDisabled();

  const proctor = await signedIn(browser, "pengawas.jatim");
  await proctor.page.goto(`/pengawasan?kegiatan=${assessmentId}`);
  await proctor.page.getByRole("row").filter({ hasText: cards[0]?.name ?? "" }).filter({ hasText: "Tes Penalaran Umum" }).click();
  const room = proctor.page.getByRole("dialog").first();
  await room.getByRole("button", { name: "Izinkan masuk terlambat" }).click();
  await fill(proctor.page, "Alasan", "Banjir di jalan utama", "Izinkan");
  await expect(mayStart).toBeEnabled(withinTwoSeconds);
  await room.getByRole("button", { name: "Periksa identitas" }).click();
  await fill(proctor.page, "Catatan", "Foto pada kartu bukan orang ini", "Tidak sesuai");
  await expect(page.getByText("Pengawas belum dapat memastikan identitas Anda.")).toBeVisible(withinTwoSeconds);
  await expect(mayStart).toBeDisabled();
  await expectAccessible(page, "candidate-identity-refused");
  await room.getByRole("button", { name: "Periksa identitas" }).click();
  await fill(proctor.page, "Catatan", "Kartu pegawai yang baru cocok", /^Sesuai$/);
  await expect(mayStart).toBeEnabled(withinTwoSeconds);
  await proctor.context.close();
  await begin(page);
  const attemptId = page.url().split("/").at(-1) ?? "";
  const send = async (epoch: number, operation: object) => {
    const answer = await context.request.post(`/api/attempts/${attemptId}/operations`, { data: { epoch, operations: [{ opId: randomUUID(), ...operation }] } });
    return ((await answer.json()) as { acknowledgements: { ok: boolean; refusal?: string }[] }).acknowledgements[0];
  };
  // Another device takes over; what this one still sends comes too late.
  expect(await send(1, { kind: "take-over", deviceId: randomUUID() })).toMatchObject({ ok: true });
  const { paper } = (await (await context.request.get(`/api/attempts/${attemptId}/paper`)).json()) as { paper: { sections: { items: { id: string; options: { id: string }[] }[] }[] } };
  const item = paper.sections[0]?.items[1];
  expect(await send(1, { kind: "respond", itemId: item?.id, response: { interaction: "choice", optionId: item?.options[0]?.id } })).toMatchObject({ ok: false, refusal: "quarantined" });
  await context.close();

  const lead = await signedIn(browser, "ketua.jatim");
  await lead.page.goto("/disisihkan");
  await lead.page.getByRole("row").filter({ hasText: "Uji catatan yang disisihkan" }).click();
  const panel = lead.page.getByRole("dialog");
  await expect(panel).toContainText("Perangkat lama (pemakaian ke-1)");
  await panel.getByRole("checkbox", { name: /^Pilih Jawaban/ }).check();
  await panel.getByRole("textbox", { name: "Alasan" }).fill("Laptop rusak; jawaban dibuat sebelum pindah perangkat.");
  await inspect(lead.page, "lead-set-aside");
  await panel.getByRole("button", { name: "Perhitungkan 1 catatan" }).click();
  await expect(panel).toContainText(/diperhitungkan, catatan nomor \d+/);
  await lead.context.close();
});
