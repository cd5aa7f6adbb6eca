/** What simulated candidates write into the shipped forms. Invented, and plausible for an official of a province. */

type Cells = Readonly<Record<string, string>>;

/** Rows by the item they belong to; each inner list is one person's. */
export const rowsOf: Readonly<Record<string, readonly (readonly Cells[])[]>> = {
  "riwayat-pendidikan": [
    [{ jenjang: "S2", lembaga: "Universitas Airlangga", bidang: "Kebijakan Publik", lulus: "2016" }, { jenjang: "S1", lembaga: "Universitas Jember", bidang: "Ilmu Administrasi Negara", lulus: "2006" }],
    [{ jenjang: "S1", lembaga: "Universitas Brawijaya", bidang: "Akuntansi", lulus: "2008" }],
    [{ jenjang: "S2", lembaga: "Institut Pemerintahan Dalam Negeri", bidang: "Manajemen Pemerintahan", lulus: "2018" }, { jenjang: "D4", lembaga: "Sekolah Tinggi Pemerintahan Dalam Negeri", bidang: "Politik Pemerintahan", lulus: "2007" }],
  ],
  "riwayat-jabatan": [
    [
      { nama: "Kepala Subbagian Perencanaan dan Keuangan", unit: "Dinas Sosial Provinsi", mulai: "2021", hasil: "Menyusun rencana kerja bersama enam bidang; serapan anggaran naik dari 87 menjadi 96 persen." },
      { nama: "Analis Perencanaan", unit: "Dinas Sosial Provinsi", mulai: "2014", sampai: "2021", hasil: "Mengolah usulan kabupaten dan kota menjadi rencana tahunan." },
    ],
    [
      { nama: "Kepala Seksi Pelayanan", unit: "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", mulai: "2020", hasil: "Memangkas waktu penerbitan izin usaha mikro dari lima hari menjadi dua hari." },
      { nama: "Pengelola Pelayanan Perizinan", unit: "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", mulai: "2013", sampai: "2020" },
    ],
    [{ nama: "Ketua Tim Kerja Pengembangan Kompetensi", unit: "Badan Kepegawaian Daerah Provinsi", mulai: "2022", hasil: "Menyiapkan pelatihan bagi 1.200 pegawai setiap tahun, separuhnya secara daring." }],
  ],
  "riwayat-pelatihan": [
    [{ nama: "Pelatihan Kepemimpinan Pengawas", penyelenggara: "BPSDM Provinsi", tahun: "2022", jam: "907" }, { nama: "Pengadaan Barang dan Jasa Tingkat Dasar", penyelenggara: "LKPP", tahun: "2019", jam: "50" }],
    [{ nama: "Pelatihan Kepemimpinan Pengawas", penyelenggara: "BPSDM Provinsi", tahun: "2021", jam: "907" }],
    [{ nama: "Manajemen Risiko Sektor Publik", penyelenggara: "BPKP", tahun: "2023", jam: "40" }],
  ],
  "riwayat-organisasi": [[{ nama: "Korpri", peran: "Sekretaris unit", mulai: "2019" }], [], [{ nama: "Karang taruna kelurahan", peran: "Pembina", mulai: "2015", sampai: "2021" }]],
  "riwayat-penghargaan": [[{ nama: "Satyalancana Karya Satya X Tahun", pemberi: "Presiden Republik Indonesia", tahun: "2020" }], [{ nama: "Pegawai teladan", pemberi: "Gubernur", tahun: "2023" }], []],
};

export const linesOf: Readonly<Record<string, readonly string[]>> = {
  telepon: ["0812 3400 1122", "0813 5566 7788", "0856 4411 2200"],
  surel: ["nama.saya@contoh.go.id", "pegawai.uji@contoh.go.id"],
  domisili: ["Kabupaten Sidoarjo", "Kota Malang", "Kabupaten Gresik"],
  kapan: ["Maret 2025", "Agustus 2024", "November 2025"],
  "di-mana": ["Di kantor dinas, sebagai kepala seksi", "Di posko kabupaten, sebagai koordinator lapangan", "Pada rapat lintas dinas, sebagai ketua tim kerja"],
  pembenar: ["Kepala bidang saya waktu itu", "Sekretaris dinas", "Rekan ketua tim dari dinas mitra"],
};

/** By the beginning of the item's id; what is not here takes from `example`. */
export const textsOf: Readonly<Record<string, readonly string[]>> = {
  "jabatan-sekarang": [
    "Tantangan terbesar adalah menyatukan data dari enam bidang yang masing-masing memakai format sendiri. Saya menyepakati satu format bersama para ketua tim dan mendampingi dua bidang yang paling sering terlambat. Yang belum berhasil adalah membuat pengisian berlangsung setiap bulan; dua bidang masih mengisi menjelang tenggat triwulan.",
    "Jumlah permohonan naik hampir dua kali lipat, sedangkan petugas tetap. Saya membagi permohonan menurut kerumitan dan melatih petugas depan memeriksa kelengkapan berkas. Antrean berkurang, tetapi pada hari Senin waktu tunggu masih lebih dari satu jam.",
  ],
  rencana: [
    "Saya ingin menekuni perencanaan berbasis data. Untuk itu saya perlu mempelajari pengolahan data yang lebih maju dan cara menyajikannya kepada pimpinan. Tahun ini saya mengikuti pelatihan statistik dan meminta ditempatkan pada tim penyusun rencana strategis.",
    "Tiga tahun ke depan saya ingin mengelola pelayanan publik secara utuh, dari loket sampai pengaduan. Saya masih perlu belajar memimpin unit yang lebih besar dan menyusun anggaran. Saya meminta bimbingan kepala bidang dan mengikuti kegiatan lintas dinas.",
  ],
  situasi: [
    "Menjelang penyaluran bantuan, daftar penerima dari dua kabupaten ternyata memuat nama yang sama dan sebagian alamat sudah tidak berlaku. Waktu penyaluran tinggal sembilan hari dan camat setempat sudah mengumumkan jadwalnya kepada warga.",
    "Sistem pelayanan berhenti bekerja pada hari pertama pendaftaran, sementara lebih dari dua ratus pemohon sudah mengantre sejak pagi. Petugas depan mulai berselisih dengan pemohon yang datang dari jauh.",
  ],
  tugas: [
    "Saya bertanggung jawab memastikan bantuan sampai kepada yang berhak pada waktunya, tanpa wewenang mengubah daftar yang sudah ditetapkan kabupaten.",
    "Saya harus menjaga pelayanan tetap berjalan hari itu dan menyampaikan kepada pimpinan apa yang diperlukan agar sistem pulih.",
  ],
  tindakan: [
    "Saya meminta kedua kabupaten mengirim data mentahnya, lalu membandingkannya dengan data kependudukan bersama dua staf sampai malam. Untuk nama yang meragukan saya menelepon perangkat desa satu per satu. Saya mengusulkan penyaluran dalam dua tahap: yang sudah pasti lebih dahulu, yang meragukan seminggu kemudian. Usul itu saya sampaikan kepada sekretaris dinas dengan daftar risikonya, dan setelah disetujui saya sendiri menjelaskannya kepada kedua camat agar tidak ada warga yang datang sia-sia.",
    "Saya membuka pencatatan dengan tangan memakai formulir cadangan dan membagi antrean menurut jenis permohonan. Saya berdiri di depan loket selama dua jam untuk menjelaskan keadaan kepada pemohon dan mencatat nomor telepon mereka yang rumahnya jauh. Sambil itu saya menghubungi pengelola sistem setiap setengah jam dan melaporkan perkembangannya. Setelah sistem pulih, kami memasukkan semua catatan malam itu juga.",
  ],
  hasil: [
    "Seratus dua belas nama ganda ditemukan sebelum dana keluar. Tahap pertama selesai tepat waktu, tahap kedua mundur dua hari. Saya belajar bahwa pemeriksaan data harus dimulai sebulan sebelumnya; sejak itu langkah tersebut masuk ke jadwal kerja tahunan.",
    "Semua pemohon hari itu terlayani dan tidak ada pengaduan yang masuk. Saya belajar bahwa prosedur cadangan harus dilatih; sekarang kami melatihnya setiap triwulan, walaupun satu kali terlewat karena padatnya kegiatan.",
  ],
  example: [
    "Ketika menyusun laporan tahunan, saya menemukan angka capaian yang saya sampaikan sebulan sebelumnya keliru. Saya memberi tahu kepala bidang hari itu juga, mengirim perbaikan kepada semua penerima, dan menambahkan satu langkah pemeriksaan agar kekeliruan itu tidak terulang.",
    "Dua anggota tim saya berselisih tentang pembagian tugas lapangan. Saya mengajak keduanya duduk bersama, meminta masing-masing menyebut bagian yang paling memberatkan, lalu kami membagi ulang jadwalnya. Sejak itu pekerjaan selesai dua hari sebelum tenggat.",
    "Warga menolak lokasi pos pelayanan yang baru karena jauh. Saya mendatangi pertemuan warga, mendengarkan keberatannya, dan mengusulkan pelayanan keliling setiap Kamis. Setelah tiga bulan jumlah pemohon dari desa itu justru naik.",
    "Saat aplikasi kepegawaian diganti, banyak rekan kembali memakai cara lama. Saya membuat panduan satu halaman dan menemani tiga rekan yang paling ragu selama dua minggu. Pada akhir bulan seluruh unit sudah memakai aplikasi yang baru.",
  ],
};
