/** Every role's home and main pages: what is next, nothing for axe to find, in the light and in the dark, on a telephone where candidates work. */
import { expect, test } from "@playwright/test";
import { join } from "node:path";
import { expectAccessible, inspect, signedIn } from "../support.ts";

const portrait = join(import.meta.dirname, "../../server/content/portraits/female-1.jpg");
const phone = { width: 390, height: 844 };

const staff = [
  ["admin.jatim", [["/", "administrator-home"], ["/administrasi/akun", "administrator-accounts"], ["/pegawai", "administrator-register"]]],
  ["penyelenggara.jatim", [["/pegawai", "organiser-register"]]],
  ["pengawas.jatim", [["/", "proctor-home"], ["/pengawasan", "proctor-room"]]],
  ["asesor1.jatim", [["/", "assessor-home"]]],
  ["ketua.jatim", [["/", "lead-home"]]],
  ["penyusun.jatim", [["/", "author-home"], ["/alat-ukur", "author-instruments"]]],
  ["pejabat.jatim", [["/", "official-home"]]],
  ["auditor.jatim", [["/", "auditor-home"], ["/administrasi/audit", "auditor-record"]]],
] as const;

for (const [login, pages] of staff) {
  test(`${login} finds what is next`, async ({ browser }) => {
    const { page, context } = await signedIn(browser, login);
    for (const [path, name] of pages) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await page.waitForLoadState("networkidle");
      await inspect(page, name);
    }
    await page.getByRole("button", { name: /Tampilan: Gelap/ }).click();
    await inspect(page, `${pages.at(-1)?.[1]}-dark`);
    await context.close();
  });
}

/** Where officials compare and assessors rate, in the dark; the rest of each role's pages is above. */
const compared = [
  ["pejabat.jatim", [["/hasil", "official-profile-dark", ""], ["/talenta", "official-nine-box-dark", ""]]],
  ["asesor1.jatim", [["/penilaian", "assessor-rating-dark", "Diserahkan"]]],
  ["ketua.jatim", [["/penilaian?tab=integrasi", "lead-board-dark", "Ditutup"]]],
] as const;

for (const [login, lists] of compared) {
  test(`${login} compares in the dark`, async ({ browser }) => {
    const { page, context } = await signedIn(browser, login);
    await page.emulateMedia({ colorScheme: "dark" });
    for (const [list, name, state] of lists) {
      await page.goto(list);
      await page.getByRole("row").filter({ hasText: state }).getByRole("link").first().click();
      await expect(page).not.toHaveURL(new RegExp(`${list.replace("?", "\\?")}$`));
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await page.waitForLoadState("networkidle");
      await inspect(page, name);
    }
    await context.close();
  });
}

test("the demonstration is of full size: in each agency 24 candidates of a finished assessment, each with a result of their own", async ({ browser }) => {
  for (const login of ["pejabat.jatim", "pejabat.babel"]) {
    const { context } = await signedIn(browser, login);
    const { results: all } = (await (await context.request.get("/api/results")).json()) as { results: { assessmentId: string; employeeId: string; jpmPercent: number; category: { code: string } }[] };
    // Another journey may have made a result by now.
    const bySize = [...Map.groupBy(all, ({ assessmentId }) => assessmentId).values()].toSorted((a, b) => b.length - a.length);
    const results = bySize[0] ?? [];
    expect(new Set(results.map(({ employeeId }) => employeeId)).size).toBe(24);
    expect(new Set(results.map(({ jpmPercent }) => jpmPercent)).size).toBeGreaterThan(8);
    expect(new Set(results.map(({ category }) => category.code)).size).toBeGreaterThan(1);
    await context.close();
  }
});

test("the demonstration's assessments are one finished, one running and one in preparation, and the list tells them apart", async ({ browser }) => {
  const { page, context } = await signedIn(browser, "auditor.babel");
  await page.goto("/kegiatan");
  const shown = page.getByRole("table", { name: "Kegiatan penilaian" }).getByRole("row");
  const filter = page.getByRole("radiogroup", { name: "Status" });
  for (const [state, title] of [["Selesai", /Pengisian Jabatan Administrator/], ["Draf", /Pemetaan Calon Pejabat Pengawas/]] as const) {
    await filter.getByText(state, { exact: true }).click();
    await expect(shown.filter({ hasText: title }).filter({ hasText: state })).toHaveCount(1);
  }
  await filter.getByText("Dibuka", { exact: true }).click();
  await expect(shown.filter({ hasText: "Pemetaan Kompetensi Pejabat Administrator" })).toHaveCount(1);
  await expect(shown.filter({ hasText: "Penilaian Kompetensi Pengisian Jabatan Administrator" })).toHaveCount(0);
  await context.close();
});

test("an author reads an instrument with its key", async ({ browser }) => {
  const { page, context } = await signedIn(browser, "penyusun.jatim");
  await page.goto("/alat-ukur");
  await page.getByRole("link", { name: /Penalaran/ }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.waitForLoadState("networkidle");
  await inspect(page, "author-instrument");
  await context.close();
});

test("signing in and the register fit a telephone", async ({ browser }) => {
  const { page, context } = await signedIn(browser, "penyelenggara.jatim", { viewport: phone });
  await page.goto("/pegawai");
  await page.waitForLoadState("networkidle");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
  await inspect(page, "organiser-register-phone");

  // R4: a picture of any kind becomes a small JPEG in the browser; a screenshot is a large PNG.
  await page.getByRole("row").nth(25).click();
  const panel = page.getByRole("dialog");
  await panel.getByRole("button", { name: /(Tambah|Ganti) foto/ }).waitFor();
  const photo = panel.getByRole("img", { name: /^Foto / });
  for (const [file, size] of [
    [{ name: "foto.png", mimeType: "image/png", buffer: await page.screenshot() }, [296, 640]],
    [portrait, [240, 320]],
  ] as const) {
    const kept = page.waitForResponse((response) => response.url().endsWith("/photo") && response.request().method() === "POST");
    await panel.locator("input[type=file]").setInputFiles(file);
    expect((await kept).status()).toBe(204);
    await expect.poll(() => photo.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])).toEqual(size);
  }
  await inspect(page, "organiser-employee-phone");
  await panel.locator("input[type=file]").setInputFiles({ name: "foto.png", mimeType: "image/png", buffer: Buffer.from("bukan gambar") });
  await expect(panel.getByText(/bukan gambar yang dapat dibuka/)).toBeVisible();
  await expectAccessible(page, "organiser-employee-phone-refused");

  const nip = (await panel.getByText(/^NIP /).textContent())?.replaceAll(/\D/g, "") ?? "";
  await page.goto("/pegawai/foto");
  const picture = { mimeType: "image/png", buffer: await page.screenshot() };
  await page.locator("input[type=file]").setInputFiles([{ name: `${nip}.png`, ...picture }, { name: "rapat.png", ...picture }, { name: "198001012005011999.png", ...picture }]);
  await expect(page.getByText(/^Siap disimpan: 1 foto, 1 mengganti foto lama\. Tidak dapat dipakai: 2 berkas\./)).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "rapat.png" })).toContainText("Nama berkas bukan NIP");
  await inspect(page, "organiser-photographs-phone");
  await page.getByRole("button", { name: "Simpan 1 foto" }).click();
  await expect(page.getByText("1 foto disimpan.")).toBeVisible();
  await context.close();
});

test("a candidate takes all four instruments on a telephone", async ({ browser }) => {
  const { page, context } = await signedIn(browser, "198005192008031005", { viewport: phone });
  const fits = async () => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
  const start = async () => {
    await page.getByRole("button", { name: "Mulai", exact: true }).click();
    await page.getByRole("button", { name: "Mulai sekarang" }).click();
  };
  const handIn = async () => {
    await page.getByRole("banner").getByRole("button", { name: "Tinjau", exact: true }).click();
    await page.getByRole("main").getByRole("button", { name: "Serahkan", exact: true }).click();
    await page.getByRole("button", { name: "Ya, serahkan" }).click();
    await expect(page.getByText(/catatan pengerjaan tersimpan di server/)).toBeVisible();
  };
  const goOn = async () => {
    await page.getByRole("link", { name: "Ke alat ukur berikutnya" }).click();
    await start();
  };
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await inspect(page, "candidate-home-phone");
  await fits();
  await page.goto("/pengerjaan");
  await inspect(page, "candidate-lobby-phone");
  await fits();
  await page.getByRole("region", { name: "Sesi daring" }).getByRole("link", { name: "Baca pemberitahuan" }).click();
  await expect(page.getByRole("checkbox")).toBeVisible();
  await fits();
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Nyatakan dan lanjutkan" }).click();
  await page.getByRole("link", { name: "Masuk dan bersiap" }).click();
  await start();
  await expect(page.getByText("Butir 1 dari 40")).toBeVisible();
  // By keyboard alone: B chooses, the arrow goes on.
  await page.keyboard.press("b");
  await expect(page.getByRole("radio").nth(1)).toBeChecked();
  await expect(page.getByText(/^Tersimpan \d/).first()).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByText("Butir 2 dari 40")).toBeVisible();
  await inspect(page, "candidate-test-phone");
  await page.emulateMedia({ colorScheme: "dark" });
  await inspect(page, "candidate-test-phone-dark");
  await page.emulateMedia({ colorScheme: "light" });
  await fits();
  await handIn();

  await goOn();
  await expect(page.getByText("Butir 1 dari 18")).toBeVisible();
  await inspect(page, "candidate-situations-phone");
  await fits();
  await handIn();

  await goOn();
  await expect(page.getByRole("button", { name: /Buka kotak masuk/ }).or(page.getByRole("region", { name: "Kotak masuk" })).first()).toBeVisible();
  await inspect(page, "candidate-in-basket-phone");
  await fits();
  await handIn();

  await goOn();
  await expect(page.getByRole("tab", { name: "Jawaban" }).or(page.getByRole("button", { name: "Jawaban" })).first()).toBeVisible();
  await inspect(page, "candidate-case-phone");
  await fits();
  await page.getByRole("tab", { name: "Jawaban" }).or(page.getByRole("button", { name: "Jawaban" })).first().click();
  const answer = "Akar masalahnya ialah antrean verifikasi teknis yang tidak terlihat oleh pimpinan.";
  await page.getByRole("textbox").first().fill(answer);
  await expect(page.getByText(/^Tersimpan \d/).first()).toBeVisible();
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.reload();
  await expect(page.getByText(answer).first()).toBeVisible();
  await expectAccessible(page, "candidate-case");
  await page.emulateMedia({ colorScheme: "dark" });
  await inspect(page, "candidate-case-dark");
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await inspect(page, "candidate-home-dark");
  await page.emulateMedia({ colorScheme: "light" });
  await inspect(page, "candidate-home");
  await context.close();
});
