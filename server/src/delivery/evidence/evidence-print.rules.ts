import type { EvidencePack } from "@kompeten/shared/contracts/evidence";
import { durationText, eventText, kindText, reasonOfEnd, roomEntryKind, roomEntryText, workText } from "./evidence-words.rules.ts";

/** More rows than this are read in the JSON, not on paper; the page says so. */
export const printedRowsMax = 2_000;

type Table = { title: string; note: string; columns: string[]; rows: string[][] };
export type PrintedEvidence = { title: string; scope: string; agency: string; produced: string; summary: [string, string][]; verdict: string; intact: boolean; tables: Table[]; closing: string[] };

const zones: Record<string, string> = { "Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT" };

/** 25 November 2026, 09.30.15 WIB. */
export function timeText(atMs: number, timeZone: string): string {
  const date = new Intl.DateTimeFormat("id-ID", { timeZone, day: "numeric", month: "long", year: "numeric" }).format(atMs);
  const time = new Intl.DateTimeFormat("id-ID", { timeZone, hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" }).format(atMs);
  return `${date}, ${time} ${zones[timeZone] ?? timeZone}`;
}

function nipText(nip: string): string {
  return /^\d{18}$/.test(nip) ? `${nip.slice(0, 8)} ${nip.slice(8, 14)} ${nip.slice(14, 15)} ${nip.slice(15)}` : nip || "–";
}

/** The pack as the template prints it: words and rows, nothing left to compute. */
export function printed(pack: EvidencePack): PrintedEvidence {
  const { attempt, chain, receipt } = pack;
  const at = (ms: number | null) => (ms === null ? "–" : timeText(ms, attempt.timeZone));
  return {
    title: pack.scope === "full" ? "Berkas Bukti Pengerjaan" : "Bukti Waktu dan Sambungan",
    scope: pack.scope === "full" ? "Lengkap, termasuk isi jawaban" : "Waktu, sambungan, dan perangkat; tanpa isi jawaban",
    agency: attempt.agency,
    produced: `Dibuat ${at(pack.producedAtMs)} oleh ${pack.producedBy}`,
    summary: [
      ["Peserta", attempt.candidate.name],
      ["NIP", nipText(attempt.candidate.nip)],
      ["Kegiatan", `${attempt.assessment} (nomor ${attempt.assessmentNumber})`],
      ["Sesi", `${attempt.sitting}; dibuka ${at(attempt.windowStartMs)} sampai ${at(attempt.windowEndMs)}`],
      ["Alat ukur", attempt.instrument.title],
      ["Mulai", at(attempt.startedAtMs)],
      ["Batas waktu", at(attempt.deadlineMs)],
      ["Selesai", attempt.closedAtMs === null ? "Belum selesai" : `${at(attempt.closedAtMs)} – ${reasonOfEnd(attempt.closedReason)}`],
      ["Nomor pengerjaan", attempt.attemptId],
    ],
    intact: chain.intact,
    verdict: chain.intact
      ? `Rantai catatan utuh: ${chain.entries} catatan, dari yang pertama sampai kepala rantai, dihitung ulang untuk berkas ini dan cocok.`
      : `Rantai catatan TIDAK utuh: mulai catatan nomor ${chain.brokenAtSeq ?? "?"} isi dan sidiknya tidak lagi cocok. Jangan mengambil keputusan atas dasar pengerjaan ini sebelum diperiksa.`,
    tables: [
      table("Peristiwa", "Semua peristiwa yang memengaruhi waktu, perangkat, dan status pengerjaan, dengan pembuat dan alasannya.", ["No.", "Waktu server", "Peristiwa", "Oleh", "Alasan"], pack.events.map((event) => [String(event.seq), at(event.atMs), eventText(event), event.author ?? "Sistem", event.reason ?? "–"])),
      table("Catatan yang diterima", "Server menyatakan catatan diterima hanya setelah tersimpan di basis data; peserta melihat “tersimpan” hanya dari pernyataan itu.", ["Jenis", "Jumlah", "Pertama", "Terakhir"], pack.acknowledged.map(({ kind, count, firstAtMs, lastAtMs }) => [kindText(kind), String(count), at(firstAtMs), at(lastAtMs)])),
      connectionTable(pack, at),
      table(
        "Halaman di luar pandangan",
        "Kapan halaman pengerjaan tidak di depan peserta, menurut pengakuan perangkat. Bukan bukti pelanggaran: pemberitahuan sistem atau jendela lain dapat menjadi sebabnya.",
        ["Waktu perangkat", "Diterima server", "Peristiwa", "Sebab"],
        pack.focus.map((event) => [at(event.atMs), at(event.receivedAtMs), event.kind === "away" ? "Meninggalkan halaman" : "Kembali", event.cause === "hidden" ? "Tab atau jendela tertutup yang lain" : "Jendela lain aktif"]),
      ),
      table("Catatan ruang", "Pesan pengawas beserta saat dibaca, dan kejadian yang dicatat pengawas, untuk peserta ini atau untuk semua peserta sesinya.", ["Waktu server", "Catatan", "Oleh", "Isi"], pack.room.map((entry) => [at(entry.atMs), roomEntryKind(entry), entry.by, roomEntryText(entry, at)])),
      table(
        "Disisihkan",
        "Diterima dan disimpan, tetapi tidak diterapkan: dari perangkat yang sudah diganti, atau tiba setelah waktu habis. Waktu dibuat adalah pengakuan perangkat.",
        ["Diterima", "Sebab", "Jenis", "Dibuat", "Diperhitungkan"],
        pack.setAside.map((one) => [at(one.receivedAtMs), one.cause === "late" ? "Terlambat" : "Perangkat lama", kindText(one.kind), at(one.madeAtMs), one.mergedBySeq === null ? "Tidak" : `Ya, catatan nomor ${one.mergedBySeq}`]),
      ),
      table(
        "Berkas darurat",
        "Catatan yang tidak dapat dikirim peserta dan dibawa oleh pengawas.",
        ["Diunggah", "Oleh", "Dibuat (jam perangkat)", "Hasil", "Sidik"],
        pack.emergencyFiles.map((file) => [at(file.uploadedAtMs), file.uploadedBy, at(file.madeAtMs), Object.entries(file.outcomes).map(([outcome, count]) => `${count} ${outcomeWords[outcome] ?? outcome}`).join(", "), file.sha256.slice(0, 16)]),
      ),
      ...journalTables(pack, at),
    ],
    closing: [
      `Kepala rantai: ${chain.head || "–"}`,
      receipt ? `Tanda terima: kunci ${receipt.keyId}, tanda tangan Ed25519 ${receipt.signature}` : "Tanda terima: belum ada, karena pengerjaan belum selesai.",
      "Verifikasi tidak memerlukan sistem ini: rangkaian SHA-256 dan tanda tangan Ed25519 dapat dihitung ulang dari berkas JSON yang menyertai dokumen ini.",
    ],
  };
}

const outcomeWords: Record<string, string> = { applied: "tercatat", "already-applied": "sudah ada", merged: "terlambat, diperhitungkan", late: "terlambat", quarantined: "perangkat lama", "not-counted": "tidak sesuai" };

function table(title: string, note: string, columns: string[], rows: string[][]): Table {
  const left = rows.length - printedRowsMax;
  return { title, note: left > 0 ? `${note} Dicetak ${printedRowsMax} baris pertama; ${left} baris selebihnya ada pada berkas JSON.` : note, columns, rows: rows.slice(0, printedRowsMax) };
}

function connectionTable({ connections }: EvidencePack, at: (ms: number) => string): Table {
  const note = "Kapan peramban peserta dapat menghubungi server. Di antara dua baris tidak ada kabar dari peramban itu; dengan jalur HTTP, diam sampai 12 detik adalah wajar.";
  const rows = connections.map(({ fromMs, untilMs, way, deviceId, closeReason }) => [at(fromMs), at(untilMs), durationText(untilMs - fromMs), way === "socket" ? "WebSocket" : "HTTP", deviceId?.slice(-8) ?? "–", closeReason ?? "–"]);
  return table("Sambungan", note, ["Dari", "Sampai", "Lama", "Jalur", "Perangkat", "Sebab berakhir"], rows);
}

function journalTables({ journal }: EvidencePack, at: (ms: number | null) => string): Table[] {
  if (journal === null) return [];
  return [table("Catatan pengerjaan", "Seluruhnya menurut urutannya; sidik dipendekkan, lengkapnya pada berkas JSON.", ["No.", "Waktu server", "Catatan", "Isi", "Sidik"], journal.map((entry) => [String(entry.seq), at(entry.atMs), kindText(entry.kind), workText(entry.kind, entry.body), entry.hashHex.slice(0, 12)]))];
}
