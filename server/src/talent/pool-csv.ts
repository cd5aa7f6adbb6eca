import type { PoolView } from "@kompeten/shared/contracts/talent";
import { stringify } from "csv-stringify/sync";

/** The succession group as a spreadsheet reads it: a byte order mark, NIP grouped so that it stays text, a decimal comma. */
export function poolCsv(pool: PoolView): string {
  const number = (value: number | null) => (value === null ? "" : value.toFixed(2).replace(".", ","));
  return stringify(
    pool.rows.map((row) => [
      row.rank,
      row.nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, "$1 $2 $3 $4"),
      [row.titleBefore, row.name].filter(Boolean).join(" ") + (row.titleAfter ? `, ${row.titleAfter}` : ""),
      row.positionTitle,
      row.unitName ?? "",
      row.box,
      number(row.talentScore),
      number(row.performanceScore),
      number(row.potentialScore),
      row.reason,
      row.confirmedBy,
      row.confirmedAt,
      pool.cycle.title,
      pool.configurationTitle,
    ]),
    {
      header: true,
      bom: true,
      delimiter: ";",
      escape_formulas: true,
      columns: ["Peringkat", "NIP", "Nama", "Jabatan", "Unit kerja", "Kotak", "Skor talenta", "Skor kinerja", "Skor potensial", "Alasan", "Ditetapkan oleh", "Ditetapkan pada", "Siklus", "Konfigurasi"],
    },
  );
}
