export default {
  title: "Kegiatan penilaian",
  purpose: "Rencanakan kegiatan: tujuan, jabatan sasaran, alat ukur, peserta, asesor, dan jadwal.",
  empty: { title: "Belum ada kegiatan", text: "Kegiatan yang Anda rencanakan akan tampil di sini." },
  homeCard: { open: "Buka kegiatan" },
};
