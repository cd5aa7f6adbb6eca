/** Small instruments with everything in them that the big ones have, for tests that need one but not forty items. */
import type { InstrumentKind } from "@kompeten/shared/contracts/instrument-kind";
import type { InstrumentContent } from "../src/authoring/index.ts";

const text = (value: string) => [{ type: "text" as const, text: value }];
const anchors = { "1": "Level satu", "2": "Level dua", "3": "Level tiga", "4": "Level empat", "5": "Level lima" };
/** All nine, so that one instrument alone covers every position standard. */
const competencies = ["M.01", "M.02", "M.03", "M.04", "M.05", "M.06", "M.07", "M.08", "SK.01"];
const rubric = competencies.map((competency) => ({ competency, lookFor: ["Perilaku pertama", "Perilaku kedua"], anchors }));
const options = (count: number) => ["a", "b", "c", "d", "e"].slice(0, count).map((id) => ({ id, text: `Pilihan ${id}` }));
const header = { version: 1, language: "id" as const, summary: "Alat ukur uji.", candidateInstructions: "Kerjakan semua bagian." };

const choices = ["c1", "c2", "c3", "c4"];
/** s1 measures M.01 … s9 measures SK.01. */
const situations = Object.fromEntries(competencies.map((competency, index) => [`s${index + 1}`, competency]));

function test(): InstrumentContent {
  return {
    header: { ...header, code: "tes-uji", title: "Tes Uji", kind: "test", durationMinutes: 30, competencies },
    paper: {
      kind: "test",
      sections: [
        { id: "penalaran", title: "Penalaran", instructions: text("Pilih satu."), shuffleItems: true, items: choices.map((id) => ({ interaction: "choice", id, prompt: `Soal ${id}?`, options: options(4), shuffleOptions: true })) },
        { id: "situasi", title: "Situasi", instructions: text("Pilih yang paling dan paling tidak efektif."), shuffleItems: false, items: Object.keys(situations).map((id) => ({ interaction: "best-worst", id, prompt: `Situasi ${id}?`, options: options(4), shuffleOptions: true })) },
      ],
    },
    key: {
      kind: "test",
      items: {
        ...Object.fromEntries(choices.map((id, index) => [id, { interaction: "choice" as const, correct: "abcd"[index] ?? "a", difficulty: index - 1.5, facet: "logical" as const, rationale: "Kunci uji." }])),
        ...Object.fromEntries(Object.entries(situations).map(([id, competency]) => [id, { interaction: "best-worst" as const, competency, effectiveness: { a: 0, b: 1, c: 2, d: 3 }, rationale: "Kunci uji." }])),
      },
      levelBands: [0.4, 0.55, 0.7, 0.85],
      levelBandsBasis: "Perkiraan uji.",
    },
  };
}

function inBasket(): InstrumentContent {
  const document = (id: string, arrivesAfterSeconds: number) => ({ id, kind: "memo" as const, from: "Kepala Dinas", to: "Kepala Bidang", sentAt: "2026-11-09T08:00", subject: `Perihal ${id}`, body: text(`Isi ${id}.`), attachments: [], arrivesAfterSeconds });
  return {
    header: { ...header, code: "in-basket-uji", title: "In-Basket Uji", kind: "in-basket", durationMinutes: 60, competencies },
    paper: {
      kind: "in-basket",
      scenario: { role: "Kepala Bidang", organisation: "Dinas Uji", now: "2026-11-09T09:00", briefing: text("Anda baru dilantik.") },
      organisationChart: [{ id: "o1", name: "Ibu Sari", position: "Kepala Dinas" }, { id: "o2", name: "Anda", position: "Kepala Bidang", reportsTo: "o1" }, { id: "o3", name: "Pak Adi", position: "Ketua Tim", reportsTo: "o2" }],
      calendar: [{ id: "k1", title: "Rapat", start: "2026-11-09T13:00", end: "2026-11-09T14:00", movable: true }],
      documents: [document("d1", 0), document("d2", 0), document("d3", 60)],
    },
    key: { kind: "in-basket", rubric, documents: Object.fromEntries(["d1", "d2", "d3"].map((id) => [id, { urgency: "high" as const, importance: "high" as const, links: id === "d2" ? ["d1"] : [], expected: "Ditindaklanjuti." }])) },
  };
}

function caseAnalysis(): InstrumentContent {
  return {
    header: { ...header, code: "kasus-uji", title: "Kasus Uji", kind: "case", durationMinutes: 45, competencies },
    paper: {
      kind: "case",
      scenario: text("Sebuah kasus."),
      exhibits: [{ id: "e1", title: "Lampiran 1", body: text("Isi lampiran.") }],
      questions: ["q1", "q2"].map((id) => ({ id, interaction: "extended-text", prompt: `Pertanyaan ${id}?`, minWords: 0, maxWords: 400 })),
    },
    key: { kind: "case", rubric, questions: Object.fromEntries(["q1", "q2"].map((id) => [id, { expected: "Jawaban yang diharapkan.", exhibits: ["e1"] }])) },
  };
}

function form(): InstrumentContent {
  return {
    header: { ...header, code: "formulir-uji", title: "Formulir Uji", kind: "form", competencies: [] },
    paper: {
      kind: "form",
      sections: [
        { id: "diri", title: "Diri", items: [{ interaction: "text-entry", id: "surel", prompt: "Surel", format: "text", units: [], required: true }, { interaction: "rows", id: "jabatan", prompt: "Jabatan", required: true, rowName: "Jabatan", minRows: 1, maxRows: 3, columns: [{ id: "nama", label: "Nama", format: "text", required: true }, { id: "sejak", label: "Sejak", format: "year", required: false }] }] },
        { id: "peristiwa", title: "Peristiwa", items: [{ interaction: "extended-text", id: "situasi", prompt: "Situasi", minWords: 0, maxWords: 200, required: false }] },
      ],
    },
    key: { kind: "form" },
  };
}

/** A fresh copy each time, so that a test may break it on purpose. */
export function sampleInstrument(kind: InstrumentKind): InstrumentContent {
  return kind === "test" ? test() : kind === "in-basket" ? inBasket() : kind === "form" ? form() : caseAnalysis();
}
