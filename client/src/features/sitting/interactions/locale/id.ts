export default {
  multiple: {
    exactly: "Pilih tepat {{max}}.",
    between: "Pilih {{min}} sampai {{max}}.",
    atMost: "Pilih satu atau lebih, paling banyak {{max}}.",
    full_other: "Sudah {{count}} pilihan. Lepas satu dahulu untuk memilih yang lain.",
    more_other: "Pilih {{count}} lagi.",
  },
  order: {
    how: "Pindahkan dengan tombol panah di setiap baris, atau tekan panah atas dan bawah pada papan ketik.",
    up: "Naikkan: {{text}}",
    down: "Turunkan: {{text}}",
    moved: "{{text}}: urutan {{place}} dari {{total}}",
    end: "{{text}}: sudah di ujung",
    keep: "Urutan ini sudah benar",
    kept: "Urutan dipakai sebagai jawaban",
    notYet: "Belum menjadi jawaban.",
  },
  match: {
    once: "Setiap pasangan hanya dapat dipakai satu kali.",
    choose: "Pilih pasangan",
    taken: "Dipindahkan dari: {{text}}. Pilih lagi untuk baris itu.",
    left_other: "{{count}} baris belum berpasangan.",
  },
  inline: { gap: "Isian {{number}} dari {{total}}", choose: "…", left_other: "{{count}} isian masih kosong." },
  likert: { left_other: "{{count}} pernyataan belum dinilai." },
  entry: { unit: "Satuan", readAs: "Terbaca: {{value}}", noNumber: "Tulis bilangan saja, misalnya 1.250,5.", chooseUnit: "Pilih juga satuannya." },
  slider: { notYet: "Belum dipilih", less: "Kurangi", more: "Tambah" },
};
