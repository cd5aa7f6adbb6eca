/** Forms before the interview: filled in over days, on a desk and a telephone, handed in with something missing, and read by the assessor. */
import { expect, test, type Browser, type Page } from "@playwright/test";
import { expectAccessible, inspect, signedIn } from "../support.ts";

const phone = { width: 390, height: 844 };
/** Whom other journeys sign in. */
const others = ["198005192008031005"];
type Enrolment = { id: string; nip: string; name: string; sittingIds: string[] };

/** Somebody of the demonstration's running assessment who has not begun; their password is the demonstration's. */
async function freshCandidate(browser: Browser): Promise<Enrolment> {
  const { page, context } = await signedIn(browser, "penyelenggara.jatim");
  const { assessments } = (await (await page.request.get("/api/assessments")).json()) as { assessments: { id: string; title: string; state: string }[] };
  const running = assessments.find(({ title, state }) => state === "open" && title.startsWith("Pemetaan Kompetensi Pejabat Administrator"));
  const { enrolments } = (await (await page.request.get(`/api/assessments/${running?.id}`)).json()) as { enrolments: Enrolment[] };
  const { attempts } = (await (await page.request.get(`/api/assessments/${running?.id}/attempts`)).json()) as { attempts: { enrolmentId: string; state: string; noticeAcknowledged: boolean }[] };
  await context.close();
  const fresh = enrolments.filter(({ id, nip }) => !others.includes(nip) && attempts.every(({ enrolmentId, state, noticeAcknowledged }) => enrolmentId !== id || (state === "waiting" && !noticeAcknowledged)));
  const [first] = fresh;
  if (!first) throw new Error("everybody of the demonstration has begun");
  return first;
}

const fits = async (page: Page, width: number) => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
const saved = (page: Page) => expect(page.getByText(/^Tersimpan \d/).first()).toBeVisible({ timeout: 30_000 });
const sitting = (page: Page) => page.getByRole("region", { name: "Formulir sebelum wawancara" });

test("a curriculum vitae is begun at a desk, gone on with on a telephone and handed in", async ({ browser }) => {
  test.setTimeout(300_000);
  const candidate = await freshCandidate(browser);
  const desk = await signedIn(browser, candidate.nip);
  const { page } = desk;
  await page.goto("/pengerjaan");
  await sitting(page).getByRole("link", { name: "Baca pemberitahuan" }).click();
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Nyatakan dan lanjutkan" }).click();
  await expect(sitting(page).getByText(/Formulir boleh diisi dalam urutan mana pun/)).toBeVisible();
  await sitting(page).getByRole("link", { name: "Isi Riwayat Hidup" }).click();
  await expect(page.getByText("durasi tidak dibatasi", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Mulai mengisi" }).click();

  // No clock: until when, and a way out for today.
  await expect(page.getByText(/^Dapat dilanjutkan sampai \d+ \w+ \d{4} pukul \d{2}\.\d{2} WIB$/)).toBeVisible();
  await expect(page.getByRole("timer")).toHaveCount(0);
  await page.getByRole("textbox", { name: "Nomor telepon seluler *" }).fill("0812 3400 1122");
  await page.getByRole("button", { name: "Berikutnya" }).click();
  await expect(page.getByRole("heading", { name: "Pendidikan formal" })).toBeFocused();

  // Rows by keyboard alone: added, written, moved, taken away and brought back.
  const add = page.getByRole("button", { name: "Tambah pendidikan" });
  for (const [level, school] of [["S1", "Universitas Jember"], ["S2", "Universitas Airlangga"]] as const) {
    await add.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.type(level);
    await page.keyboard.press("Tab");
    await page.keyboard.type(school);
    await page.keyboard.press("Tab");
    await page.keyboard.type("Administrasi Negara");
    await page.keyboard.press("Tab");
    await page.keyboard.type(level === "S1" ? "2006" : "20");
  }
  await expect(page.getByText("Tulis empat angka, misalnya 2019.")).toBeVisible();
  await inspect(page, "candidate-form-rows");
  await page.keyboard.type("16");
  await expect(page.getByText("Tulis empat angka, misalnya 2019.")).toHaveCount(0);
  await page.getByRole("button", { name: "Naikkan Pendidikan 2" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("group", { name: "Pendidikan 1" }).getByRole("textbox", { name: "Jenjang *" })).toHaveValue("S2");
  await expect(page.getByRole("button", { name: "Naikkan Pendidikan 1" })).toBeFocused();
  await page.getByRole("button", { name: "Hapus Pendidikan 2" }).click();
  await expect(page.getByRole("group", { name: "Pendidikan 2" })).toHaveCount(0);
  await page.getByRole("button", { name: "Batalkan penghapusan" }).click();
  await expect(page.getByRole("group", { name: "Pendidikan 2" }).getByRole("textbox", { name: "Jenjang *" })).toHaveValue("S1");
  await saved(page);
  await page.getByRole("link", { name: "Lanjutkan nanti" }).click();
  await expect(sitting(page).getByRole("link", { name: "Lanjutkan Riwayat Hidup" })).toBeVisible();

  // Another day, another device: all of it is there.
  const mobile = await signedIn(browser, candidate.nip, { viewport: phone });
  await mobile.page.goto("/pengerjaan");
  await expect(sitting(mobile.page).getByRole("link", { name: "Lanjutkan Riwayat Hidup" })).toBeVisible();
  await fits(mobile.page, phone.width);
  await sitting(mobile.page).scrollIntoViewIfNeeded();
  await inspect(mobile.page, "candidate-forms-lobby-phone");
  await sitting(mobile.page).getByRole("link", { name: "Lanjutkan Riwayat Hidup" }).click();
  await mobile.page.getByRole("button", { name: "Pindahkan ke perangkat ini" }).click();
  await expect(mobile.page.getByRole("textbox", { name: "Nomor telepon seluler *" })).toHaveValue("0812 3400 1122");
  await mobile.page.getByRole("button", { name: "Bagian formulir" }).click();
  await mobile.page.getByRole("dialog").getByRole("button", { name: /Pendidikan formal.*lengkap/ }).click();
  await expect(mobile.page.getByRole("group", { name: "Pendidikan 1" }).getByRole("textbox", { name: "Perguruan tinggi atau sekolah *" })).toHaveValue("Universitas Airlangga");
  await fits(mobile.page, phone.width);
  await inspect(mobile.page, "candidate-form-rows-phone");

  // What is missing is named, leads back to itself, and forbids nothing.
  await mobile.page.getByRole("banner").getByRole("button", { name: "Tinjau", exact: true }).click();
  await expect(mobile.page.getByText(/isian belum lengkap/)).toBeVisible();
  await fits(mobile.page, phone.width);
  await inspect(mobile.page, "candidate-form-review-phone");
  await mobile.page.getByRole("button", { name: /Alamat email/ }).click();
  await expect(mobile.page.getByRole("textbox", { name: /Alamat email/ })).toBeFocused();
  await mobile.page.keyboard.type("nama@contoh.go.id");
  await saved(mobile.page);
  await mobile.page.getByRole("banner").getByRole("button", { name: "Tinjau", exact: true }).click();
  await mobile.page.getByRole("main").getByRole("button", { name: "Serahkan", exact: true }).click();
  await expect(mobile.page.getByText(/isian wajib belum lengkap/)).toBeVisible();
  await expectAccessible(mobile.page, "handing in");
  await mobile.page.getByRole("button", { name: "Ya, serahkan" }).click();
  await expect(mobile.page.getByText(/catatan pengerjaan tersimpan di server/)).toBeVisible({ timeout: 30_000 });
  await mobile.context.close();

  // The long forms, at a desk.
  await page.goto("/pengerjaan");
  await sitting(page).getByRole("link", { name: "Isi Formulir Insiden Kritis" }).click();
  await page.getByRole("button", { name: "Mulai mengisi" }).click();
  await page.getByRole("textbox", { name: "Situasi: apa yang terjadi? *" }).fill("Antrean memanjang sejak pagi.");
  await page.getByRole("combobox", { name: /Kompetensi mana/ }).selectOption("Pelayanan Publik");
  await saved(page);
  await page.goto("/pengerjaan");
  await sitting(page).getByRole("link", { name: "Isi Kuesioner Kompetensi" }).click();
  await page.getByRole("button", { name: "Mulai mengisi" }).click();
  await page.getByRole("radiogroup").first().getByRole("radio", { name: "Sering" }).check();
  await inspect(page, "candidate-form-questionnaire");
  await desk.context.close();

  // Read by whoever assesses this candidate, by the lead, and by nobody else.
  let readers = 0;
  for (const login of ["asesor1.jatim", "asesor2.jatim", "asesor3.jatim", "asesor4.jatim"]) {
    const assessor = await signedIn(browser, login);
    const { status, body } = await assessor.page.request.get(`/api/candidate-forms/${candidate.id}`).then(async (answer) => ({ status: answer.status(), body: answer.ok() ? await answer.json() : null }));
    expect([200, 404]).toContain(status);
    if (status === 200 && ++readers === 1) {
      expect(body.forms.map((form: { state: string }) => form.state)).toEqual(["closed", "open", "open"]);
      await assessor.page.goto("/penilaian");
      await expect(assessor.page.getByRole("columnheader", { name: "Formulir" })).toBeVisible();
      await assessor.page.goto(`/penilaian/formulir/${candidate.id}`);
      await expect(assessor.page.getByRole("cell", { name: "Universitas Airlangga" })).toBeVisible();
      await inspect(assessor.page, "assessor-forms");
      await assessor.page.emulateMedia({ media: "print" });
      await expect(assessor.page.getByRole("heading", { name: "Kuesioner Kompetensi" })).toBeHidden();
      await expect(assessor.page.getByRole("cell", { name: "Universitas Airlangga" })).toBeVisible();
    }
    await assessor.context.close();
  }
  expect(readers).toBe(2);
});
