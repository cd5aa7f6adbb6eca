export default {
  title: "Penilaian asesor",
  purpose: "Baca pekerjaan peserta, catat bukti, dan beri nilai secara mandiri.",
  empty: { title: "Belum ada penugasan", text: "Pekerjaan peserta yang ditugaskan kepada Anda akan tampil di sini." },
  homeCard: { open: "Buka penugasan" },
};
