/** Sixty plausible employees of one agency: pure, and the same for the same agency for ever. */
import { between, pick, randomOf, weighted, type Random } from "../behaviour/chance.rules.ts";
import type { NameStock } from "./names.ts";
import type { PositionKind, UnitPlan } from "./positions.ts";

export type EducationCode = "s3" | "s2" | "s1-d4" | "d3" | "slta";
export type Person = {
  kind: PositionKind;
  nip: string;
  name: string;
  titleBefore: string | null;
  titleAfter: string | null;
  sex: "male" | "female";
  birthPlace: string;
  birthDate: string;
  employment: "pns" | "pppk";
  grade: string;
  gradeSince: string;
  positionTitle: string;
  positionType: "jpt-pratama" | "administrator" | "pengawas" | "pelaksana" | "fungsional";
  positionSince: string;
  unit: string;
  parentUnit: string | null;
  education: EducationCode;
  educationField: string;
  email: string;
  phone: string;
};

type KindRule = {
  type: Person["positionType"];
  ages: readonly [number, number];
  grades: readonly string[];
  education: Readonly<Partial<Record<EducationCode, number>>>;
  /** The share of PPPK among them. */
  contracts: number;
};

const kinds: Readonly<Record<PositionKind, KindRule>> = {
  jpt: { type: "jpt-pratama", ages: [50, 57], grades: ["IV/c", "IV/d"], education: { s2: 3, s3: 2 }, contracts: 0 },
  adm: { type: "administrator", ages: [43, 54], grades: ["IV/a", "IV/b"], education: { s2: 5, "s1-d4": 2, s3: 1 }, contracts: 0 },
  pws: { type: "pengawas", ages: [37, 50], grades: ["III/c", "III/d", "III/d"], education: { s2: 3, "s1-d4": 5 }, contracts: 0 },
  jf3: { type: "fungsional", ages: [42, 54], grades: ["IV/a", "IV/b", "IV/c"], education: { s2: 4, s3: 1 }, contracts: 0 },
  jf2: { type: "fungsional", ages: [36, 49], grades: ["III/c", "III/d"], education: { s2: 2, "s1-d4": 4 }, contracts: 0 },
  jf1: { type: "fungsional", ages: [27, 35], grades: ["III/a", "III/b"], education: { "s1-d4": 1 }, contracts: 0.67 },
  jft: { type: "fungsional", ages: [28, 42], grades: ["II/c", "II/d", "III/a"], education: { d3: 1 }, contracts: 0.5 },
  pel: { type: "pelaksana", ages: [26, 48], grades: ["II/d", "III/a", "III/b"], education: { "s1-d4": 4, d3: 2, slta: 1 }, contracts: 0.25 },
};

type Field = { name: string; bachelor: string; master: string; /** Positions that people of this field hold rather than others. */ suits?: RegExp };
const fields: readonly Field[] = [
  { name: "Administrasi Publik", bachelor: "S.A.P.", master: "M.A.P." },
  { name: "Ilmu Pemerintahan", bachelor: "S.I.P.", master: "M.Si." },
  { name: "Ilmu Hukum", bachelor: "S.H.", master: "M.H.", suits: /Inspektur (Daerah|Pembantu)|Perizinan/ },
  { name: "Manajemen", bachelor: "S.E.", master: "M.M.", suits: /Keuangan|Sumber Daya Manusia|Wisata|Pariwisata/ },
  { name: "Akuntansi", bachelor: "S.Ak.", master: "M.Ak.", suits: /Keuangan|Auditor/ },
  { name: "Teknik Sipil", bachelor: "S.T.", master: "M.T.", suits: /Tambang|Mineral|Angkutan|Prasarana|Terminal|Perencana/ },
  { name: "Ilmu Komputer", bachelor: "S.Kom.", master: "M.Kom.", suits: /Komputer|Data/ },
  { name: "Kesehatan Masyarakat", bachelor: "S.K.M.", master: "M.Kes.", suits: /Kesehatan|Perawat|Rekam Medis/ },
  { name: "Ilmu Sosial", bachelor: "S.Sos.", master: "M.Si.", suits: /Sosial|Anak/ },
  { name: "Ilmu Kelautan dan Perikanan", bachelor: "S.Pi.", master: "M.Si.", suits: /Perikanan|Laut/ },
  { name: "Psikologi", bachelor: "S.Psi.", master: "M.Si.", suits: /Sumber Daya Manusia|Assessor|Kompetensi/ },
];

/** What suits the position, or one of the general fields. */
function fieldOf(random: Random, title: string): Field {
  const fitting = fields.filter(({ suits }) => suits?.test(title));
  return pick(random, fitting.length > 0 ? fitting : fields.slice(0, 4));
}

/** `asOf` is the day on which the register is made: ages and dates follow from it. */
export function peopleOf(agencyCode: string, names: NameStock, units: readonly UnitPlan[], asOf: Date): Person[] {
  const used = new Set<string>();
  return units.flatMap(({ unit, parent, positions }, unitIndex) =>
    positions.map((position, index) => {
      const [kind, title] = position.split(": ", 2) as [PositionKind, string];
      const random = randomOf(agencyCode, "person", unitIndex, index);
      const identity = nameOf(random, names, used);
      used.add(identity.name);
      return { ...identity, ...career(random, kind, title, identity.sex, { year: asOf.getUTCFullYear(), used }), ...contact(agencyCode, identity.name, unitIndex * 6 + index), kind, positionTitle: title, unit, parentUnit: parent ?? null, birthPlace: pick(random, names.birthPlaces) };
    }),
  );
}

function nameOf(random: Random, names: NameStock, used: ReadonlySet<string>): { name: string; sex: Person["sex"] } {
  for (;;) {
    const sex = random() < 0.55 ? "male" : "female";
    const name = sex === "male" ? `${pick(random, names.male)} ${pick(random, names.maleLast)}` : `${pick(random, names.female)} ${pick(random, names.femaleLast)}`;
    if (!used.has(name)) return { name, sex };
  }
}

function career(random: Random, kind: PositionKind, title: string, sex: Person["sex"], { year, used }: { year: number; used: Set<string> }) {
  const rule = kinds[kind];
  const age = between(random, ...rule.ages);
  const birthDate = day(year - age, between(random, 1, 12), between(random, 1, 28));
  const employment: Person["employment"] = random() < rule.contracts ? "pppk" : "pns";
  const appointed = employment === "pppk" ? between(random, 2021, 2024) : Math.min(year - 3, year - age + between(random, 22, 28));
  const education = weighted(random, rule.education as Record<EducationCode, number>);
  const field = fieldOf(random, title);
  const since = Math.max(appointed, year - between(random, 1, 5));
  const nip = freeNip(random, `${birthDate.replaceAll("-", "")}${appointed}${employment === "pppk" ? "21" : pick(random, ["01", "02", "03", "04", "12"])}${sex === "male" ? 1 : 2}`, used);
  return {
    nip,
    birthDate,
    employment,
    grade: employment === "pppk" ? (education === "d3" ? "VII" : education === "slta" ? "V" : "IX") : pick(random, rule.grades),
    gradeSince: day(since, pick(random, [4, 10]), 1),
    positionType: rule.type,
    positionSince: day(since, between(random, 1, 12), between(random, 1, 28)),
    education,
    educationField: field.name,
    ...titles(random, sex, education, field),
  };
}

/** The serial number of the NIP is free among those of the same day of birth, appointment and sex. */
function freeNip(random: Random, stem: string, used: Set<string>): string {
  for (;;) {
    const nip = `${stem}${String(between(random, 1, 30)).padStart(3, "0")}`;
    if (used.has(nip)) continue;
    used.add(nip);
    return nip;
  }
}

function titles(random: Random, sex: Person["sex"], education: EducationCode, field: Field): { titleBefore: string | null; titleAfter: string | null } {
  const pilgrim = random() < 0.08 ? (sex === "male" ? "H." : "Hj.") : null;
  switch (education) {
    case "s3":
      return { titleBefore: "Dr.", titleAfter: `${field.bachelor}, ${field.master}` };
    case "s2":
      return { titleBefore: pilgrim, titleAfter: `${field.bachelor}, ${field.master}` };
    case "s1-d4":
      return { titleBefore: pilgrim, titleAfter: field.bachelor };
    case "d3":
      return { titleBefore: null, titleAfter: "A.Md." };
    case "slta":
      return { titleBefore: null, titleAfter: null };
  }
}

/** Addresses of a domain that nobody owns, numbers of a range that no operator gives out. */
function contact(agencyCode: string, name: string, index: number): { email: string; phone: string } {
  const local = name.toLowerCase().replaceAll(/[^a-z ]/g, "").trim().replaceAll(/ +/g, ".");
  return { email: `${local}@${agencyCode}.example`, phone: `08000000${String(index + 1).padStart(4, "0")}` };
}

function day(year: number, month: number, date: number): string {
  return `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}
