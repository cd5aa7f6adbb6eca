/** What a simulated assessor writes as evidence, per exercise, competency and level; levels 1 to 5 in order. `{a|b}` as in `vary`. */
import type { Competency } from "./candidate.rules.ts";

type FiveNotes = readonly [string, string, string, string, string];
export type Exercise = "in-basket" | "case";

export const notes: Readonly<Record<Exercise, Partial<Readonly<Record<Competency, FiveNotes>>>>> = {
  "in-basket": {
    "M.01": [
      "{d11 tidak dijawab dan tidak dilaporkan|Tawaran penyedia (d11) dibiarkan}; angka 214 dan 1.200 pada d05 diteruskan {apa adanya|tanpa dicek}.",
      "Menolak d11 {dengan sopan|dan meminta Slamet tidak menanggapi}, tetapi tidak melapor ke UPG; angka d05 {disadari berbeda, belum dikoreksi|hanya diminta dicek}.",
      "Menolak dan melaporkan d11 ke UPG, menjawab titipan 38 nama dengan dasar edaran (d10), {serta mengoreksi angka d05 kepada Kepala Dinas|dan memakai angka yang benar untuk Komisi E}.",
      "Selain menolak dan melapor, {menutup jalur barang tanpa surat pesanan|membuat pengaman bagi gudang} dan meneruskan pola \"seperti biasanya\" kepada Plh. tanpa menuduh.",
      "Menjadikan koreksi angka dan permohonan maaf {sikap resmi dinas di Komisi E dan media|keterangan terbuka dinas}, dengan gagasan standar etika yang berlaku umum.",
    ],
    "M.02": [
      "Permintaan truk (d18) {disanggupi tanpa melihat jadwal d07|ditolak tanpa alternatif}; keluhan Rudi (d14) hanya diminta saling memahami.",
      "Menerima sebagian tawaran Maria, {truk dialihkan ke Rabu|tim psikososial belum dihubungkan dengan GOR}; d14 ditunda tanpa rencana yang jelas.",
      "Mengatur truk Selasa–Rabu, memberangkatkan tim psikososial ke GOR, {dan menjadwalkan percakapan terpisah dengan Rudi dan Yusuf|serta menangani d14 dengan mendengar dua pihak}.",
      "Menyatukan Rehabilitasi Sosial, gudang, dan posko dalam satu jadwal; {gesekan data–lapangan diarahkan ke aturan bersama d09 butir 5|memindahkan c05 agar kedua tim dapat bertemu}.",
      "Merancang kerja sama yang menetap dengan BPBD, kabupaten, dan pemuka warga, {melampaui masa tanggap darurat|lengkap dengan pembagian peran}.",
    ],
    "M.04": [
      "Mengerjakan menurut urutan masuk; tenggat Inspektorat pukul 15.00 (d03) {terlewat|tidak terbaca}, delegasi tanpa batas waktu.",
      "Sebagian tenggat tertangkap ({d02 pukul 09.45|d20 pukul 13.00}), tetapi {d03 tidak sampai ke tanda tangan Plh.|kekurangan stok tidak ditindaklanjuti dengan pesanan}.",
      "Mengejar tanda tangan Plh. sebelum pukul 12.00 untuk d03 dan surat pesanan 600 paket; {setiap delegasi memuat keluaran dan tenggat|meminta laporan malam pukul 19.00}.",
      "Menghitung kecukupan stok sampai 20 November (kurang sekitar 550 paket) dan {menyiapkan katalog serta pinjam pakai|menyiapkan cadangan}; d21 diselesaikan satu kalimat.",
      "Menyusun peringatan dini stok dan tenggat pengawasan {untuk seluruh dinas|yang dapat dipakai bidang lain}.",
    ],
    "M.05": [
      "Pengaduan Suminah (d12) {diteruskan kepada Dewi yang sedang cuti|dijawab kalimat baku}; paket kedaluwarsa tidak ditarik.",
      "Meminta data Suminah diperiksa dan menjawab pengadu, tetapi {kaitan dengan sembilan nama tidak terlihat|tanpa waktu pemulihan}.",
      "Menjawab d12 hari ini dengan permohonan maaf, kunjungan, dan pembayaran susulan; {40 paket ditarik dan diganti|media dijawab lewat Kehumasan dengan fakta}.",
      "Mencari penerima lain yang dirugikan sebelum mereka mengadu {dan mengamankan daftar bayar triwulan IV|serta memeriksa kesehatan warga yang memakan paket}.",
      "Mengusulkan hak sanggah sebelum penghapusan data {dan keterbukaan data pembagian bantuan|sebagai penyempurnaan edaran}.",
    ],
    "M.06": [
      "Permohonan Fitri (d15) {dijawab tanpa alasan|disetujui atau ditolak satu kalimat}; tugas dibagi menurut catatan pendahulu.",
      "Menghargai Fitri, tetapi keputusan d15 {berbenturan dengan pelatihan SIMPUL|tidak memberi kepastian}; teguran kepada Slamet umum saja.",
      "Memberi Fitri kepastian Desember dengan alasan dan {mengaitkannya dengan kekeliruan pemadanan|meminta melihat dasbornya}; umpan balik kepada Slamet spesifik.",
      "Memakai penugasan Gabriel dan Lukman sebagai pengembangan dengan mandat terbatas, {rencana percakapan lanjutan setelah 13 November|disertai dukungan dan telaah setelahnya}.",
      "Membangun telaah bersama tanpa menyalahkan atas d06 dan d12 {yang hasilnya dibagi ke bidang lain|sebagai kebiasaan belajar}.",
    ],
    "M.07": [
      "Keberatan pendamping (d17) {diteruskan apa adanya kepada Sekretaris|dijawab dengan meminta penundaan}; rencana tidak berubah setelah d22.",
      "Menunjuk agen SIMPUL, tetapi d17 dijawab {dengan perintah mematuhi|tanpa menyentuh rasa takut salah}.",
      "Menunjuk Fitri dan Lukman, menjelaskan mode tanpa sinyal, {memakai rapat c04 sebagai sarana|memanfaatkan petugas Bidang Rehabilitasi Sosial}; rencana hari ini ditata ulang setelah d22.",
      "Memimpin peralihan bertahap: yang paling ragu didampingi dahulu, {kesalahan belajar tidak dihukum|ukuran dua pekan pertama jelas}.",
      "Menggalang kabupaten, bank, dan bidang lain agar SIMPUL {memperbaiki seluruh rantai layanan|menjadi contoh tingkat provinsi}.",
    ],
    "M.08": [
      "Benturan kunjungan kerja dan Komisi E {tidak diputuskan|diserahkan kepada atasan}; berita acara 187 nama disetujui {tanpa melihat catatan kaki|begitu saja}.",
      "Selisih stok terbaca, tetapi keputusan {diambil per dokumen|belum memisahkan sembilan dan 27 nama}; penanggung jawab tepat, alternatif tidak dibandingkan.",
      "Memisahkan 178, 9, dan 27 nama; {mengirim 450 paket, bukan 900|menetapkan jumlah paket menurut stok layak}; mengusulkan penundaan keberangkatan kepada Plh. dengan alasan.",
      "Menyertakan mitigasi pada keputusan berisiko (GOR, stok, penangguhan KLS) dan {wewenang selama tidak terjangkau|rencana cadangan bila Plh. tidak setuju}.",
      "Keputusannya membentuk satu penyelesaian yang menyentuh tata kelola data dan stok, {layak dijadikan pola bagi dinas|dapat dipertanggungjawabkan kepada publik}.",
    ],
    "SK.01": [
      "d13 dan d19 {hanya diteruskan kepada Yusuf|dipandang sebagai urusan keamanan}; usul pemisahan tempat {dibiarkan|disetujui}.",
      "Meminta kedua desa saling menghargai dan bantuan dibagi rata, tetapi {tetap memakai jadwal Selasa|tanpa mandat bagi Gabriel}.",
      "Memberi Gabriel mandat tertulis untuk pertemuan pukul 16.00, pembagian terbuka menurut jumlah jiwa, {tanpa sekat sebelum musyawarah|dengan bahasa yang netral}.",
      "Mengajak pemuka kedua desa meluruskan video bersama dan {mengelola dapur gabungan|menyertakan pemuda kedua desa}; tim psikososial mendampingi.",
      "Merancang kesepakatan hidup berdampingan sampai warga pulang {dengan forum kerukunan kabupaten|dan tindak lanjutnya atas nama pemerintah}.",
    ],
  },
  case: {
    "M.03": [
      "Isi lampiran diulang tanpa simpulan; komunikasi disebut {\"sosialisasi\" bagi semua pihak|satu pesan untuk semua}.",
      "Susunan rapi dan beberapa pihak disebut, tetapi {perbedaan 98 dan 45 persen dihindari|komunikasinya searah}.",
      "Simpulan di awal, koreksi angka kepada Kepala Dinas {tegas dan santun|terus terang dengan nomor lampiran}; pesan dibedakan bagi kelompok utama.",
      "Mengantisipasi turunnya angka dasbor dan {menata urutan pesan menurut 14 dan 22 September|menyatukan kepentingan Gubernur, DPRD, dan pemohon}.",
      "Merancang sumber data bersama dan keterbukaan capaian berkala {dengan umpan balik yang mengubah layanan|lintas perangkat daerah}.",
    ],
    "M.04": [
      "Langkah tanpa sasaran berangka; keberhasilan diukur dari {rapat dan penyerapan anggaran|terlaksananya kegiatan}.",
      "Ada tenggat dan satu dua sasaran, {tidak dihubungkan dengan arus masuk dan selesai|belum memperhitungkan kapasitas}.",
      "Menetapkan berkas kapal kecil tuntas sebelum musim tangkap {dan sisa berkas turun setiap bulan|dengan titik periksa bulanan}.",
      "Menghitung 730 penyelesaian sebulan bila semua dituntaskan dan {membedakan sasaran per jenis izin|menata langkah menurut tersedianya dana}.",
      "Menjadikan waktu ujung ke ujung sasaran bersama para kepala perangkat daerah {setelah 2026|dengan peninjauan standar}.",
    ],
    "M.05": [
      "Pelayanan disebut harus baik, {tanpa standar yang dilanggar|pemohon terdampak tidak dikenali}.",
      "Menunjukkan 14 hari kerja dan usul keterbukaan status; {nelayan kecil dan perantara belum ditangani|pengaduan perantara hanya disinggung}.",
      "Satu daftar persyaratan, urutan terbuka bagi nelayan kecil, {dan dugaan biaya tidak resmi ke Inspektorat|pengaduan dijawab dalam lima hari kerja}.",
      "Memeriksa menurut risiko sambil menjaga keselamatan dan {mengukur kepuasan juga dari yang belum selesai|menjangkau warga kepulauan}.",
      "Mengusulkan kebijakan yang menutup peluang perantara {secara sistemik|dan membuka waktu layanan semua perangkat daerah}.",
    ],
    "M.07": [
      "Pegawai diminta {mengikuti perubahan|bersemangat}; sebab keengganan tidak disentuh.",
      "Keengganan dikenali, jawabannya {pelatihan dan sosialisasi|rapat koordinasi}; penilaian kinerja dan rasa takut disalahkan belum tersentuh.",
      "Alur disusun bersama dinas teknis, kekhawatiran beban dan penilaian dijawab, {dimulai dari izin kapal kecil|bertahap dari satu izin}.",
      "Memimpin lintas unit dengan penggerak dari Perhubungan dan {penilaian kinerja dalam surat keputusan|penyesuaian menurut hasil uji coba}.",
      "Menggalang Gubernur, Sekretaris Daerah, dan DPRD agar cara kerja baru {menjadi tetap|ditopang peran dan insentif}.",
    ],
    "M.08": [
      "Mengikuti usul petugas loket atau aplikasi {tanpa menguji angkanya|tanpa alternatif lain}; Rp3,8 miliar dianggap tersedia.",
      "Menemukan hambatan di rekomendasi teknis, tetapi {alternatif belum dibandingkan seimbang|anggaran tidak dihitung}.",
      "Menguji 98 terhadap 45 persen dan 260 terhadap 920, membandingkan tiga alternatif, {menghitung dari sisa bebas Rp1.620 juta|bersikap tentang janji tujuh hari kerja}.",
      "Memberi pengamanan: petik 10 persen, pengecualian tambang, {jembatan dana sebelum 19 Oktober|batas mundur}, serta rumusan pengumuman bertahap.",
      "Menyusun pembagian wewenang, standar waktu menurut risiko, dan {pendanaan verifikasi berkelanjutan|akibat fiskalnya} bagi seluruh provinsi.",
    ],
  },
};

/** Why the lead settled on a level; `<level>` is the level agreed. */
export const consensusReasons = {
  agreed: "{Kedua asesor sepakat|Nilai kedua asesor sama}; bukti {dari kedua alat ukur|yang dicatat} mendukung level <level>.",
  close: "Selisih satu level. {Bukti dibaca bersama|Catatan kedua asesor ditelaah}; {indikator level <level> terpenuhi, level berikutnya belum ajek|perilaku yang berulang menunjuk ke level <level>}.",
  wide: "Selisih dua level atau lebih dibahas dalam rapat asesor: {satu penilai bertumpu pada satu dokumen saja|bukti kuat hanya pada sebagian dokumen}; setelah seluruh bukti ditimbang disepakati level <level>.",
} as const;

export const placementReasons: readonly string[] = [
  "Sesuai dengan hasil penilaian dan capaian kinerja dua tahun terakhir.",
  "Dikonfirmasi dalam rapat tim manajemen talenta; tidak ada catatan disiplin.",
  "Sesuai usul sistem; rencana pengembangan disusun bersama atasan langsung.",
];
