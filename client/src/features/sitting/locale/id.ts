export default {
  title: "Pengerjaan",
  empty: {
    title: "Belum ada sesi yang dibuka",
    text: "Sesi penilaian Anda tampil di sini saat ruang dibuka. Datanglah lebih awal; Anda tidak perlu memuat ulang halaman.",
  },
};
