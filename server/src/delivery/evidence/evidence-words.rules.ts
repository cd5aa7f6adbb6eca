import type { EvidencePack } from "@kompeten/shared/contracts/evidence";
import type { ClosedReason } from "@kompeten/shared/contracts/receipts";

const kinds: Record<string, string> = {
  prepared: "Pengerjaan disiapkan",
  "notice-acknowledged": "Pemberitahuan penggunaan data dibaca dan dinyatakan",
  started: "Mulai",
  responded: "Menjawab",
  edited: "Menulis",
  flagged: "Menandai ragu-ragu",
  visited: "Membuka butir",
  acted: "Tindakan in-basket",
  accommodated: "Tambahan waktu untuk penyesuaian",
  extended: "Tambahan waktu",
  paused: "Dijeda",
  resumed: "Dilanjutkan",
  "time-acknowledged": "Perubahan waktu ditampilkan kepada peserta",
  "section-opened": "Bagian berikutnya dibuka peserta",
  submitted: "Diserahkan peserta",
  expired: "Ditutup karena waktu habis",
  ended: "Diakhiri pengawas",
  "taken-over": "Pindah perangkat",
  merged: "Catatan yang disisihkan diperhitungkan",
};

/** Kinds that this list does not know yet are printed by their own name rather than left out. */
export function kindText(kind: string): string {
  return kinds[kind] ?? kind;
}

export function eventText({ kind, ms, details }: EvidencePack["events"][number]): string {
  const text = kindText(kind);
  if (ms !== null) return `${text}: ${durationText(ms)}`;
  if (kind === "taken-over") return details["deviceId"] === null ? "Perangkat dibebaskan oleh pengawas" : `${text} (pemakaian ke-${String(details["epoch"])})`;
  return text;
}

type RoomEntry = EvidencePack["room"][number];
const roomKinds: Record<RoomEntry["kind"], string> = { message: "Pesan pengawas", "message-read": "Pesan dibaca peserta", incident: "Kejadian", "entries-missing": "Catatan yang sudah dikonfirmasi tidak ada di server", "room-started": "Ruang dimulai", admitted: "Diizinkan masuk terlambat", identity: "Pemeriksaan identitas", ended: "Pengerjaan diakhiri", "browser-checked": "Pemeriksaan Safe Exam Browser", "browser-exempted": "Diizinkan tanpa Safe Exam Browser", "browser-released": "Penahanan dilepas, peramban diperiksa ulang" };
const incidents = { technical: "Gangguan teknis", conduct: "Tata tertib", health: "Kesehatan", disturbance: "Gangguan ruang", other: "Lain-lain" } as const;

const browserOutcomes = { matched: "Sesuai", missing: "Bukan Safe Exam Browser dengan pengaturan sesi", mismatch: "Tidak sesuai" } as const;

function hashText({ way, url, expected, received }: { way: "header" | "page"; url: string; expected: readonly string[]; received: string | null }): string {
  return `(${way === "header" ? "kepala permintaan" : "halaman"}, ${url}): diharapkan ${expected.join(" atau ") || "apa pun"}, diterima ${received ?? "tidak ada"}`;
}

export function roomEntryKind(entry: RoomEntry): string {
  const kind = entry.kind === "incident" ? `${roomKinds.incident}: ${incidents[entry.category]}` : roomKinds[entry.kind];
  return entry.enrolmentId === null ? `${kind} (semua peserta)` : kind;
}

export function roomEntryText(entry: RoomEntry, at: (ms: number) => string): string {
  switch (entry.kind) {
    case "message":
      return entry.text;
    case "incident":
      return `${entry.text} (terjadi ${at(entry.occurredAtMs)})`;
    case "admitted":
    case "ended":
    case "browser-exempted":
    case "browser-released":
      return entry.reason;
    case "browser-checked":
      return [`${browserOutcomes[entry.outcome]}. Config Key ${hashText({ ...entry, expected: [entry.expected] })}`, entry.request ? `Browser Exam Key ${hashText(entry.request)}` : "", entry.browser ?? ""].filter(Boolean).join("; ");
    case "entries-missing":
      return `Menurut peramban peserta, catatan nomor ${entry.lastSeq} sudah dikonfirmasi; catatan di server berakhir di nomor ${entry.seq}`;
    case "identity":
      return [entry.outcome === "confirmed" ? "Sesuai" : "Tidak sesuai", entry.reason].filter(Boolean).join(": ");
    case "message-read":
    case "room-started":
      return "–";
  }
}

export function reasonOfEnd(reason: ClosedReason | null): string {
  return reason === "submitted" ? "diserahkan peserta" : reason === "ended" ? "diakhiri pengawas" : "waktu habis";
}

/** 1 jam 5 menit 30 detik. */
export function durationText(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1000);
  const parts = [
    [Math.floor(seconds / 3600), "jam"],
    [Math.floor((seconds % 3600) / 60), "menit"],
    [seconds % 60, "detik"],
  ] as const;
  const text = parts.flatMap(([count, unit]) => (count > 0 ? [`${count} ${unit}`] : [])).join(" ") || "0 detik";
  return ms < 0 ? `−${text}` : text;
}

type Said = { itemId?: string; rowId?: string; columnId?: string; flagged?: boolean; response?: { interaction: string; optionId?: string | null; best?: string | null; worst?: string | null; text?: string }; edit?: { inserted: string; removed: number }; action?: { type: string; documentId: string | null; text?: string; instruction?: string; to?: string } };
const charactersMax = 160;

/** The work of one entry in a few words; whole texts are in the JSON. */
export function workText(kind: string, body: string): string {
  const { itemId, rowId, columnId, flagged, response, edit, action } = JSON.parse(body) as Said;
  if (kind === "responded" && response) return `${itemId}: ${answerText(response)}`;
  if (kind === "edited" && edit) return `${[itemId ?? "meja", rowId, columnId].filter(Boolean).join(" · ")}: +${edit.inserted.length} −${edit.removed} karakter`;
  if (kind === "flagged") return `${itemId}: ${flagged ? "ditandai" : "tanda dilepas"}`;
  if (kind === "acted" && action) return cut([action.documentId ?? "meja", action.type, action.to ? `kepada ${action.to}` : "", action.text ?? action.instruction ?? ""].filter(Boolean).join(" · "));
  return itemId ?? "";
}

function answerText({ interaction, optionId, best, worst, text }: NonNullable<Said["response"]>): string {
  if (interaction === "choice") return optionId ?? "jawaban ditarik";
  if (interaction === "best-worst") return `paling ${best ?? "–"}, paling tidak ${worst ?? "–"}`;
  return cut(text ?? "");
}

function cut(text: string): string {
  return text.length > charactersMax ? `${text.slice(0, charactersMax)}… (${text.length} karakter)` : text;
}
