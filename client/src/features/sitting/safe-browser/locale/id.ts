export default {
  hint: {
    title: "Sesi ini dikerjakan di Safe Exam Browser",
    how: "Unduh berkas sesi, lalu buka berkas itu. Safe Exam Browser terbuka sendiri dan menampilkan halaman masuk; masuklah dengan akun yang sama. Bila Safe Exam Browser belum terpasang di komputer ini, hubungi pengawas.",
    here: "Anda sudah berada di Safe Exam Browser.",
    download: "Unduh berkas sesi (.seb)",
  },
  refused: {
    title: "Buka di Safe Exam Browser",
    other: "Sesi ini hanya dapat dikerjakan di Safe Exam Browser, sedangkan halaman ini dibuka di peramban lain.",
    mismatch: "Safe Exam Browser yang sedang dipakai tidak memakai pengaturan sesi ini.",
    kept: "Tidak ada yang hilang: jawaban yang sudah tersimpan tetap ada, dan yang belum terkirim menunggu di halaman ini.",
    open: "Unduh berkas sesi di bawah ini dan buka berkas itu.",
    call: "Bila sudah memakai berkas itu dan halaman ini masih tampil, angkat tangan dan panggil pengawas. Pengawas dapat mengizinkan Anda melanjutkan; halaman ini terbuka dengan sendirinya.",
    again: "Periksa lagi",
  },
  held: {
    title: "Menunggu keputusan pengawas",
    why: "Peramban yang dipakai untuk pengerjaan ini mengirimkan tanda pengenal yang tidak sesuai dengan sesi ini. Pengerjaan dihentikan sementara, juga di peramban lain, sampai pengawas memutuskan.",
    call: "Angkat tangan dan panggil pengawas.",
    open: "Bila pengawas meminta Anda memakai Safe Exam Browser, unduh dan buka berkas sesi di bawah ini, lalu tutup peramban yang tidak sesuai. Setelah pengawas mengizinkan, pengerjaan terbuka dengan sendirinya.",
  },
};
