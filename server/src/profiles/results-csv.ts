import type { ResultRow } from "@kompeten/shared/contracts/profiles";
import { stringify } from "csv-stringify/sync";

/** The list as a spreadsheet reads it: a byte order mark, NIP grouped so that it stays text, JPM with the reader's comma. */
export function resultsCsv(rows: readonly ResultRow[]): string {
  return stringify(
    rows.map((row) => [
      row.nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, "$1 $2 $3 $4"),
      [row.titleBefore, row.name].filter(Boolean).join(" ") + (row.titleAfter ? `, ${row.titleAfter}` : ""),
      row.positionTitle,
      row.unitName ?? "",
      row.assessmentNumber,
      row.assessmentTitle,
      row.standardTitle,
      row.jpmPercent.toFixed(2).replace(".", ","),
      row.category.name,
      row.validFrom,
      row.validUntil,
      row.current ? "ya" : "tidak",
    ]),
    {
      header: true,
      bom: true,
      delimiter: ";",
      escape_formulas: true,
      columns: ["NIP", "Nama", "Jabatan", "Unit kerja", "Nomor kegiatan", "Kegiatan penilaian", "Standar jabatan", "JPM (%)", "Kategori", "Berlaku mulai", "Berlaku sampai", "Hasil terkini"],
    },
  );
}
