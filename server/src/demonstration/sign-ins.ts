/** The table of demonstration sign-ins that is printed at every start. */
import { demonstrationAgencies, demonstrationPassword, type StaffMember } from "./agencies.ts";
import type { DemonstrationFact } from "./installation.ts";

const labels: readonly [StaffMember["role"], string][] = [
  ["organiser", "organiser / penyelenggara"],
  ["proctor", "proctor / pengawas"],
  ["assessor", "assessor / asesor"],
  ["lead-assessor", "lead assessor / ketua tim asesor"],
  ["official", "official / pejabat"],
  ["author", "author / penyusun alat ukur"],
  ["auditor", "auditor"],
  ["administrator", "administrator"],
];

export function signInTable(fact: DemonstrationFact): string {
  const rows = labels.map(([role, label]) => [label, ...demonstrationAgencies.map((agency) => short(agency.staff.filter((member) => member.role === role).map(({ login }) => login)))]);
  const candidates = demonstrationAgencies.map((agency) => fact.candidates.filter((candidate) => candidate.agency === agency.code).map(({ login }) => login));
  const most = Math.max(0, ...candidates.map((logins) => logins.length));
  for (let index = 0; index < most; index++) rows.push([index === 0 ? "candidate / peserta (NIP)" : "", ...candidates.map((logins) => logins[index] ?? "")]);
  const table = [["", ...demonstrationAgencies.map(({ shortName }) => shortName)], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = table.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("   ")}`.trimEnd());
  return [`Demonstration sign-ins; the password of all of them: ${demonstrationPassword}`, ...lines].join("\n");
}

/** "asesor1–4.jatim" for a row of logins that differ by their number only. */
function short(logins: readonly string[]): string {
  const [first, last] = [logins.at(0), logins.at(-1)];
  const numbered = /^([a-z]+)1\.(.+)$/.exec(first ?? "");
  return numbered && logins.length > 1 && last === `${numbered[1]}${logins.length}.${numbered[2]}` ? `${numbered[1]}1…${logins.length}.${numbered[2]}` : logins.join(", ");
}
