/** A sitting in Safe Exam Browser: headers or the page say so, another browser is told what to open, and a wrong hash stops until the proctor decides. */
import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { createHash } from "node:crypto";
import { arrive, newRoom } from "../room.ts";
import { expectAccessible, expectNothingCutOff, inspect, signedIn } from "../support.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
/** As a program of a certain version and platform would have it. */
const examKey = sha256("Safe Exam Browser 3.10 x64");

/** As Safe Exam Browser does it, from the file alone and by the documentation. */
function configKeyOf(file: string): string {
  const settings = [...file.matchAll(/<key>(\w+)<\/key>(?:<string>(.*)<\/string>|<integer>(\d+)<\/integer>|<(true|false)\/>)/g)].filter(([, key]) => key !== "originatorVersion");
  const members = settings.map(([, key = "", text, number, truth]) => [key, text === undefined ? (number ?? truth ?? "") : `"${text}"`] as const);
  return sha256(`{${members.sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)).map(([key, value]) => `"${key}":${value}`).join(",")}}`);
}

async function configKeyFor(page: Page): Promise<string> {
  const link = page.getByRole("link", { name: /berkas sesi \(\.seb\)/ });
  const file = await page.context().request.get((await link.getAttribute("href")) ?? "");
  expect(file.headers()["content-type"]).toContain("application/seb");
  return configKeyOf(await file.text());
}

/** What Safe Exam Browser with this file would say in the headers of the request for a pass. */
async function headersFor(page: Page, ownKey = examKey): Promise<Record<string, string>> {
  const { origin, pathname } = new URL(page.url());
  const asked = `${origin}/api/attempts/${pathname.split("/").at(-1)}/browser-pass`;
  return { "x-safeexambrowser-configkeyhash": sha256(asked + (await configKeyFor(page))), "x-safeexambrowser-requesthash": sha256(asked + ownKey) };
}

/** Where the engine sends no headers: the page is told both hashes of its own address, once it asks. */
async function tellPage(context: BrowserContext, keys: { configKey: string; browserExamKey: string }): Promise<void> {
  await context.addInitScript(({ configKey, browserExamKey }) => {
    const security: Record<string, unknown> = {};
    const hashOf = async (key: string) => Array.from(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(location.href.replace(/#.*$/, "") + key))), (byte) => byte.toString(16).padStart(2, "0")).join("");
    security["updateKeys"] = async (done: () => void) => {
      security["configKey"] = await hashOf(configKey);
      security["browserExamKey"] = await hashOf(browserExamKey);
      done();
    };
    Object.assign(window, { SafeExamBrowser: { version: "SEB_macOS_3.6", security } });
  }, keys);
}

test.setTimeout(300_000);
test("a sitting in Safe Exam Browser lets in what proves itself, stops the rest without losing anything, and asks the proctor", async ({ browser }) => {
  const { assessmentId, cards } = await newRoom(browser, { title: "Uji Safe Exam Browser", candidates: 3, proctorStarts: false, safeExamBrowser: true });
  const first = await arrive(browser, cards[0] as never);
  const refused = (page: Page) => page.getByRole("heading", { name: "Buka di Safe Exam Browser" });
  const held = (page: Page) => page.getByRole("heading", { name: "Menunggu keputusan pengawas" });
  const again = (page: Page) => page.getByRole("button", { name: "Periksa lagi" }).click();
  const narrowToo = async (page: Page, name: string) => {
    await inspect(page, name);
    await page.setViewportSize({ width: 390, height: 844 });
    await inspect(page, `${name}-telephone`);
    await expectNothingCutOff(page, `${name}-telephone`);
    await page.setViewportSize({ width: 1366, height: 768 });
  };

  await test.step("another browser is told what to do", async () => {
    await expect(refused(first.page)).toBeVisible();
    await narrowToo(first.page, "candidate-other-browser");
  });

  await test.step("the organiser enters the Browser Exam Key of the room's computers, and is told which line is none", async () => {
    const { page, context } = await signedIn(browser, "penyelenggara.jatim");
    await page.goto(`/kegiatan/${assessmentId}`);
    await expect(page.getByText("Belum ada Browser Exam Key", { exact: false })).toBeVisible();
    await page.getByRole("button", { name: "Atur Browser Exam Key Sesi pagi" }).click();
    const panel = page.getByRole("dialog", { name: "Browser Exam Key" });
    const keys = panel.getByRole("textbox", { name: "Browser Exam Key yang diterima" });
    await keys.fill(`${examKey}\n${examKey.slice(1)}\nkunci`);
    await panel.getByRole("button", { name: "Simpan" }).click();
    await expect(panel.getByText("Baris 2: 63 digit. Yang diharapkan tepat 64 digit.")).toBeVisible();
    await expect(panel.getByText("Baris 3: “k” bukan digit heksadesimal.", { exact: false })).toBeVisible();
    await narrowToo(page, "organiser-browser-exam-keys");
    await keys.fill(`${examKey.toUpperCase()}\n`);
    await panel.getByRole("button", { name: "Simpan" }).click();
    await expect(panel.getByText("Tersimpan: 1 kunci.")).toBeVisible();
    await page.reload();
    await expect(page.getByText("Yang diterima hanya Safe Exam Browser dengan Browser Exam Key yang telah diisikan (1 kunci).")).toBeVisible();
    await expectAccessible(page, "an assessment with Browser Exam Keys");
    await context.close();
  });

  await test.step("with the right hashes in the headers the same page opens, starts and saves", async () => {
    await first.context.setExtraHTTPHeaders(await headersFor(first.page));
    await again(first.page);
    await first.page.getByRole("button", { name: "Mulai", exact: true }).click();
    await first.page.getByRole("button", { name: "Mulai sekarang" }).click();
    await expect(first.page.getByText(/Butir 1 dari/).first()).toBeVisible();
    await first.page.getByRole("radio").first().click();
    await expect(first.page.getByText(/^Tersimpan/).first()).toBeVisible();
  });

  const proctor = await signedIn(browser, "pengawas.jatim");
  const seekHeld = async () => {
    await proctor.page.goto(`/pengawasan?kegiatan=${assessmentId}&perhatian=peramban-ditahan`);
    await expect(proctor.page.getByRole("row").getByText("peramban ditahan").first()).toBeVisible();
  };
  const look = async (name: string) => {
    await seekHeld();
    await proctor.page.getByRole("row").filter({ hasText: name }).filter({ hasText: "Tes Penalaran Umum" }).click();
    await expect(proctor.page.getByText("Tanda pengenal peramban tidak sesuai, peserta ditahan").first()).toBeVisible();
  };
  const decide = async (deed: string, reason: string, confirm: string) => {
    await proctor.page.getByRole("button", { name: deed }).click();
    const dialog = proctor.page.getByRole("dialog").filter({ has: proctor.page.getByRole("textbox", { name: "Alasan" }) });
    await dialog.getByRole("textbox", { name: "Alasan" }).fill(reason);
    await dialog.getByRole("button", { name: confirm, exact: true }).click();
    await expect(dialog).toBeHidden();
  };

  await test.step("a running attempt that comes back in another program is stopped, in the right one too, and goes on where it was once the proctor has it checked again", async () => {
    const right = await first.page.evaluate(() => location.pathname);
    const headers = { "x-safeexambrowser-configkeyhash": "", "x-safeexambrowser-requesthash": sha256("lain") };
    await first.context.setExtraHTTPHeaders(headers);
    await first.page.reload();
    await expect(held(first.page)).toBeVisible();
    expect(new URL(first.page.url()).pathname).toBe(right);
    await narrowToo(first.page, "candidate-held-browser");
    await first.context.setExtraHTTPHeaders(await headersFor(first.page));
    await first.page.reload();
    await expect(held(first.page)).toBeVisible();
    await seekHeld();
    await proctor.page.getByRole("button", { name: "Pilih semua yang tampil" }).click();
    await narrowToo(proctor.page, "proctor-held-browser");
    await decide("Periksa ulang Safe Exam Browser", "Program lain sudah ditutup", "Periksa ulang");
    await expect(first.page.getByRole("radio").first()).toBeChecked({ timeout: 20_000 });
  });

  await test.step("a program that tells the page instead is let in as well", async () => {
    const third = await arrive(browser, cards[2] as never);
    await expect(refused(third.page)).toBeVisible();
    await tellPage(third.context, { configKey: await configKeyFor(third.page), browserExamKey: examKey });
    await third.page.reload();
    await expect(third.page.getByRole("button", { name: "Mulai", exact: true })).toBeVisible();
    await third.context.close();
  });

  await test.step("whoever has another file is let go on by the proctor, with a reason", async () => {
    const second = await arrive(browser, cards[1] as never);
    await expect(refused(second.page)).toBeVisible();
    await second.context.setExtraHTTPHeaders({ ...(await headersFor(second.page)), "x-safeexambrowser-configkeyhash": sha256("berkas lain") });
    await again(second.page);
    await expect(held(second.page)).toBeVisible();
    await look(cards[1]?.name ?? "");
    await inspect(proctor.page, "proctor-other-browser");
    await decide("Izinkan tanpa Safe Exam Browser", "Komputer cadangan tanpa Safe Exam Browser", "Izinkan");
    await expect(second.page.getByRole("button", { name: "Mulai", exact: true })).toBeVisible({ timeout: 20_000 });
  });

  await test.step("the lobby says beforehand what is needed", async () => {
    await first.page.goto("/pengerjaan");
    await expect(first.page.getByRole("heading", { name: "Sesi ini dikerjakan di Safe Exam Browser" })).toBeVisible();
    await expectAccessible(first.page, "lobby of a sitting in Safe Exam Browser");
  });
});
