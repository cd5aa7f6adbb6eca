/**
 * What a simulated candidate writes at the desk of the instrument `in-basket-administrator`: per document three ways of
 * handling it, from poor to good. `{a|b}` stands for alternative wordings (see `vary`). Documents d12 to d22: the other file.
 */
import type { Competency, Quality } from "./candidate.rules.ts";

export type Step =
  | { do: "reply" | "forward"; to: string; text: string }
  | { do: "delegate"; to: string; due: string | null; text: string }
  | { do: "schedule"; title: string; start: string; end: string; place: string | null }
  | { do: "file" | "decide" | "note"; text: string };
/** The competency that decides how well the document is handled, and what is done at each quality. */
export type DocumentTexts = { competency: Competency } & Readonly<Record<Quality, readonly Step[]>>;

export const reply = (to: string, text: string): Step => ({ do: "reply", to, text });
export const forward = (to: string, text: string): Step => ({ do: "forward", to, text });
export const delegate = (to: string, due: string | null, text: string): Step => ({ do: "delegate", to, due, text });
export const schedule = (title: string, start: string, end: string, place: string | null): Step => ({ do: "schedule", title, start, end, place });
export const file = (text: string): Step => ({ do: "file", text });
export const decide = (text: string): Step => ({ do: "decide", text });
export const note = (text: string): Step => ({ do: "note", text });

export const deskDocuments: Readonly<Record<string, DocumentTexts>> = {
  d01: {
    competency: "M.08",
    3: [
      file("Dibaca sebagai latar. {Keterangan|Isinya} tentang stok, Bu Dewi, dan cara menghubungi penyedia tidak sesuai lagi dengan rekap kehadiran, laporan gudang, dan prosedur logistik, jadi tidak saya jadikan pegangan."),
      reply("Harun Sidik Prayoga", "Terima kasih atas catatannya, Pak Harun. {Mohon kesediaan Bapak menyusulkan|Saya mohon Bapak menyiapkan} memori serah terima yang lengkap, terutama komitmen yang masih berjalan, {paling lambat Jumat, 13 November|sebelum serah terima 13 November}."),
    ],
    2: [file("{Bahan pengetahuan|Sebagai informasi} tentang pegawai dan kebiasaan di bidang ini. Angka stok {perlu dicek lagi|sebaiknya dibandingkan dengan laporan gudang}.")],
    1: [delegate("o08", null, "Bu Dewi, sesuai dengan pesan Pak Harun, semua urusan KLS {saya serahkan kepada Ibu|menjadi tanggung jawab Ibu}. Mohon ditindaklanjuti.")],
  },
  d02: {
    competency: "M.08",
    3: [
      reply("o05", "Pak Hendro, penanggung jawab harian bidang 9–12 November adalah Sdr. Rudi Hartanto{ karena Bu Dewi cuti dan Pak Yusuf serta Gabriel di lapangan|, satu-satunya ketua tim yang berada di kantor}. Batas wewenangnya: urusan rutin dan pengiriman yang sudah saya setujui; keputusan tentang Tim Korban Bencana tetap kepada saya atau Plh. {Saya sedang mengusulkan kepada Plh. agar berangkat dengan kapal Selasa pukul 07.00|Rencana keberangkatan saya sendiri sedang saya usulkan kepada Plh. untuk diubah}."),
      delegate("o09", "2026-11-09T19:00", "Pak Rudi, mohon menjadi penanggung jawab harian sampai saya kembali. Laporkan tiga hal setiap hari pukul 19.00: berkas KLS, stok dan kiriman, keadaan di GOR. Bila ada yang mendesak di luar jam itu, hubungi Plh. Pak Bambang. Saya tahu beban Bapak hari ini berat, jadi Fitri saya minta membantu."),
    ],
    2: [reply("o05", "{Yth. Pak Hendro, |}penanggung jawab harian bidang selama saya bertugas adalah Sdr. Rudi Hartanto. {Demikian, terima kasih.|Terima kasih atas informasinya.}")],
    1: [reply("o05", "Pak Hendro, untuk penanggung jawab harian saya tunjuk {Bu Dewi Anggraini|Pak Yusuf} karena {paling senior|paling menguasai pekerjaan}. Terima kasih.")],
  },
  d03: {
    competency: "M.04",
    3: [
      delegate("o09", "2026-11-09T11:30", "Pak Rudi, {batas waktu Inspektorat hari ini pukul 15.00|bukti tindak lanjut KLS harus diterima Inspektorat hari ini sebelum pukul 15.00}. Siapkan surat pengantar dan dua map bukti: 178 nama tuntas, 9 nama diperiksa ulang, 27 nama ditahan, berikut jadwal penyelesaiannya. Ajukan tanda tangan Plh. Pak Bambang sebelum pukul 12.00 karena sesudah itu beliau rapat. Fitri membantu penjilidan. Antar sendiri dan minta tanda terima, lalu kirimkan fotonya kepada saya."),
      reply("o02", "Yth. Bapak Plh., mohon waktu tanda tangan surat pengantar tindak lanjut pemeriksaan KLS {sebelum pukul 12.00|pukul 11.30}. Tanpa surat itu penyaluran triwulan IV dapat ditangguhkan. Isinya tindak lanjut sebagian, disertai jadwal penyelesaian."),
    ],
    2: [delegate("o09", "2026-11-09T15:00", "Pak Rudi, mohon bukti tindak lanjut hasil pemeriksaan KLS disampaikan ke Inspektorat hari ini sebelum pukul 15.00. {Siapkan juga formulir untuk pemantauan 23–27 November.|Mohon dijilid rangkap dua sesuai dengan permintaan.}")],
    1: [delegate("o10", "2026-11-20T16:00", "Bu Nur, mohon siapkan ruang dan formulir untuk tim Inspektorat {tanggal 23–27 November|akhir bulan}.")],
  },
  d04: {
    competency: "M.08",
    3: [
      decide("Berita acara 187 nama tidak saya tanda tangani dalam bentuk sekarang. {Sembilan nama Kota Samparan dipadankan tanpa NIK dan belum dikunjungi, jadi bertentangan dengan edaran butir 2.|Catatan kaki tentang sembilan nama tanpa NIK melanggar edaran butir 2.} Diubah menjadi 178 nama dan saya tanda tangani hari ini; 9 nama menunggu kunjungan rumah; 27 nama Lembah Arum ditahan sementara, tidak dihapus."),
      delegate("o14", "2026-11-09T11:00", "Fitri, terima kasih atas pemadanannya; hasil ini {rapi dan|} sangat membantu. Tolong ubah berita acara menjadi 178 nama dan pisahkan daftar sembilan nama Kota Samparan dengan alamatnya. Susun bersama Pak Rudi jadwal kunjungan rumah {hari ini dan besok|mulai siang ini}, agar daftar bayar tetap siap untuk 12 November."),
    ],
    2: [
      decide("Berita acara {saya tunda|belum saya tanda tangani} sampai sembilan nama yang tanpa NIK dijelaskan. Pembayaran 27 nama di Lembah Arum {ditahan dahulu|ditahan sementara}."),
      delegate("o09", "2026-11-11T16:00", "Pak Rudi, mohon sembilan nama di Kota Samparan dicek kembali dan dilaporkan kepada saya."),
    ],
    1: [decide("Berita acara 187 nama {saya setujui dan tanda tangani|disetujui} agar daftar bayar triwulan IV dapat segera disiapkan.")],
  },
  d05: {
    competency: "M.01",
    3: [
      reply("o01", "Yth. Ibu Kepala Dinas, mohon izin melaporkan bahwa {dua angka dalam memo Ibu perlu kita koreksi|angka yang disampaikan Pak Harun tidak sesuai dengan laporan tertulis}: temuan yang tuntas 178 dari 214 (9 diperiksa ulang, 27 ditahan), dan paket layak 732, bukan 1.200, cukup sekitar lima hari. Kami usulkan menyampaikan angka yang benar beserta langkah perbaikannya. Menyampaikan angka lama berisiko bagi dinas karena Inspektorat memegang datanya. Hasil rapat saya laporkan malam ini pukul 19.00."),
      delegate("o09", "2026-11-09T11:45", "Pak Rudi, susun bahan paparan lima halaman bersama Fitri dan Bu Ratna: capaian 178/9/27, stok layak 732 dan pesanan 600 paket, jadwal penyaluran triwulan IV, penanganan GOR. {Pakai angka laporan tertulis saja.|Setiap angka diberi sumbernya.}"),
    ],
    2: [delegate("o09", "2026-11-09T12:00", "Pak Rudi, mohon siapkan bahan paparan lima halaman untuk Komisi E. Tolong dicek lagi angka 214 dan stok paket karena {ada perbedaan dengan laporan|sepertinya tidak sama dengan laporan gudang}.")],
    1: [forward("o02", "Yth. Pak Sekretaris, bahan rapat dengan Komisi E sesuai dengan arahan Ibu Kepala Dinas: seluruh 214 temuan tuntas, stok 1.200 paket, penyaluran tepat waktu. {Mohon Bapak mewakili karena saya ikut rombongan Gubernur.|Saya mengikuti kunjungan Gubernur, mohon Bapak hadir.}")],
  },
  d06: {
    competency: "M.04",
    3: [
      reply("o12", "Pak Slamet, terima kasih sudah menyampaikan apa adanya. Hari ini: (1) pisahkan 320 paket kedaluwarsa dan 148 yang rusak dengan berita acara; (2) betulkan kartu stok menjadi 732; (3) siapkan 40 paket pengganti untuk GOR. {Lain kali laporkan pada hari yang sama, walaupun pimpinan sedang rapat; kirim pesan singkat saja.|Keterlambatan seperti ini jangan berulang; laporan singkat lewat pesan sudah cukup.}"),
      reply("o02", "Yth. Bapak Plh./KPA, stok layak 732 paket dengan kebutuhan 145 per hari, jadi habis sekitar 12 November. Mohon surat pesanan sisa kontrak payung 600 paket ditandatangani {sebelum pukul 12.00|siang ini}; barang tiba Rabu. Sampai 20 November masih kurang sekitar 550 paket, kami proses melalui katalog elektronik dan pinjam pakai BPBD."),
    ],
    2: [
      delegate("o12", "2026-11-09T16:00", "Pak Slamet, mohon barang kedaluwarsa dipisahkan dan kartu stok disesuaikan. 40 paket yang telanjur terkirim {harap ditarik|segera ditarik dari GOR}."),
      reply("o02", "Pak Bambang, stok paket layak tinggal 732. Mohon dukungan untuk penambahan stok."),
    ],
    1: [reply("o12", "Pak Slamet, {laporan diterima|laporannya sudah saya baca}. Mohon atap gudang diperbaiki dan barang {dijaga dengan baik|dirapikan}. Lain kali jangan lalai.")],
  },
  d07: {
    competency: "M.08",
    3: [
      reply("o07", "Pak Yusuf, terima kasih atas kerja keras tim di lapangan. 900 paket tidak dapat saya setujui: yang layak 732 dan {Karang Sewu serta Samparan juga membutuhkan|dua posko lain tidak boleh kosong}. Besok pukul 06.00 dikirim 450 paket untuk lima hari dan 40 paket pengganti; kiriman berikutnya setelah pesanan 600 tiba Rabu. Penyaluran boleh mendahului NIK asalkan ada daftar nama, asal desa, dan tanda terima. Bagi menurut jumlah jiwa, tidak mendahulukan satu desa; cari perahu atau jalan memutar ke Tirtasari. Tempat pengungsian jangan dipisah sebelum musyawarah."),
      delegate("o12", "2026-11-10T06:00", "Pak Slamet, muat 450 paket ditambah 40 paket pengganti pada truk pertama, berangkat Selasa pukul 06.00. {Titipkan surat saya untuk Pak Yusuf kepada sopir karena di sana tidak ada sinyal.|Salin pesan saya untuk Pak Yusuf lewat posko; beliau tanpa sinyal sampai sore.}"),
    ],
    2: [reply("o07", "Pak Yusuf, permintaan 900 paket {belum dapat saya penuhi seluruhnya|terlalu banyak} karena stok layak tidak sampai 1.200. Saya setujui {500|600} paket dahulu untuk Selasa. Mohon daftar penerima tetap dibuat.")],
    1: [delegate("o12", "2026-11-10T06:00", "Pak Slamet, kirim 900 paket ke Lembah Arum {sesuai dengan permintaan Pak Yusuf|besok pagi}. Ini keadaan darurat, jadi jangan sampai terlambat.")],
  },
  d08: {
    competency: "M.05",
    3: [file("Dasar bagi jawaban atas pengaduan Ibu Suminah (butir 2–4), surat titipan 38 nama (butir 1, 5, 6), dan berita acara 187 nama. {Pengaduan 4 November jatuh tempo hari ini.|Hitungan tiga hari kerja untuk pengaduan itu berakhir hari ini.}")],
    2: [file("Edaran dipakai sebagai {rujukan untuk urusan data KLS|acuan data penerima}.")],
    1: [file("Arsip.")],
  },
  d09: {
    competency: "M.04",
    3: [file("Dasar untuk kiriman ke Lembah Arum, penarikan 40 paket, dan penolakan tawaran penyedia. {Penghitungan fisik 7 November hanya berlaku sampai besok.|Butir 4 dan 5 juga memberi jalan keluar: pinjam pakai dan penyaluran mendahului NIK.}")],
    2: [forward("o12", "Pak Slamet, mohon prosedur ini {dipedomani|dipatuhi} dalam pengeluaran barang.")],
    1: [file("Sudah {diketahui|dibaca}.")],
  },
  d10: {
    competency: "M.01",
    3: [
      reply("Danang Purwoko, Tenaga Ahli Anggota Komisi E", "Terima kasih atas perhatian Bapak Syafril kepada warga lanjut usia. Usul untuk triwulan IV {telah ditutup pada 15 Oktober|ditutup 15 Oktober sesuai dengan edaran}; ke-38 nama kami persilakan diajukan melalui musyawarah kelurahan untuk triwulan berikutnya, dan kami bantu menjelaskan caranya. Daftar penerima dengan NIK dan alamat tidak dapat kami berikan karena merupakan data pribadi. Penjelasan ini berlaku sama bagi semua pihak."),
      reply("o02", "Yth. Bapak Plh., kami laporkan surat tenaga ahli anggota Komisi E yang menitipkan 38 nama dan meminta data NIK menjelang rapat siang ini. {Sudah kami jawab menurut edaran|Jawaban kami menurut edaran terlampir}, tanpa mengaitkannya dengan anggaran. Mohon Bapak ketahui bila hal ini disinggung dalam rapat. Kalimat tentang kebiasaan pejabat terdahulu kami teruskan apa adanya untuk ditelaah."),
    ],
    2: [reply("Danang Purwoko, Tenaga Ahli Anggota Komisi E", "Mohon maaf, nama baru {hanya dapat ditetapkan melalui musyawarah kelurahan|tidak dapat langsung dimasukkan} dan data NIK tidak dapat kami bagikan{ sesuai dengan Surat Edaran Nomor 18|}. Terima kasih atas perhatiannya.")],
    1: [delegate("o09", null, "Pak Rudi, mohon 38 nama dari Komisi E {diupayakan masuk triwulan IV|dicek, kalau bisa dimasukkan} agar rapat nanti lancar. Daftar penerimanya dikirim saja.")],
  },
  d11: {
    competency: "M.01",
    3: [
      reply("Benny Kurnia, CV Berkah Pangan Sejati", "Pak Benny, terima kasih atas ucapannya. {Pemberian dan uang itu tidak dapat saya terima|Bingkisan dan uang tersebut tidak kami gunakan} dan saya laporkan kepada Unit Pengendalian Gratifikasi. Pengadaan paket hanya melalui kontrak payung atau katalog elektronik; mohon tidak mengantar barang tanpa surat pesanan dan tidak menghubungi petugas gudang."),
      reply("Unit Pengendalian Gratifikasi, Inspektorat Provinsi", "Dengan ini saya laporkan pemberian dari CV Berkah Pangan Sejati kepada keluarga saya pada 8 November berupa bingkisan dan uang, {belum dibuka dan disimpan utuh|yang saya minta tidak disentuh}, berikut salinan pesannya. Mohon petunjuk penyerahan."),
      delegate("o12", "2026-11-09T10:00", "Pak Slamet, jangan menerima barang apa pun tanpa surat pesanan yang ditandatangani KPA, termasuk dari CV Berkah Pangan. Bila dihubungi, {catat dan laporkan|sampaikan} kepada Plh."),
    ],
    2: [
      reply("Benny Kurnia, CV Berkah Pangan Sejati", "Terima kasih, tetapi {pemberian itu tidak dapat saya terima dan akan saya kembalikan|bingkisannya akan kami kembalikan}. Penambahan paket mengikuti prosedur pengadaan."),
      delegate("o12", null, "Pak Slamet, mohon tidak menanggapi penyedia ini."),
    ],
    1: [file("Tidak perlu dijawab{, nanti saja setelah kembali dari pulau|}.")],
  },
};
