export default {
  empty: "tidak diisi",
  incomplete: "Isian wajib, belum lengkap.",
  required: "wajib",
  optional: "boleh kosong",
  statement: "Pernyataan",
  answer: "Jawaban peserta",
  columns: "Paling banyak {{max}} baris: {{columns}}",
  line: "Isian singkat",
  text: "Uraian, disarankan paling banyak {{max}} kata",
};
