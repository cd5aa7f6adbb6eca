export default {
  title: "Pegawai",
  purpose: "Data pegawai, jabatan, dan unit kerja instansi Anda.",
  empty: { title: "Belum ada data pegawai", text: "Pegawai yang diimpor akan tampil di sini." },
  homeCard: { open: "Buka data pegawai" },
};
