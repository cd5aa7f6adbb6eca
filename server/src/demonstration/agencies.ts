/** The two agencies of the demonstration and the staff who can sign in to them. */
import type { Role } from "@kompeten/shared/contracts/permissions";
import { bangkaBelitungNames, eastJavaNames, type NameStock } from "./people/names.ts";
import { bangkaBelitungUnits, eastJavaUnits, type UnitPlan } from "./people/positions.ts";

/** Everybody's password in the demonstration; printed at every start. No account of it exists in production. */
export const demonstrationPassword = "kompeten-demo-2026";

export type StaffMember = { login: string; name: string; role: Exclude<Role, "candidate"> };
export type DemonstrationAgency = {
  code: string;
  name: string;
  shortName: string;
  timeZone: string;
  place: string;
  names: NameStock;
  units: readonly UnitPlan[];
  staff: readonly StaffMember[];
};

export const eastJava: DemonstrationAgency = {
  code: "bkd-jatim",
  name: "Badan Kepegawaian Daerah Provinsi Jawa Timur",
  shortName: "BKD Jawa Timur",
  timeZone: "Asia/Jakarta",
  place: "UPT Penilaian Kompetensi, Surabaya",
  names: eastJavaNames,
  units: eastJavaUnits,
  staff: [
    { login: "admin.jatim", name: "Wahyu Ardianto, S.Kom.", role: "administrator" },
    { login: "penyelenggara.jatim", name: "Endah Kusumaningtyas, S.Psi., M.Si.", role: "organiser" },
    { login: "pengawas.jatim", name: "Moch. Taufik Hidayat, S.A.P.", role: "proctor" },
    { login: "asesor1.jatim", name: "Dr. Retno Wulansari, M.Psi.", role: "assessor" },
    { login: "asesor2.jatim", name: "Hari Subagyo, S.Psi., M.Si.", role: "assessor" },
    { login: "asesor3.jatim", name: "Nurul Istiqomah, S.Psi.", role: "assessor" },
    { login: "asesor4.jatim", name: "Arif Budi Cahyono, M.M.", role: "assessor" },
    { login: "ketua.jatim", name: "Dra. Sulistyaningsih, M.Si.", role: "lead-assessor" },
    { login: "penyusun.jatim", name: "Ilham Maulana, S.Psi.", role: "author" },
    { login: "pejabat.jatim", name: "Dr. Bagus Priyambodo, S.H., M.H.", role: "official" },
    { login: "auditor.jatim", name: "Lailatul Fitriyani, S.E., Ak.", role: "auditor" },
  ],
};

export const bangkaBelitung: DemonstrationAgency = {
  code: "bkpsdmd-babel",
  name: "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Daerah Provinsi Kepulauan Bangka Belitung",
  shortName: "BKPSDMD Babel",
  timeZone: "Asia/Jakarta",
  place: "Kantor BKPSDMD, Pangkalpinang",
  names: bangkaBelitungNames,
  units: bangkaBelitungUnits,
  staff: [
    { login: "admin.babel", name: "Riko Andrianto, S.T.", role: "administrator" },
    { login: "penyelenggara.babel", name: "Yulita Sari, S.I.P., M.Si.", role: "organiser" },
    { login: "pengawas.babel", name: "Hendra Kusuma, S.Sos.", role: "proctor" },
    { login: "asesor1.babel", name: "Ria Agustina, S.Psi., M.Si.", role: "assessor" },
    { login: "asesor2.babel", name: "Fahrul Rozi, S.Psi.", role: "assessor" },
    { login: "asesor3.babel", name: "Meilani Tjhia, M.Psi.", role: "assessor" },
    { login: "asesor4.babel", name: "Sopian Hadi, S.I.P., M.A.P.", role: "assessor" },
    { login: "ketua.babel", name: "Drs. Iskandar Zulkarnaen, M.Si.", role: "lead-assessor" },
    { login: "penyusun.babel", name: "Devi Marlina, S.Psi.", role: "author" },
    { login: "pejabat.babel", name: "Dr. Susi Hartini, M.M.", role: "official" },
    { login: "auditor.babel", name: "Bambang Irawan, S.E.", role: "auditor" },
  ],
};

export const demonstrationAgencies = [eastJava, bangkaBelitung] as const;

/** The assessor of East Java who also works for Bangka Belitung as long as the cooperation agreement lasts. */
export const lentAssessor = {
  login: "asesor1.jatim",
  to: bangkaBelitung.code,
  basis: "Perjanjian Kerja Sama BKD Provinsi Jawa Timur dan BKPSDMD Provinsi Kepulauan Bangka Belitung, 24 Mei 2022",
  until: "2027-05-23",
};
