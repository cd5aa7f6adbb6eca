export default {
  title: "Pengawasan",
  purpose: "Pantau keadaan setiap peserta dan tangani kejadian selama sesi berlangsung.",
  empty: { title: "Tidak ada sesi yang berlangsung", text: "Sesi yang Anda awasi akan tampil di sini ketika ruang dibuka." },
  homeCard: { open: "Buka pengawasan" },
};
