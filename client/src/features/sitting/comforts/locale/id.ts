export default {
  reading: {
    title: "Tampilan",
    spacing: "Jarak tulisan lebih lebar",
    contrast: "Kontras tinggi",
    readAloud: "Tombol bacakan butir",
    help: {
      spacing: "Jarak baris, kata, dan huruf diperlebar.",
      contrast: "Hitam dan putih penuh, garis tepi tegas.",
      readAloud: "Tampil bila perangkat ini mempunyai suara berbahasa Indonesia.",
    },
    speak: "Bacakan butir",
    stop: "Hentikan bacaan",
  },
  tools: {
    calculator: "Kalkulator",
    notes: "Catatan coretan",
    notesHelp: "Hanya ada di perangkat ini. Tidak dikirim dan tidak dinilai.",
    sum: "Hitungan",
    back: "Hapus satu tanda",
    clear: "Kosongkan hitungan",
  },
  textSize: { label: "Ukuran tulisan", smaller: "Perkecil tulisan", larger: "Perbesar tulisan", now: "{{px}} piksel" },
};
