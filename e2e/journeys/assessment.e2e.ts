/** One assessment from plan to talent pool, as five people at their own computers, in one run; and the other agency sees none of it. */
import { expect, test, type Page } from "@playwright/test";
import { evidencePacks, freeEmployees, inspect, newPerson, photograph, signedIn, signIn, type Employee } from "../support.ts";

const title = `Pengisian Jabatan Administrator ${Date.now().toString(36)}`;

/** Where the first agency's work stands, for the other agency's people to try. */
const addresses: { assessment?: string; rating?: string; board?: string; result?: string } = {};

test.describe.configure({ mode: "serial" });

function localTime(date: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Jakarta", dateStyle: "short", timeStyle: "short" }).format(date).replace(" ", "T");
}

async function saveAndGoOn(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Simpan dan lanjut" }).click();
}

async function plan(page: Page): Promise<{ candidate: Employee; password: string }> {
  const [candidate] = await freeEmployees(page.request, 1);
  await page.goto("/kegiatan");
  await inspect(page, "organiser-assessments");
  await page.getByRole("link", { name: "Rencanakan kegiatan" }).first().click();
  await page.getByLabel("Judul kegiatan").fill(title);
  await page.getByRole("radio", { name: /Pengisian jabatan/ }).check();
  await page.getByRole("combobox", { name: "Jabatan sasaran" }).fill("Administrator");
  await page.getByRole("option", { name: /Administrator/ }).first().click();
  await inspect(page, "organiser-plan-purpose");
  await saveAndGoOn(page);

  await page.getByRole("checkbox", { name: /Situasi/ }).check();
  await page.getByRole("checkbox", { name: "In-Basket Administrator: Bidang" }).check();
  await saveAndGoOn(page);

  await expect(page.getByRole("heading", { name: "Matriks kompetensi", level: 2 })).toBeVisible();
  const prefilled = page.getByRole("button", { name: "Centang semua yang dapat diukur" });
  if ((await prefilled.count()) > 0) await prefilled.click();
  await inspect(page, "organiser-plan-matrix");
  if (await page.getByRole("button", { name: "Simpan dan lanjut" }).isVisible()) await saveAndGoOn(page);
  else await page.getByRole("link", { name: "Lanjut", exact: true }).click();

  await page.getByRole("button", { name: "Tambah sesi" }).click();
  await page.getByLabel("Tempat").fill("Ruang CAT lantai 2");
  await page.getByLabel("Jendela dibuka").fill(localTime(new Date(Date.now() - 60_000)));
  await page.getByLabel("Jendela ditutup").fill(localTime(new Date(Date.now() + 4 * 3_600_000)));
  await inspect(page, "organiser-plan-sittings");
  await saveAndGoOn(page);

  await page.getByRole("button", { name: "Cari pegawai" }).click();
  await page.getByLabel("Nama, NIP, jabatan, atau unit").fill(candidate.nip);
  await page.getByRole("checkbox", { name: new RegExp(candidate.name) }).check();
  await page.getByRole("button", { name: "Tambahkan 1 peserta" }).click();
  await expect(page.getByRole("table")).toContainText(candidate.name);
  await page.getByRole("link", { name: "Lanjut", exact: true }).click();

  const lead = page.getByRole("combobox", { name: "Ketua tim asesor" });
  await lead.click();
  await page.getByRole("option").first().click();
  await page.getByRole("button", { name: "Bagi merata", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Beban asesor" }).or(page.getByText("Beban asesor")).first()).toBeVisible();
  await inspect(page, "organiser-plan-assessors");
  await page.getByRole("link", { name: "Lanjut", exact: true }).click();

  await expect(page.getByText(/hanya diukur oleh/).first()).toBeVisible();
  await inspect(page, "organiser-plan-review");
  await page.getByRole("button", { name: "Buka kegiatan", exact: true }).click();
  await page.getByRole("button", { name: "Ya, buka kegiatan" }).click();
  await expect(page.getByText("Dibuka").first()).toBeVisible();
  addresses.assessment = new URL(page.url()).pathname;

  await page.getByRole("tab", { name: "Kartu masuk" }).or(page.getByRole("link", { name: "Kartu masuk" })).first().click();
  await page.getByRole("button", { name: "Terbitkan 1 kartu" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Ya, lanjutkan" }).click();
  const card = page.getByRole("list", { name: "Kartu masuk" }).getByRole("listitem").first();
  await expect(card).toContainText(candidate.name);
  const password = (await card.locator("dd").nth(1).textContent())?.trim() ?? "";
  expect(password.length).toBeGreaterThan(7);
  await photograph(page, "organiser-sign-in-cards");
  return { candidate, password };
}

/** "Tersimpan 10.32.05" comes from an acknowledgement only (J8). */
async function saved(page: Page): Promise<void> {
  await expect(page.getByText(/^Tersimpan \d/).first()).toBeVisible({ timeout: 20_000 });
}

async function answerBestWorst(page: Page): Promise<void> {
  const radios = page.getByRole("radio");
  await radios.nth(0).check({ force: true });
  await radios.nth(3).check({ force: true });
}

async function takeTest(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Mulai", exact: true }).click();
  await page.getByRole("button", { name: "Mulai sekarang" }).click();
  await expect(page.getByText("Butir 1 dari 18")).toBeVisible();
  await inspect(page, "candidate-test");
  for (let item = 1; item <= 9; item++) {
    await answerBestWorst(page);
    await page.getByRole("button", { name: "Berikutnya" }).click();
  }
  await saved(page);

  // The page is lost in the middle: everything is there again.
  await page.reload();
  await expect(page.getByText("9 dari 18 terjawab").first()).toBeVisible();

  // The line is lost: work goes on, and nothing says "saved" until it is.
  await page.context().setOffline(true);
  await page.getByRole("button", { name: /Butir 10/ }).first().click();
  await answerBestWorst(page);
  await expect(page.getByText(/Luring|belum tersimpan/).first()).toBeVisible({ timeout: 20_000 });
  await photograph(page, "candidate-offline");
  await page.context().setOffline(false);
  await saved(page);

  for (let item = 11; item <= 18; item++) {
    await page.getByRole("button", { name: "Berikutnya" }).click();
    await answerBestWorst(page);
  }
  await saved(page);
  await page.getByRole("button", { name: "Tinjau & serahkan" }).click();
  await inspect(page, "candidate-review");
  await page.getByRole("button", { name: "Serahkan", exact: true }).click();
  await page.getByRole("button", { name: "Ya, serahkan" }).click();
  await expect(page.getByText(/catatan pengerjaan tersimpan di server/)).toBeVisible();
  await inspect(page, "candidate-finished");
}

async function workInBasket(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Ke alat ukur berikutnya" }).click();
  await page.getByRole("button", { name: "Mulai", exact: true }).click();
  await page.getByRole("button", { name: "Mulai sekarang" }).click();
  await page.getByRole("tab", { name: /Kotak masuk/ }).or(page.getByRole("button", { name: /Buka kotak masuk/ })).first().click();
  const documents = page.getByRole("region", { name: "Kotak masuk" }).getByRole("button");
  await expect(documents.first()).toBeVisible();
  expect(await documents.count()).toBeGreaterThanOrEqual(14);

  await documents.nth(0).click();
  await page.getByRole("button", { name: "Delegasikan" }).click();
  await page.getByLabel("Kepada").selectOption({ index: 3 });
  await page.getByLabel("Instruksi").fill("Mohon siapkan tanggapan tertulis beserta data pendukungnya, dan laporkan kemajuannya sebelum saya berangkat.");
  await page.getByLabel("Batas waktu", { exact: true }).fill("2026-11-10");
  await page.getByLabel("Batas waktu, jam").fill("12:00");
  await page.getByRole("button", { name: "Selesai", exact: true }).click();
  await saved(page);
  await documents.nth(1).click();
  await page.getByRole("button", { name: "Balas" }).click();
  await page.getByLabel("Kepada").selectOption({ index: 1 });
  await page.getByLabel("Isi balasan").fill("Terima kasih atas suratnya. Kami periksa dahulu kesesuaiannya dengan ketentuan, dan jawaban tertulis kami sampaikan pekan ini.");
  await page.getByRole("button", { name: "Selesai", exact: true }).click();
  await saved(page);
  await inspect(page, "candidate-in-basket");

  await page.reload();
  await expect(page.getByText(/1 tindakan/).first()).toBeVisible();
  await page.getByRole("button", { name: "Tinjau & serahkan" }).click();
  await page.getByRole("button", { name: "Serahkan", exact: true }).click();
  await page.getByRole("button", { name: "Ya, serahkan" }).click();
  await expect(page.getByText(/catatan pengerjaan tersimpan di server/)).toBeVisible();
}

async function rate(page: Page, candidate: Employee, level: (index: number) => number, picture: string): Promise<void> {
  await page.goto("/penilaian");
  const row = page.getByRole("row").filter({ hasText: title });
  await row.getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "Lembar nilai Anda" })).toBeVisible();
  await expect(page.getByText(candidate.name).first()).toBeVisible();
  addresses.rating = new URL(page.url()).pathname;
  const competencies = page.locator("details[name=competency]");
  const count = await competencies.count();
  expect(count).toBeGreaterThanOrEqual(7);
  for (let index = 0; index < count; index++) {
    const competency = competencies.nth(index);
    await competency.locator("summary").first().click();
    await competency.getByLabel("Catatan bukti").fill("Mendelegasikan dokumen pertama dengan instruksi dan batas waktu yang jelas kepada bawahan.");
    await competency.getByRole("radio", { name: new RegExp(`^${level(index)} ·`) }).check();
    if (index === 1) await inspect(page, picture);
  }
  await expect(page.getByText(/^Tersimpan \d/)).toBeVisible();
  await page.getByRole("button", { name: "Serahkan lembar nilai" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Serahkan lembar nilai" }).click();
  await expect(page.getByText(/^Diserahkan /).first()).toBeVisible();
}

/** For when the candidate complains: each attempt that the board rests on, whole, to print and to compute with. */
async function takeEvidence(page: Page, candidate: Employee): Promise<void> {
  const attempts = page.getByRole("region", { name: "Berkas bukti" }).locator("div:has(> p)");
  await expect(attempts).toHaveCount(2);
  const kinds: string[][] = [];
  for (const attempt of await attempts.all()) {
    const { printed, pack } = await evidencePacks(attempt, "Berkas bukti");
    expect(printed).toMatch(/^%PDF-/);
    expect(pack).toMatchObject({ scope: "full", attempt: { closedReason: "submitted" } });
    expect(pack.attempt.candidate.name).toContain(candidate.name);
    kinds.push(pack.journal.map(({ kind }) => kind));
  }
  expect(kinds.filter((of) => of.includes("responded"))).toHaveLength(1);
  expect(kinds.filter((of) => of.includes("acted"))).toHaveLength(1);
}

async function agree(page: Page, candidate: Employee): Promise<void> {
  await page.goto("/penilaian");
  await page.getByRole("tab", { name: "Integrasi" }).click();
  await expect(page.getByRole("row").filter({ hasText: title })).toBeVisible();
  await inspect(page, "lead-integration");
  await page.getByRole("row").filter({ hasText: title }).getByRole("link").first().click();
  await expect(page.getByText(/Selisih 2 level/).first()).toBeVisible();
  addresses.board = new URL(page.url()).pathname;
  await inspect(page, "lead-board");
  await takeEvidence(page, candidate);
  await page.getByRole("table").getByRole("button").first().click();
  for (let index = 0; index < 9; index++) {
    const panel = page.getByRole("dialog");
    await expect(panel).toBeVisible();
    const heading = await panel.getByRole("heading").first().textContent();
    await panel.getByRole("radio", { name: new RegExp(`^${[3, 4, 3, 2, 3, 3, 4, 2, 3][index]} ·`) }).check();
    await panel.getByRole("textbox", { name: "Alasan" }).fill("Bukti kedua asesor dan petunjuk tes dibahas bersama; level ini paling didukung bukti.");
    if (index === 0) await inspect(page, "lead-consensus");
    await panel.getByRole("button", { name: "Simpan dan lanjut" }).click();
    if (index < 8) await expect(panel.getByRole("heading").first()).not.toHaveText(heading ?? "");
  }
  await page.getByRole("button", { name: "Tutup integrasi" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Tutup integrasi" }).click();
  await expect(page.getByText(/Integrasi ditutup/)).toBeVisible();
}

/** Somebody whose proposed place nobody has confirmed yet. */
async function confirmPlacement(page: Page): Promise<void> {
  const waiting = page.locator("td li button:not(:has([aria-label='Sudah ditetapkan']))");
  const name = ((await waiting.first().locator("span").first().textContent()) ?? "").trim();
  await waiting.first().click();
  const panel = page.getByRole("dialog");
  await expect(panel.getByText(/Usulan kotak/).first()).toBeVisible();
  await inspect(page, "official-standing");
  await panel.getByRole("button", { name: /^Tetapkan kotak/ }).click();
  await page.getByRole("button", { name: "Tetapkan", exact: true }).click();
  await expect(panel.getByText("Riwayat penetapan")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listitem").filter({ hasText: name }).getByLabel("Sudah ditetapkan").first()).toBeVisible();
  await page.getByText("Kelompok rencana suksesi", { exact: true }).first().click();
  await expect(page.getByRole("table").first()).toBeVisible();
  await inspect(page, "official-pool");
}

test("five people take one assessment from plan to talent pool", async ({ browser }) => {
  test.setTimeout(420_000);
  const organiser = await signedIn(browser, "penyelenggara.jatim");
  await inspect(organiser.page, "organiser-home");
  const { candidate, password } = await plan(organiser.page);

  const sitter = await newPerson(browser);
  await sitter.page.goto("/masuk");
  await inspect(sitter.page, "sign-in");
  await signIn(sitter.page, candidate.nip, password);
  await sitter.page.goto("/pengerjaan");
  await expect(sitter.page.getByText(title)).toBeVisible();
  await inspect(sitter.page, "candidate-lobby");
  await sitter.page.getByRole("link", { name: "Baca pemberitahuan" }).click();
  await expect(sitter.page.getByText(/waktu Anda pergi dan kembali dicatat/)).toBeVisible();
  await inspect(sitter.page, "candidate-notice");
  await sitter.page.getByRole("checkbox").check();
  await sitter.page.getByRole("button", { name: "Nyatakan dan lanjutkan" }).click();
  await sitter.page.getByRole("link", { name: "Masuk dan bersiap" }).click();
  await inspect(sitter.page, "candidate-waiting-room");
  await takeTest(sitter.page);
  await workInBasket(sitter.page);

  // The organiser distributed the assessors: whoever has the candidate rates them.
  const detail = await organiser.page.evaluate(async (wanted) => {
    const list = (await (await fetch("/api/assessments")).json()) as { assessments: { id: string; title: string }[] };
    const id = list.assessments.find((one) => one.title === wanted)?.id;
    return (await (await fetch(`/api/assessments/${id}`)).json()) as { enrolments: { assessors: { name: string }[] }[]; lead: { name: string } };
  }, title);
  const assessorNames = detail.enrolments[0]?.assessors.map(({ name }) => name) ?? [];
  expect(assessorNames.length).toBeGreaterThanOrEqual(2);
  let rated = 0;
  for (const login of ["asesor1.jatim", "asesor2.jatim", "asesor3.jatim", "asesor4.jatim"]) {
    const assessor = await signedIn(browser, login);
    await assessor.page.goto("/penilaian");
    await expect(assessor.page.getByRole("table")).toBeVisible();
    if ((await assessor.page.getByRole("row").filter({ hasText: title }).count()) > 0) {
      if (rated === 0) await inspect(assessor.page, "assessor-assignments");
      const first = rated === 0;
      await rate(assessor.page, candidate, (index) => (first ? 3 : index === 0 ? 5 : 4), first ? "assessor-rating" : "assessor-rating-second");
      rated += 1;
    }
    await assessor.context.close();
  }
  expect(rated).toBe(assessorNames.length);

  const lead = await signedIn(browser, "ketua.jatim");
  await agree(lead.page, candidate);

  const official = await signedIn(browser, "pejabat.jatim");
  await official.page.goto("/hasil");
  await expect(official.page.getByRole("row").filter({ hasText: candidate.name }).first()).toBeVisible({ timeout: 30_000 });
  await inspect(official.page, "official-results");
  await official.page.getByRole("row").filter({ hasText: candidate.name }).getByRole("link").first().click();
  await expect(official.page.getByText("JPM").first()).toBeVisible();
  addresses.result = new URL(official.page.url()).pathname;
  await official.page.waitForTimeout(1_000);
  await inspect(official.page, "official-profile");

  await official.page.goto("/talenta");
  await inspect(official.page, "official-talent-cycles");
  await official.page.getByRole("row").getByRole("link").first().click();
  await expect(official.page.getByRole("table").first()).toBeVisible();
  await inspect(official.page, "official-nine-box");
  await confirmPlacement(official.page);
});

test("the other agency's people see none of it", async ({ browser }) => {
  expect(Object.keys(addresses)).toHaveLength(4);
  for (const [login, list, own] of [
    ["penyelenggara.babel", "/kegiatan", addresses.assessment],
    ["ketua.babel", "/penilaian?tab=integrasi", addresses.board],
    ["asesor2.babel", "/penilaian", addresses.rating],
    ["pejabat.babel", "/hasil", addresses.result],
  ] as const) {
    const { page, context } = await signedIn(browser, login);
    await page.goto(list);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.waitForLoadState("networkidle");
    await expect(page.getByText(title)).toHaveCount(0);
    // Its very address, known from somewhere: absent and not yours are the same.
    await page.goto(own ?? "");
    await page.waitForLoadState("networkidle");
    await expect(page.getByText(/tidak ditemukan|tidak tersedia/i).first()).toBeVisible();
    await expect(page.getByText(title)).toHaveCount(0);
    await context.close();
  }
});
