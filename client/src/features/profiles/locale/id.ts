export default {
  title: "Hasil penilaian",
  purpose: "Profil kompetensi, kesesuaian dengan jabatan, dan laporan setiap pegawai.",
  empty: { title: "Belum ada hasil", text: "Hasil tampil di sini setelah integrasi ditutup oleh asesor utama." },
  homeCard: { open: "Buka hasil" },
};
