/** The second half of the desk: documents d12 to d22, the last four of which arrive while the clock runs. */
import { decide, delegate, file, forward, note, reply, schedule, type DocumentTexts } from "./in-basket.texts.ts";

export const laterDocuments: Readonly<Record<string, DocumentTexts>> = {
  d12: {
    competency: "M.05",
    3: [
      reply("Tri Wahyuni", "Yth. Ibu Tri Wahyuni, atas nama Dinas Sosial kami mohon maaf. {Nama Ibu Suminah kemungkinan tertukar|Kami menduga nama Ibu Suminah tertukar} dengan warga lain yang bernama dan bertanggal lahir sama. Petugas kami, Sdr. Lukman dan Sdri. Fitri, berkunjung {hari ini|hari ini atau paling lambat besok pagi}. Bila terbukti keliru, status dipulihkan paling lambat lima hari kerja dan uang triwulan III disusulkan. Mohon bantu kami dengan nama dua warga lain yang mengalami hal serupa. Ibu dapat menghubungi kami langsung, tidak perlu bolak-balik ke kelurahan."),
      delegate("o13", "2026-11-10T12:00", "Pak Lukman, dengan Fitri kunjungi Ibu Suminah di Pasir Lama {siang ini|hari ini} serta delapan nama lain pada daftar sembilan nama Kota Samparan, termasuk dua orang yang disebut pengadu. Bawa formulir pemulihan. Laporkan kepada Pak Rudi agar daftar bayar triwulan IV dibetulkan sebelum 12 November."),
    ],
    2: [
      reply("Tri Wahyuni", "Ibu Tri Wahyuni yang kami hormati, kami mohon maaf atas ketidaknyamanan ini. {Pengaduan Ibu sedang kami periksa|Data Ibu Suminah akan kami periksa} dan petugas akan menghubungi Ibu."),
      delegate("o09", "2026-11-11T16:00", "Pak Rudi, mohon cek data Ibu Suminah dan {sampaikan hasilnya|jawab pengaduannya secara tertulis}."),
    ],
    1: [delegate("o08", null, "Bu Dewi, mohon pengaduan ini {ditindaklanjuti sesuai dengan ketentuan|diproses}.")],
  },
  d13: {
    competency: "SK.01",
    3: [
      reply("Petrus Wolo, Camat Arum Hulu", "Pak Camat, terima kasih atas laporannya. Dinas hadir dalam musyawarah{; setelah kejadian pagi ini kami setuju dimajukan ke hari ini pukul 16.00|, dan kami setuju dimajukan ke hari ini}. Sdr. Gabriel mewakili dengan surat mandat, didampingi tim psikososial provinsi. Usul kami: pembagian menurut jumlah jiwa (312 dan 274) dan kebutuhan, daftar ditempel terbuka, dapur dikelola wakil kedua desa, jadwal ibadah Minggu dan pengajian disepakati bersama. Tempat tidak dipisah sebelum para pemuka bersepakat."),
      schedule("Musyawarah warga Batu Putih dan Tirtasari", "2026-11-09T16:00", "2026-11-09T18:00", "GOR Lembah Arum"),
    ],
    2: [
      reply("Petrus Wolo, Camat Arum Hulu", "Terima kasih, Pak Camat. {Kami mengutus Sdr. Gabriel untuk hadir|Dinas Sosial akan hadir} pada musyawarah hari Selasa. Mohon kedua desa {diajak saling menghargai|diminta menahan diri} dan bantuan dibagi sama rata."),
      schedule("Musyawarah di GOR Lembah Arum", "2026-11-10T16:00", "2026-11-10T18:00", "GOR Lembah Arum"),
    ],
    1: [forward("o07", "Pak Yusuf, mohon hadir pada musyawarah ini. {Kalau lebih aman, kedua desa dipisah saja seperti usul Bapak.|Silakan diatur sebaiknya.}")],
  },
  d14: {
    competency: "M.02",
    3: [
      reply("o09", "Pak Rudi, terima kasih sudah jujur kepada saya. {Ucapan itu tidak patut dan laporan Bapak seharusnya ditangani.|Saya mengerti mengapa Bapak dan tim terluka.} Permohonan pindah belum saya putuskan; izinkan saya mendengar Bapak lebih dahulu dan Pak Yusuf secara terpisah pada 13 November, lalu kita duduk bersama. Rapat 11 November saya undurkan. Prosedur logistik butir 5 dapat menjadi titik temu: bantuan boleh jalan dulu, asalkan ada daftar sederhana. Isi memo ini tetap antara kita."),
      schedule("Percakapan dengan Rudi, lalu dengan Yusuf, secara terpisah", "2026-11-13T10:00", "2026-11-13T11:30", "Ruang Kepala Bidang"),
      schedule("Rapat Tim Data dan Tim Korban Bencana (pindahan dari 11 November)", "2026-11-16T13:00", "2026-11-16T15:00", "Ruang Rapat Bidang"),
    ],
    2: [
      reply("o09", "Pak Rudi, {saya memahami perasaan Bapak|saya sudah membaca permohonan Bapak}. Mohon bersabar dahulu; setelah saya kembali kita bicarakan. {Kedua tim saling membutuhkan.|Rapat 11 November silakan tidak diikuti.}"),
    ],
    1: [reply("o09", "Pak Rudi, {sebagai sesama pegawai hendaknya saling memahami|jangan dibesar-besarkan, fokus pada pekerjaan}. Permohonan pindah {belum dapat disetujui|tidak saya setujui}.")],
  },
  d15: {
    competency: "M.06",
    3: [
      reply("o14", "Fitri, terima kasih atas kesabaran dan inisiatifmu. {Dasbor KLS itu ingin saya lihat Jumat ini.|Tolong tunjukkan dasbor KLS itu kepada saya hari Jumat, 13 November.} Pada 11–13 November bidang memerlukanmu untuk daftar bayar dan sebagai agen SIMPUL, jadi saya daftarkan engkau untuk gelombang 8–10 Desember, dan surat ini persetujuannya; tidak akan saya batalkan. Cara memadankan nama yang mirip memang perlu kita perbaiki: sembilan nama Samparan menjadi bahan belajar kita bersama, bukan kesalahanmu sendiri."),
      delegate("o10", "2026-11-09T15:30", "Bu Nur, daftarkan Fitri ke bimbingan teknis BPSDM gelombang 8–10 Desember hari ini juga; kuotanya 20 orang. Saya yang menandatangani."),
    ],
    2: [reply("o14", "Fitri, {usulmu saya hargai|terima kasih atas semangat belajarmu}. {Untuk November disetujui, tolong pekerjaan diserahkan kepada rekan.|November ini kita sedang sibuk, ikut gelombang Desember saja, ya.}")],
    1: [reply("o14", "Permohonan {belum dapat disetujui karena banyak pekerjaan|disetujui}.")],
  },
  d16: {
    competency: "M.07",
    3: [
      reply("o02", "Yth. Pak Sekretaris, agen SIMPUL bidang kami: Fitri Handayani (data) dan Lukman Wahyudi (lapangan). Keduanya hadir penuh 11–13 November. Rencana peralihan satu halaman kami serahkan 13 November. {Kendala: telepon lama dan daerah tanpa sinyal; usul kami memakai versi 1.2 tanpa sinyal, pendamping sebaya dari Bidang Rehabilitasi Sosial, dan pinjaman gawai bergilir.|Kendala utama ialah kekhawatiran pendamping; kami tangani dengan pendampingan sebaya dan mode tanpa sinyal.}"),
      delegate("o13", "2026-11-13T12:00", "Pak Lukman dan Fitri, susun rancangan peralihan SIMPUL: siapa yang paling ragu didampingi lebih dulu, ukuran keberhasilan dua pekan pertama, dan cara melapor tanpa takut salah."),
    ],
    2: [reply("o02", "Pak Sekretaris, agen pendamping dari bidang kami {Fitri dan Lukman|Rudi dan Lukman}. Rencana peralihan menyusul.")],
    1: [delegate("o08", null, "Bu Dewi, mohon tunjuk dua agen SIMPUL {dan buat rencananya|}. Pelaksanaan tanggal 16 November.")],
  },
  d17: {
    competency: "M.07",
    3: [
      reply("o13", "Pak Lukman, terima kasih sudah menyuarakan mereka dengan jujur. Tanggal 16 November tetap, tetapi {tidak seorang pun dibiarkan sendiri|para pendamping tidak akan ditinggalkan}: aplikasi dapat dipakai tanpa sinyal, pada uji coba lama verifikasi turun dari 14 menjadi 6 hari, dan 38 persen petugas memang perlu didampingi ulang oleh rekannya. Salah tekan saat belajar tidak dihukum. Soal pengurangan pendamping, saya belum tahu adanya rencana itu dan akan saya tanyakan kepada Sekretaris; jawabannya saya sampaikan apa adanya. Mohon Bapak menjadi agen dan memandu bagian SIMPUL pada rapat Selasa 13.30, ditemani dua petugas Bu Maria."),
    ],
    2: [reply("o13", "Pak Lukman, {keberatan para pendamping saya catat|saya mengerti kekhawatiran mereka}. Namun, tanggal sudah ditetapkan Gubernur. Mohon {sampaikan agar dicoba dulu|bantu menjelaskan}; pelatihan akan diberikan.")],
    1: [forward("o02", "Pak Sekretaris, pendamping lapangan keberatan memakai SIMPUL dan {meminta ditunda sampai Maret|minta penundaan}. {Mohon dipertimbangkan.|Mohon arahan.}")],
  },
  d18: {
    competency: "M.02",
    3: [
      reply("o04", "Bu Maria, terima kasih banyak. (1) Tim psikososial kami terima dan mohon diberangkatkan {sekarang|pagi ini} agar hadir pukul 16.00 di GOR; hubungi Gabriel. (2) Truk pertama besok ke Lembah Arum dan kembali malam, jadi panti {dapat memakainya Rabu sepanjang hari|silakan memakai hari Rabu}; Rabu sore truk kedua juga selesai. (3) Dua petugas Ibu kami tunggu pada rapat pendamping Selasa pukul 13.30."),
      delegate("o12", "2026-11-09T12:00", "Pak Slamet, truk pertama: Selasa Lembah Arum, Rabu untuk Panti Wreda (Bidang Rehabilitasi Sosial). Pastikan truk kedua diambil dari bengkel Rabu sore."),
    ],
    2: [reply("o04", "Bu Maria, {truk dapat dipakai Rabu|truk hari Selasa kami pakai, silakan Rabu}. Tawaran tim psikososial {kami terima|kami pertimbangkan dahulu}, terima kasih.")],
    1: [reply("o04", "{Baik, Bu, silakan truk dipakai Selasa.|Mohon maaf, truk sedang kami perlukan untuk banjir.}")],
  },
  d19: {
    competency: "SK.01",
    3: [
      delegate("o11", "2026-11-09T16:00", "Gabriel, saya beri mandat tertulis memandu pertemuan pukul 16.00 atas nama Dinas. Yang boleh dijanjikan: bantuan dibagi menurut jumlah jiwa dan kebutuhan, daftarnya terbuka, wakil kedua desa ikut membagi, dapur dan jadwal ibadah disepakati bersama. {Tidak ada sekat sebelum musyawarah.|Sekat jangan dipasang dahulu.} Tim psikososial Bu Maria menyusul. Tarik paket kedaluwarsa dan ganti dari stok posko; minta puskesmas memeriksa warga yang telanjur memakannya. Minta pemuka kedua desa meluruskan video itu bersama-sama: awalnya soal antrean. Laporkan pukul 19.00."),
      reply("o02", "Yth. Bapak Plh., pagi ini terjadi saling dorong di GOR, dua luka ringan, {sudah ditangani polsek|keadaan tenang}. Gabriel memandu pertemuan kedua desa pukul 16.00 dengan mandat dari kami. Mohon Bapak berkoordinasi dengan dinas sosial kabupaten dan polsek."),
    ],
    2: [
      delegate("o11", "2026-11-09T16:00", "Gabriel, silakan {pandu pertemuan sore ini|hadiri pertemuan itu}. Ajak kedua pihak saling menghargai dan bagi bantuan sama rata. {Paket yang kedaluwarsa dikumpulkan.|Laporkan hasilnya.}"),
    ],
    1: [forward("o07", "Pak Yusuf, mohon keadaan di GOR segera {diamankan|ditangani}. Kalau perlu dipasang sekat.")],
  },
  d20: {
    competency: "M.05",
    3: [
      reply("Ratih Permana, Harian Suara Samparan", "Selamat pagi, Ibu Ratih. Permintaan sudah kami terima; keterangan resmi disampaikan Subbagian Kehumasan sebelum pukul 13.00 hari ini. Terima kasih telah mengonfirmasi."),
      delegate("o05", "2026-11-09T12:30", "Pak Hendro, mohon siapkan keterangan tertulis untuk Harian Suara Samparan dengan persetujuan Plh., sama dengan angka di Komisi E: (1) ada kekeliruan data, kami mohon maaf, sembilan nama diperiksa ulang dan dipulihkan dalam lima hari kerja; (2) 40 paket kedaluwarsa {telanjur terkirim 5 November, ditarik dan diganti|ditarik dan diganti hari ini}; (3) kericuhan bermula dari antrean, pembagian tidak didasarkan pada agama, dan pertemuan kedua desa sore ini. Tanpa nama, NIK, atau menyalahkan pegawai."),
    ],
    2: [forward("o05", "Pak Hendro, mohon {dijawab sebelum pukul 13.00|dibantu menjawab}. {Data KLS minta ke Pak Rudi, data gudang ke Pak Slamet.|Sampaikan bahwa dinas sedang menindaklanjuti.}")],
    1: [reply("Ratih Permana, Harian Suara Samparan", "{Berita tersebut tidak benar|Semua sudah ditangani dengan baik}. Mohon tidak memberitakan hal yang meresahkan masyarakat.")],
  },
  d21: {
    competency: "M.04",
    3: [delegate("o10", "2026-11-11T12:00", "Bu Nur, tolong kumpulkan ukuran kaus{ dan calon penyanyi|}, dan mintakan kelonggaran kepada panitia sampai Rabu. {Yel-yel menyusul.|Yel-yel nanti dari teman-teman saja.}")],
    2: [delegate("o10", "2026-11-09T12:00", "Bu Nur, mohon daftar ukuran kaus dan yel-yel {segera disiapkan|dikirim hari ini} ke panitia.")],
    1: [
      reply("Panitia HUT Korpri", "Yth. Panitia, mohon maaf atas keterlambatan. Warna pilihan kami {biru laut|hijau daun}. Yel-yel: \"Melayani sepenuh hati, bidang kami pasti jadi!\" Daftar ukuran kaus segera kami susulkan dan saya tanda tangani sendiri."),
      note("Menentukan penyanyi karaoke bidang."),
    ],
  },
  d22: {
    competency: "M.08",
    3: [
      reply("o02", "Yth. Bapak Plh., usul kami: saya menunda keberangkatan dan hadir di Komisi E pukul 13.00 bersama Rudi dan Bu Ratna dengan bahan lima halaman yang angkanya sudah dikoreksi, lalu menyusul dengan kapal Selasa pukul 07.00 sehingga tetap hadir pada penyerahan KLS hari Rabu. {Alasannya, bidang tidak boleh kosong pada hari dengan tenggat Inspektorat dan keadaan di GOR.|Alternatifnya, saya berangkat dan Rudi hadir dengan mandat Bapak, tetapi ia belum berwenang menyampaikan komitmen.} Mohon persetujuan sebelum pukul 09.55 dan tanda tangan dua surat (Inspektorat, pesanan 600 paket) sebelum pukul 12.00. Ibu Kepala Dinas kami kabari."),
      decide("Menunda keberangkatan ke Kepulauan Sembilan sampai kapal Selasa pukul 07.00{, bila disetujui Plh.|; Hendro diberi tahu perubahannya}."),
    ],
    2: [reply("o02", "Pak Bambang, {saya usulkan Rudi mewakili bidang di Komisi E karena menguasai data|sebaiknya saya yang hadir di Komisi E dan tidak ikut rombongan}. Mohon persetujuan.")],
    1: [file("{Saya tetap berangkat sesuai dengan surat perintah tugas.|Menunggu arahan lebih lanjut dari Plh.}")],
  },
};
