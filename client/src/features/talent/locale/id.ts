export default {
  title: "Manajemen talenta",
  purpose: "Pemetaan kinerja dan potensial, posisi kotak, dan kelompok rencana suksesi.",
  empty: { title: "Belum ada siklus talenta", text: "Siklus talenta dan posisi kotak pegawai akan tampil di sini." },
  homeCard: { open: "Buka manajemen talenta" },
};
