export default {
  title: "Masuk",
  login: "NIP atau nama pengguna",
  password: "Kata sandi",
  showPassword: "Tampilkan kata sandi",
  hidePassword: "Sembunyikan kata sandi",
  submit: "Masuk",
  required: { login: "Isi NIP atau nama pengguna Anda.", password: "Isi kata sandi Anda." },
  forgotten: "Lupa kata sandi? Hubungi administrator di instansi Anda.",
  confidential: "Data penilaian bersifat rahasia. Setiap akses dicatat.",
  promise: {
    saved: { title: "Jawaban tersimpan seketika", text: "Sambungan terputus tidak menghapus pekerjaan peserta." },
    fair: { title: "Dinilai secara mandiri", text: "Paling sedikit dua asesor menilai sebelum konsensus." },
    traceable: { title: "Setiap angka ada alasannya", text: "Masukan, versi, dan dasar hukum selalu dapat dibuka." },
  },
};
