/** The organisation units and the sixty positions of each agency's register, written as `kind: title`. */

/** jpt, adm, pws, pel: the managerial classes and pelaksana; jf1, jf2, jf3: functional of the first, middle and upper level; jft: skilled. */
export type PositionKind = "jpt" | "adm" | "pws" | "pel" | "jf1" | "jf2" | "jf3" | "jft";
export type UnitPlan = { unit: string; parent?: string; positions: readonly string[] };

export const eastJavaUnits: readonly UnitPlan[] = [
  {
    unit: "Badan Kepegawaian Daerah",
    positions: ["jpt: Kepala Badan Kepegawaian Daerah", "adm: Kepala Bidang Mutasi", "pws: Kepala Subbagian Keuangan", "jf2: Analis Sumber Daya Manusia Aparatur Ahli Muda", "jf3: Assessor Sumber Daya Manusia Aparatur Ahli Madya", "pel: Penelaah Teknis Kebijakan"],
  },
  {
    unit: "Dinas Pendidikan",
    positions: ["jpt: Kepala Dinas Pendidikan", "adm: Kepala Bidang Pembinaan Pendidikan SMK", "pws: Kepala Subbagian Umum dan Kepegawaian", "pws: Kepala Subbagian Keuangan", "jf2: Perencana Ahli Muda", "pel: Pengolah Data dan Informasi"],
  },
  {
    unit: "Dinas Kesehatan",
    positions: ["adm: Sekretaris Dinas Kesehatan", "adm: Kepala Bidang Pelayanan Kesehatan", "pws: Kepala Subbagian Umum dan Kepegawaian", "pws: Kepala Subbagian Keuangan", "jf2: Administrator Kesehatan Ahli Muda", "jft: Perawat Mahir"],
  },
  {
    unit: "Rumah Sakit Umum Daerah Haji", parent: "Dinas Kesehatan",
    positions: ["adm: Kepala Bagian Umum", "pws: Kepala Subbagian Tata Usaha", "pws: Kepala Subbagian Rekam Medis", "jf1: Pranata Komputer Ahli Pertama", "jft: Arsiparis Terampil", "pel: Pengadministrasi Perkantoran"],
  },
  {
    unit: "Dinas Sosial",
    positions: ["adm: Kepala Bidang Perlindungan dan Jaminan Sosial", "pws: Kepala Subbagian Keuangan", "pws: Kepala Seksi Pelayanan UPT Panti Sosial Tresna Werdha", "pws: Kepala Subbagian Tata Usaha UPT Rehabilitasi Sosial", "jf2: Pekerja Sosial Ahli Muda", "pel: Penelaah Teknis Kebijakan"],
  },
  {
    unit: "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
    positions: ["jpt: Kepala Dinas Penanaman Modal dan PTSP", "adm: Kepala Bidang Pelayanan Perizinan", "pws: Kepala Subbagian Umum dan Kepegawaian", "pws: Kepala Subbagian Keuangan", "jf2: Penata Perizinan Ahli Muda", "pel: Pengolah Data dan Informasi"],
  },
  {
    unit: "Dinas Perhubungan",
    positions: ["adm: Kepala Bidang Angkutan Jalan", "pws: Kepala Subbagian Keuangan", "pws: Kepala Seksi Prasarana UPT Terminal Purabaya", "pws: Kepala Subbagian Tata Usaha UPT Pelabuhan Penyeberangan", "jf1: Perencana Ahli Pertama", "pel: Pengadministrasi Perkantoran"],
  },
  {
    unit: "Dinas Kelautan dan Perikanan",
    positions: ["adm: Kepala Bidang Perikanan Tangkap", "pws: Kepala Subbagian Umum dan Kepegawaian", "pws: Kepala Seksi Tata Operasional UPT Pelabuhan Perikanan", "pws: Kepala Subbagian Tata Usaha UPT Laboratorium Mutu", "jf2: Analis Pengelolaan Produksi Perikanan Ahli Muda", "pel: Penelaah Teknis Kebijakan"],
  },
  {
    unit: "Badan Perencanaan Pembangunan Daerah",
    positions: ["adm: Kepala Bidang Perencanaan dan Evaluasi Daerah", "adm: Sekretaris Badan Perencanaan Pembangunan Daerah", "pws: Kepala Subbagian Umum dan Kepegawaian", "pws: Kepala Subbagian Keuangan", "jf3: Perencana Ahli Madya", "jf1: Analis Kebijakan Ahli Pertama"],
  },
  {
    unit: "Inspektorat",
    positions: ["jpt: Inspektur Daerah", "adm: Inspektur Pembantu Bidang Pemerintahan", "pws: Kepala Subbagian Administrasi dan Umum", "pws: Kepala Subbagian Perencanaan dan Evaluasi", "jf2: Auditor Ahli Muda", "pel: Pengolah Data dan Informasi"],
  },
];

export const bangkaBelitungUnits: readonly UnitPlan[] = [
  {
    unit: "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Daerah",
    positions: ["jpt: Kepala BKPSDMD", "adm: Kepala Bidang Pengembangan Kompetensi", "pws: Kepala Subbagian Umum", "jf2: Analis Sumber Daya Manusia Aparatur Ahli Muda", "jf3: Assessor Sumber Daya Manusia Aparatur Ahli Madya", "pel: Penelaah Teknis Kebijakan"],
  },
  {
    unit: "Dinas Energi dan Sumber Daya Mineral",
    positions: ["jpt: Kepala Dinas Energi dan Sumber Daya Mineral", "adm: Kepala Bidang Mineral dan Batubara", "pws: Kepala Subbagian Umum dan Kepegawaian", "pws: Kepala Subbagian Keuangan", "jf2: Inspektur Tambang Ahli Muda", "pel: Pengolah Data dan Informasi"],
  },
  {
    unit: "Dinas Pariwisata, Kebudayaan, Kepemudaan, dan Olahraga",
    positions: ["adm: Sekretaris Dinas Pariwisata", "adm: Kepala Bidang Destinasi Pariwisata", "pws: Kepala Subbagian Umum dan Kepegawaian", "pws: Kepala Subbagian Keuangan", "jf2: Adyatama Kepariwisataan Ahli Muda", "jft: Pamong Budaya Terampil"],
  },
  {
    unit: "Rumah Sakit Umum Daerah Dr. (H.C.) Ir. Soekarno",
    positions: ["adm: Kepala Bagian Umum dan Keuangan", "pws: Kepala Subbagian Kepegawaian", "pws: Kepala Subbagian Rekam Medis", "jf1: Pranata Komputer Ahli Pertama", "jft: Perawat Mahir", "pel: Pengadministrasi Perkantoran"],
  },
  {
    unit: "Dinas Sosial dan Pemberdayaan Masyarakat Desa",
    positions: ["adm: Kepala Bidang Perlindungan dan Jaminan Sosial", "pws: Kepala Subbagian Keuangan", "pws: Kepala Seksi Pelayanan UPTD Panti Sosial", "pws: Kepala Subbagian Tata Usaha UPTD Perlindungan Anak", "jf2: Pekerja Sosial Ahli Muda", "pel: Penelaah Teknis Kebijakan"],
  },
  {
    unit: "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
    positions: ["jpt: Kepala Dinas Penanaman Modal dan PTSP", "adm: Kepala Bidang Perizinan dan Nonperizinan", "pws: Kepala Subbagian Umum dan Kepegawaian", "pws: Kepala Subbagian Keuangan", "jf2: Penata Perizinan Ahli Muda", "pel: Pengolah Data dan Informasi"],
  },
  {
    unit: "Dinas Perhubungan",
    positions: ["adm: Kepala Bidang Angkutan Laut dan Penyeberangan", "pws: Kepala Subbagian Keuangan", "pws: Kepala Seksi Operasional UPTD Pelabuhan Tanjung Kalian", "pws: Kepala Subbagian Tata Usaha UPTD Terminal", "jf1: Perencana Ahli Pertama", "pel: Pengadministrasi Perkantoran"],
  },
  {
    unit: "Dinas Kelautan dan Perikanan",
    positions: ["adm: Kepala Bidang Pengelolaan Ruang Laut", "pws: Kepala Subbagian Umum dan Kepegawaian", "pws: Kepala Seksi Tata Operasional UPTD Pelabuhan Perikanan Sungailiat", "pws: Kepala Subbagian Tata Usaha UPTD Konservasi", "jf2: Analis Pengelolaan Produksi Perikanan Ahli Muda", "pel: Penelaah Teknis Kebijakan"],
  },
  {
    unit: "Badan Perencanaan Pembangunan dan Penelitian Daerah",
    positions: ["adm: Kepala Bidang Ekonomi dan Sumber Daya Alam", "adm: Sekretaris Badan Perencanaan Pembangunan", "pws: Kepala Subbagian Umum dan Kepegawaian", "pws: Kepala Subbagian Keuangan", "jf3: Perencana Ahli Madya", "jf1: Analis Kebijakan Ahli Pertama"],
  },
  {
    unit: "Inspektorat Daerah",
    positions: ["jpt: Inspektur Daerah", "adm: Inspektur Pembantu Wilayah I", "pws: Kepala Subbagian Administrasi dan Umum", "pws: Kepala Subbagian Perencanaan dan Pelaporan", "jf2: Auditor Ahli Muda", "pel: Pengolah Data dan Informasi"],
  },
];
