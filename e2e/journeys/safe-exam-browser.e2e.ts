/** A sitting in Safe Exam Browser: the header says so for one candidate, another one is stopped and let in by the proctor. */
import { expect, test, type Page } from "@playwright/test";
import { createHash } from "node:crypto";
import { arrive, newRoom } from "../room.ts";
import { expectAccessible, inspect, signedIn } from "../support.ts";

const headerName = "x-safeexambrowser-configkeyhash";
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** As Safe Exam Browser does it, from the file alone and by the documentation. */
function configKeyOf(file: string): string {
  const settings = [...file.matchAll(/<key>(\w+)<\/key>(?:<string>(.*)<\/string>|<integer>(\d+)<\/integer>|<(true|false)\/>)/g)].filter(([, key]) => key !== "originatorVersion");
  const members = settings.map(([, key = "", text, number, truth]) => [key, text === undefined ? (number ?? truth ?? "") : `"${text}"`] as const);
  return sha256(`{${members.sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)).map(([key, value]) => `"${key}":${value}`).join(",")}}`);
}

/** What Safe Exam Browser with this file would say to the request for a pass. */
async function hashFor(page: Page): Promise<string> {
  const link = page.getByRole("link", { name: /berkas sesi \(\.seb\)/ });
  const file = await page.context().request.get((await link.getAttribute("href")) ?? "");
  expect(file.headers()["content-type"]).toContain("application/seb");
  const { origin, pathname } = new URL(page.url());
  return sha256(`${origin}/api/attempts/${pathname.split("/").at(-1)}/browser-pass${configKeyOf(await file.text())}`);
}

test.setTimeout(300_000);
test("a sitting in Safe Exam Browser lets in what proves itself, stops the rest without losing anything, and asks the proctor", async ({ browser }) => {
  const { assessmentId, cards } = await newRoom(browser, { title: "Uji Safe Exam Browser", candidates: 2, proctorStarts: false, safeExamBrowser: true });
  const first = await arrive(browser, cards[0] as never);
  const refused = (page: Page) => page.getByRole("heading", { name: "Buka di Safe Exam Browser" });

  await test.step("another browser is told what to do", async () => {
    await expect(refused(first.page)).toBeVisible();
    await inspect(first.page, "candidate-other-browser");
    await first.page.setViewportSize({ width: 390, height: 780 });
    await expectAccessible(first.page, "candidate-other-browser at 390");
    expect(await first.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await first.page.setViewportSize({ width: 1366, height: 768 });
  });

  await test.step("with the right hash in the header the same page opens, starts and saves", async () => {
    await first.context.setExtraHTTPHeaders({ [headerName]: await hashFor(first.page) });
    await first.page.getByRole("button", { name: "Periksa lagi" }).click();
    await first.page.getByRole("button", { name: "Mulai", exact: true }).click();
    await first.page.getByRole("button", { name: "Mulai sekarang" }).click();
    await expect(first.page.getByText(/Butir 1 dari/).first()).toBeVisible();
    await first.page.getByRole("radio").first().click();
    await expect(first.page.getByText(/^Tersimpan/).first()).toBeVisible();
  });

  await test.step("a running attempt that comes back with other settings is stopped, and goes on where it was", async () => {
    const right = await first.page.evaluate(() => location.pathname);
    await first.context.setExtraHTTPHeaders({ [headerName]: sha256("lain") });
    await first.page.reload();
    await expect(refused(first.page)).toBeVisible();
    expect(new URL(first.page.url()).pathname).toBe(right);
    await first.context.setExtraHTTPHeaders({ [headerName]: await hashFor(first.page) });
    await first.page.getByRole("button", { name: "Periksa lagi" }).click();
    await expect(first.page.getByRole("radio").first()).toBeChecked();
  });

  await test.step("whoever has another file is let in by the proctor, with a reason", async () => {
    const second = await arrive(browser, cards[1] as never);
    await second.context.setExtraHTTPHeaders({ [headerName]: sha256("berkas lain") });
    await expect(refused(second.page)).toBeVisible();
    const { page } = await signedIn(browser, "pengawas.jatim");
    await page.goto(`/pengawasan?kegiatan=${assessmentId}`);
    await page.getByRole("row").filter({ hasText: cards[1]?.name ?? "" }).filter({ hasText: "Tes Penalaran Umum" }).click();
    await expect(page.getByText("Peramban tidak sesuai, peserta ditahan").first()).toBeVisible();
    await inspect(page, "proctor-other-browser");
    await page.getByRole("button", { name: "Izinkan tanpa Safe Exam Browser" }).click();
    const dialog = page.getByRole("dialog").filter({ has: page.getByRole("textbox", { name: "Alasan" }) });
    await dialog.getByRole("textbox", { name: "Alasan" }).fill("Komputer cadangan tanpa Safe Exam Browser");
    await dialog.getByRole("button", { name: "Izinkan", exact: true }).click();
    await expect(second.page.getByRole("button", { name: "Mulai", exact: true })).toBeVisible({ timeout: 20_000 });
  });

  await test.step("the lobby says beforehand what is needed", async () => {
    await first.page.goto("/pengerjaan");
    await expect(first.page.getByRole("heading", { name: "Sesi ini dikerjakan di Safe Exam Browser" })).toBeVisible();
    await expectAccessible(first.page, "lobby of a sitting in Safe Exam Browser");
  });
});
