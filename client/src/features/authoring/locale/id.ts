export default {
  title: "Alat ukur",
  purpose: "Susun, telaah, dan terbitkan alat ukur beserta versinya.",
  empty: { title: "Belum ada alat ukur", text: "Alat ukur yang disusun atau diterbitkan akan tampil di sini." },
  homeCard: { open: "Buka alat ukur" },
};
