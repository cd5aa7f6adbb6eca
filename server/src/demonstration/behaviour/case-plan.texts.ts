/** Question `pelaksanaan` of `kasus-layanan-terpadu`: the plan and the communication until 31 December. */
import type { Point } from "./case-answer.rules.ts";

export const planPoints: readonly Point[] = [
  {
    competency: "M.04",
    3: "{Urutan kerja saya mengikuti lima tanggal tetap|Rencana ini bertumpu pada lima tanggal}: 14 September (Gubernur), 22 September (DPRD), 25 September (pergeseran anggaran), pertengahan Oktober (musim tangkap), dan 18 November (Forum). Setiap langkah mempunyai satu penanggung jawab, {dan kemajuannya saya periksa setiap Senin pagi|dengan papan capaian yang dibahas setiap Senin}.",
    2: "Rencana pelaksanaan dibagi menjadi {tiga tahap: September, Oktober–November, dan Desember|tahap persiapan, pelaksanaan, dan evaluasi}.",
    1: "{Langkah pertama adalah mengadakan rapat koordinasi dengan semua pihak yang terkait supaya ada kesamaan persepsi.|Rencana pelaksanaannya terdiri atas sosialisasi, pelaksanaan kegiatan, serta evaluasi dan pelaporan.}",
  },
  {
    competency: "M.08",
    3: "(1) Sampai 14 September: angka bersama disepakati dengan Subbagian Data dan Inspektorat; Kepala Dinas saya siapkan dengan dua halaman fakta. Penanggung jawab: saya. Ukuran: {satu angka dipakai semua pihak|tidak ada lagi dua versi angka}.",
    2: "(1) September: menyusun data yang benar dan {melaporkannya kepada Kepala Dinas|menyiapkan bahan paparan}.",
    1: "(1) September: {membentuk tim percepatan dan membuat surat keputusan tim|mengumpulkan data dan menyusun jadwal kegiatan}, penanggung jawab {Sekretaris Dinas|Kepala Bidang}.",
  },
  {
    competency: "M.07", paragraph: true,
    3: "(2) 10–22 September: duduk bersama Dinas Kelautan dan Perikanan, ESDM, dan Pekerjaan Umum, dimulai dari kekhawatiran mereka tentang beban dan penilaian. Hasilnya satu daftar persyaratan sementara dan usulan penempatan verifikator menurut Pasal 9, dengan penilaian kinerja oleh tempat tugas seperti dijelaskan Badan Kepegawaian Daerah. {Dinas Perhubungan diminta menceritakan pengalamannya.|Verifikator Perhubungan yang sudah berhasil diminta menjadi contoh.} Mulai dari satu izin, yaitu kapal kecil, baru diperluas.",
    2: "(2) September: rapat dengan dinas teknis tentang {daftar persyaratan dan penempatan verifikator|alur rekomendasi}, lalu {pelatihan bagi pegawai|sosialisasi alur baru}.",
    1: "(2) Oktober: {pegawai diberi pelatihan dua hari dan diminta mengikuti aturan baru|dilaksanakan sosialisasi alur baru kepada semua pegawai, dan semuanya wajib mendukung}.",
  },
  {
    competency: "M.05",
    3: "(3) Akhir September–14 Oktober: 340 berkas perikanan dipilah; 210 kapal kecil diselesaikan lewat dokumen dengan petik 21 lokasi. {Tim menemui rukun nelayan di Pulau Sekawan sebelum akhir September dengan jadwal per nama kapal.|Sebelum akhir September, tim datang ke Pulau Sekawan membawa jadwal yang pasti.} Dokumen tambahan tidak diberlakukan surut pada berkas lama. Ukuran: 210 izin diputus sebelum musim tangkap.",
    2: "(3) Oktober: menyelesaikan izin kapal di bawah 10 GT {sebelum musim tangkap|dengan pemeriksaan dokumen}, penanggung jawab {Bidang Pelayanan Perizinan bersama Kelautan dan Perikanan|Kepala Bidang}.",
    1: "(3) November: pelayanan kepada masyarakat {ditingkatkan dengan menambah petugas loket|dilakukan sesuai dengan standar}, sehingga {antrean berkurang dan masyarakat puas|pada waktu Forum Investasi pelayanan sudah baik}.",
  },
  {
    competency: "M.04",
    3: "(4) Empat minggu mulai 21 September: SIPADU disesuaikan (Ragil), waktu tidak lagi dihentikan, pesan status terkirim otomatis. (5) Mulai 19 Oktober: dana hasil pergeseran dipakai untuk meninjau kapal 10 GT ke atas, air permukaan, dan tambang. Ukuran: {selesai per bulan melampaui 500|penyelesaian bulanan lebih besar daripada yang masuk}, porsi 14 hari kerja naik dari 45 menjadi 70 persen, pengaduan dijawab dalam 5 hari kerja.",
    2: "(4) Penyesuaian SIPADU oleh pengelola aplikasi {dalam empat minggu|selesai Oktober}. Ukurannya {berkas yang selesai bertambah|jumlah tunggakan berkurang setiap bulan}.",
    1: "Keberhasilan diukur dari {terlaksananya seluruh kegiatan dan penyerapan anggaran|berkurangnya keluhan masyarakat dan meningkatnya indeks kepuasan}.",
  },
  {
    competency: "M.03", paragraph: true,
    3: "Komunikasi: kepada Kepala Dinas dan Gubernur, keadaan sebenarnya dan rumusan yang dapat ditepati, bertatap muka; kepada DPRD dan media, {angka yang sama lewat satu juru bicara, berikut penjelasan bahwa angka dasbor akan turun karena kini dihitung jujur|satu juru bicara dan penjelasan lebih dahulu mengapa angka ketepatan waktu akan turun}; kepada pegawai loket, jawaban baku dan dukungan menghadapi pemohon; kepada pemohon, pesan status setiap berkas berpindah. Tanggapan ditampung lewat nomor pengaduan dan pertemuan dua mingguan dengan perangkat daerah teknis.",
    2: "Komunikasi: {Kepala Dinas dan Gubernur melalui paparan, DPRD melalui rapat kerja 22 September, masyarakat melalui media sosial|kepada dinas teknis lewat rapat, kepada nelayan lewat pertemuan, kepada media lewat siaran pers}. Pesannya, {pelayanan sedang dibenahi|izin akan lebih cepat}.",
    1: "Komunikasi dilakukan melalui {sosialisasi, spanduk, dan media sosial kepada seluruh masyarakat serta nelayan|surat edaran, rapat, dan siaran pers}, dengan pesan bahwa {izin akan selesai dalam tujuh hari kerja|pemerintah terus meningkatkan pelayanan}.",
  },
  {
    competency: "M.07",
    3: "Kepada verifikator dan pegawai, saya jelaskan alasan perubahan dan apa yang tidak berubah; {kekeliruan pada masa uji coba dibahas bersama, bukan dihukum|data waktu dipakai untuk membagi beban, bukan mencari yang salah}.",
    2: "{Pegawai diberi penjelasan tentang alur baru.|Kekhawatiran pegawai perlu didengar.}",
    1: "{Semua pegawai diharapkan meningkatkan semangat kerja dan kedisiplinan.|Pegawai diberi motivasi pada apel pagi.}",
  },
  {
    competency: "M.05", paragraph: true,
    3: "Inspektorat menerima laporan dugaan perantara sebelum akhir September, dengan kerahasiaan pelapor terjaga. {Daftar biaya resmi dan urutan berkas ditempel di loket serta pelabuhan perikanan.|Biaya resmi diumumkan di setiap titik layanan.}",
    2: "{Pengaduan tentang perantara diteruskan kepada Inspektorat.|Petugas pengaduan ditambah satu orang.}",
    1: "{Masyarakat diimbau tidak memakai jasa perantara.|Di loket dipasang spanduk agar pemohon tidak memberi imbalan.}",
  },
  {
    competency: "M.04",
    3: "Titik periksa: 30 September, 31 Oktober, 30 November. {Pada Desember, evaluasi bersama dan bahan perencanaan 2027 (19 formasi verifikator terisi paling cepat triwulan II).|Desember dipakai untuk evaluasi bersama dan usulan formasi 2027.} Menuntaskan 920 berkas sekaligus berarti 730 sebulan, jadi sasaran dibedakan menurut jenis izin dan diakui terbuka.",
    2: "Evaluasi dilakukan pada {akhir Desember|setiap akhir bulan} dan hasilnya dilaporkan kepada Kepala Dinas.",
    1: "(4) Desember: dilakukan evaluasi {dan laporan kepada pimpinan|bersama semua pihak}, kemudian {disusun rencana tahun berikutnya|kegiatan dilanjutkan tahun depan}.",
  },
];
