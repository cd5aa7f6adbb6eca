import type { EvidencePack } from "@kompeten/shared/contracts/evidence";
import { describe, expect, it } from "vitest";
import { printed, printedRowsMax, timeText } from "./evidence-print.rules.ts";
import { durationText, eventText, roomEntryText, workText } from "./evidence-words.rules.ts";

const atMs = Date.UTC(2026, 10, 25, 2, 30, 15);
const pack = (change: Partial<EvidencePack> = {}): EvidencePack => ({
  document: "kompeten-evidence",
  version: 1,
  scope: "time",
  producedAtMs: atMs,
  producedBy: "Pengawas",
  attempt: {
    attemptId: "0198f0a0-0000-7000-8000-000000000001",
    agency: "BKD",
    assessment: "Pemetaan",
    assessmentNumber: "1",
    sitting: "Sesi 1",
    timeZone: "Asia/Makassar",
    instrument: { title: "Penalaran", kind: "test", versionId: "0198f0a0-0000-7000-8000-000000000002" },
    candidate: { name: "Siti", nip: "198503122010011005" },
    state: "running",
    windowStartMs: atMs,
    windowEndMs: atMs,
    startedAtMs: atMs,
    deadlineMs: null,
    closedAtMs: null,
    closedReason: null,
  },
  chain: { entries: 3, head: "ab", intact: true, brokenAtSeq: null },
  events: [],
  acknowledged: [],
  connections: [],
  focus: [],
  room: [],
  setAside: [],
  emergencyFiles: [],
  receipt: null,
  verification: { keys: [], salt: null },
  journal: null,
  ...change,
});

it("[R5] prints what was expected and received of the settings and of the program, and what was written before the program was asked for", () => {
  const checked = { entryId: "1", opId: "1", atMs, by: "Siti", sittingId: "s", enrolmentId: "e", kind: "browser-checked", outcome: "mismatch", way: "header", url: "https://a.id/x", expected: "aa", received: "bb", browser: "SEB" } as const;
  const text = (entry: Parameters<typeof roomEntryText>[0]) => roomEntryText(entry, String);
  expect(text(checked)).toBe("Tidak sesuai. Config Key (kepala permintaan, https://a.id/x): diharapkan aa, diterima bb; SEB");
  expect(text({ ...checked, outcome: "missing", received: null, browser: null, request: { way: "page", url: "https://a.id/y", expected: ["cc", "dd"], received: null } })).toBe(
    "Bukan Safe Exam Browser dengan pengaturan sesi. Config Key (kepala permintaan, https://a.id/x): diharapkan aa, diterima tidak ada; Browser Exam Key (halaman, https://a.id/y): diharapkan cc atau dd, diterima tidak ada",
  );
  expect(text({ ...checked, request: { way: "header", url: "https://a.id/x", expected: [], received: "ee" } })).toContain("Browser Exam Key (kepala permintaan, https://a.id/x): diharapkan apa pun, diterima ee; SEB");
});

describe("the printed evidence pack", () => {
  it("tells the time in the sitting's zone, by name", () => {
    expect(timeText(atMs, "Asia/Makassar")).toBe("25 November 2026, 10.30.15 WITA");
    expect(timeText(atMs, "Asia/Jakarta")).toBe("25 November 2026, 09.30.15 WIB");
  });

  it("says plainly whether the chain holds, and prints no journal where none may be shown", () => {
    expect(printed(pack())).toMatchObject({ title: "Bukti Waktu dan Sambungan", intact: true, verdict: expect.stringContaining("utuh: 3 catatan") });
    expect(printed(pack({ chain: { entries: 3, head: "ab", intact: false, brokenAtSeq: 2 } })).verdict).toContain("TIDAK utuh: mulai catatan nomor 2");
    expect(printed(pack()).tables.map(({ title }) => title)).not.toContain("Catatan pengerjaan");
  });

  it("[J5] [J7] [P3] [R1] [T1] has everything of time, line and devices on paper: each with its time, its author and its reason", () => {
    const at = (minutes: number) => atMs + minutes * 60_000;
    const event = { author: "Pengawas", ms: null, reason: "Alarm", details: {} };
    const { tables } = printed(
      pack({
        events: [{ ...event, seq: 4, atMs, kind: "paused" }, { ...event, seq: 5, atMs: at(2), kind: "resumed", ms: 120_000 }, { ...event, seq: 6, atMs: at(3), kind: "accommodated", ms: 600_000, author: null, reason: null }],
        acknowledged: [{ kind: "responded", count: 7, firstAtMs: atMs, lastAtMs: at(9) }],
        connections: [{ fromMs: atMs, untilMs: at(1), way: "socket", deviceId: "11111111-1111-7111-8111-111111111112", userAgent: null, closeReason: "transport close" }],
        focus: [{ kind: "away", cause: "hidden", atMs, receivedAtMs: at(1) }, { kind: "back", cause: "hidden", atMs: at(1), receivedAtMs: at(1) }],
        room: [{ entryId: "1", opId: "1", atMs, by: "Pengawas", sittingId: "s", enrolmentId: null, kind: "incident", category: "technical", text: "Listrik padam", occurredAtMs: atMs }],
        setAside: [
          { opId: "1", cause: "stale-epoch", epoch: 1, kind: "responded", receivedAtMs: atMs, madeAtMs: null, mergedBySeq: null, body: null },
          { opId: "2", cause: "late", epoch: 2, kind: "responded", receivedAtMs: at(9), madeAtMs: at(8), mergedBySeq: 12, body: null },
        ],
        emergencyFiles: [{ uploadedAtMs: atMs, uploadedBy: "Pengawas", madeAtMs: atMs, epoch: 1, sha256: "ab".repeat(32), outcomes: { applied: 2, late: 1 } }],
      }),
    );
    const clock = (minutes: number) => timeText(at(minutes), "Asia/Makassar");
    expect(Object.fromEntries(tables.map(({ title, rows }) => [title, rows]))).toEqual({
      Peristiwa: [["4", clock(0), "Dijeda", "Pengawas", "Alarm"], ["5", clock(2), "Dilanjutkan: 2 menit", "Pengawas", "Alarm"], ["6", clock(3), "Tambahan waktu untuk penyesuaian: 10 menit", "Sistem", "–"]],
      "Catatan yang diterima": [["Menjawab", "7", clock(0), clock(9)]],
      Sambungan: [[clock(0), clock(1), "1 menit", "WebSocket", "11111112", "transport close"]],
      "Halaman di luar pandangan": [[clock(0), clock(1), "Meninggalkan halaman", "Tab atau jendela tertutup yang lain"], [clock(1), clock(1), "Kembali", "Tab atau jendela tertutup yang lain"]],
      "Catatan ruang": [[clock(0), "Kejadian: Gangguan teknis (semua peserta)", "Pengawas", `Listrik padam (terjadi ${clock(0)})`]],
      Disisihkan: [[clock(0), "Perangkat lama", "Menjawab", "–", "Tidak"], [clock(9), "Terlambat", "Menjawab", clock(8), "Ya, catatan nomor 12"]],
      "Berkas darurat": [[clock(0), "Pengawas", clock(0), "2 tercatat, 1 terlambat", "abababababababab"]],
    });
  });

  it("says how many rows are left to the JSON", () => {
    const entry = { opId: "x", epoch: 1, accountId: null, atMs, kind: "visited", body: '{"itemId":"v01"}', hashHex: "ab" };
    const journal = Array.from({ length: printedRowsMax + 7 }, (_, index) => ({ ...entry, seq: index + 1 }));
    const table = printed(pack({ scope: "full", journal })).tables.at(-1);
    expect(table?.rows).toHaveLength(printedRowsMax);
    expect(table?.note).toContain("7 baris selebihnya");
  });

  it("puts entries in words, also of kinds it does not know", () => {
    expect(durationText(3_930_000)).toBe("1 jam 5 menit 30 detik");
    expect(durationText(0)).toBe("0 detik");
    const event = { seq: 1, atMs, author: null, ms: null, reason: null };
    expect(eventText({ ...event, kind: "extended", ms: 600_000, details: {} })).toBe("Tambahan waktu: 10 menit");
    expect(eventText({ ...event, kind: "taken-over", details: { deviceId: null, epoch: 2 } })).toBe("Perangkat dibebaskan oleh pengawas");
    expect(eventText({ ...event, kind: "focus-lost", details: {} })).toBe("focus-lost");
    expect(workText("responded", '{"itemId":"s1","response":{"interaction":"best-worst","best":"a","worst":null}}')).toBe("s1: paling a, paling tidak –");
    expect(workText("responded", JSON.stringify({ itemId: "k1", response: { interaction: "extended-text", text: "x".repeat(500) } }))).toMatch(/^k1: x{160}… \(500 karakter\)$/);
  });
});
