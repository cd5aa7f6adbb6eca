export default {
  accounts: {
    title: "Akun dan peran",
    purpose: "Atur siapa yang boleh masuk, dengan peran apa, atas dasar apa, dan sampai kapan.",
    empty: { title: "Belum ada akun", text: "Akun dan keanggotaan di instansi ini akan tampil di sini." },
    open: "Buka akun",
  },
  audit: {
    title: "Jejak audit",
    purpose: "Siapa melihat dan mengubah apa, dan kapan. Catatan ini tidak dapat dihapus.",
    empty: { title: "Belum ada catatan", text: "Catatan audit instansi ini akan tampil di sini." },
    open: "Buka jejak audit",
  },
};
