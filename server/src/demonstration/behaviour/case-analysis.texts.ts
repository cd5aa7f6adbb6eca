/** Question `analisis` of `kasus-layanan-terpadu`: what is the real state of the service, and why? */
import type { Point } from "./case-answer.rules.ts";

export const analysisPoints: readonly Point[] = [
  {
    competency: "M.03",
    3: "{Simpulan saya:|Pokoknya:} pelayanan perizinan tidak dalam keadaan baik. {Waktu sejak berkas lengkap sampai izin terbit|Waktu penyelesaian yang dirasakan pemohon} melampaui 14 hari kerja, sisa berkas naik dari 320 menjadi 920 sepanjang Januari–Agustus (Lampiran 3), dan hambatannya terletak pada rekomendasi teknis, bukan di loket.",
    2: "{Menurut saya|Berdasarkan dosir}, pelayanan perizinan mengalami keterlambatan yang cukup besar. Sisa berkas bertambah menjadi 920 pada akhir Agustus, dan {banyak berkas tertahan di perangkat daerah teknis|keluhan masyarakat juga meningkat}.",
    1: "{Pelayanan perizinan saat ini pada dasarnya sudah berjalan baik, tetapi masih terdapat beberapa kendala yang perlu mendapat perhatian bersama.|Masalah utama pelayanan perizinan adalah prosesnya yang lama sehingga banyak keluhan masyarakat dan menjadi sorotan media.}",
  },
  {
    competency: "M.08", paragraph: true,
    3: "Angka 98 persen dari SIPADU tidak saya pakai karena aplikasi menghentikan hitungan waktu begitu berkas dikirim ke perangkat daerah teknis (Lampiran 4 dan 8), padahal Pasal 5 ayat (2) memasukkannya. {Pemeriksaan Inspektorat yang menghitung dari dokumen fisik lebih layak dipercaya|Saya memakai pemeriksaan petik Inspektorat}: hanya 108 dari 240 berkas, atau 45 persen, selesai paling lama 14 hari kerja; rata-ratanya 24,3 hari kerja.",
    2: "Ada perbedaan data: SIPADU menyebut 98 persen tepat waktu, sedangkan Inspektorat menemukan {hanya 108 dari 240 berkas yang tepat waktu|rata-rata 24,3 hari kerja}. {Data Inspektorat lebih sesuai dengan keluhan warga.|Saya memakai data Inspektorat karena diperiksa langsung.}",
    1: "Menurut data SIPADU, 98 persen permohonan {selesai tepat waktu|sudah tepat waktu}, sedangkan {menurut koran ada lebih dari 1.500 izin yang mangkrak|surat kabar memberitakan ribuan izin belum selesai}. {Pemeriksaan Inspektorat juga menemukan keterlambatan pada beberapa jenis izin.|Inspektorat telah memeriksa 240 permohonan.}",
  },
  {
    competency: "M.08",
    3: "Jumlah 260 berkas hanya menghitung yang berada di DPMPTSP dan pada pemohon (130 + 90 + 40); 660 berkas di perangkat daerah teknis tidak ikut (Lampiran 5). {Angka 1.500 dari perhimpunan pengusaha tidak dapat diuji karena dihimpun sejak 2025.|Sebaliknya, angka 1.500 di surat kabar tidak dapat diuji.}",
    2: "Tunggakan 260 yang disebut Kepala Dinas {tidak sama dengan 920 pada Lampiran 5|lebih kecil daripada rekapitulasi}, karena {660 berkas ada di dinas teknis|sebagian berkas berada di luar DPMPTSP}.",
    1: "Berkas yang tertunggak {tinggal 260 menurut Kepala Dinas|menurut Kepala Dinas adalah 260}, jadi {masih dapat diselesaikan sampai akhir tahun|jumlahnya masih wajar}.",
  },
  {
    competency: "M.05",
    3: "Kepuasan 86,4 pun menyesatkan: kuesioner hanya diisi pemohon yang izinnya sudah terbit (Lampiran 11), sementara pengaduan naik dari 144 menjadi 306, terutama soal lama proses dan status yang tidak jelas (Lampiran 7). {Yang paling terdampak adalah nelayan kecil Pulau Sekawan yang terancam kehilangan musim tangkap.|Di balik angka itu ada nelayan kecil Pulau Sekawan yang musim tangkapnya mulai pertengahan Oktober.}",
    2: "Pengaduan masyarakat naik dua kali lipat pada Mei–Agustus, {terutama karena lama proses dan status permohonan|yaitu 306 pengaduan}. {Indeks kepuasan tetap tinggi, tetapi pengisinya hanya yang sudah selesai.|Nelayan mengeluhkan izin kapal.}",
    1: "Indeks Kepuasan Masyarakat {terus naik sampai 86,4, jadi masyarakat sebenarnya puas|sebesar 86,4 sudah termasuk baik}. {Yang mengeluh hanya sebagian kecil, terutama nelayan dan pengusaha batu.|Walaupun demikian, ada 450 pengaduan selama delapan bulan.}",
  },
  {
    competency: "M.08", paragraph: true,
    3: "Loket bukan akar masalah: 24 dari 26 formasi terisi, waktu tunggu 18 menit masih di bawah sasaran, dan keluhan tentang sikap petugas turun (Lampiran 6 dan 7). {Empat dari sepuluh pengunjung datang hanya untuk menanyakan status|Kunjungan berulang terjadi karena status tidak terbuka} (Lampiran 8).",
    2: "Loket {bukan penyebab utama karena formasinya hampir penuh|sebenarnya cukup, 24 dari 26 terisi}. Hambatannya pada {tahap rekomendasi teknis yang rata-rata 17,3 hari kerja|verifikator teknis yang kurang}.",
    1: "Penyebabnya adalah {petugas loket kurang dan aplikasi sudah kuno|kurangnya petugas loket sehingga terjadi antrean}. {Pegawai juga perlu lebih disiplin dan ramah dalam melayani pemohon.|Sarana loket dan ruang tunggu juga perlu diperbaiki.}",
  },
  {
    competency: "M.04",
    3: "Akar penyebabnya saling berkait: 19 dari 46 formasi verifikator teknis kosong, sehingga di Kelautan dan Perikanan empat orang menghadapi 1.640 permohonan; dana peninjauan tinggal Rp30 juta (Lampiran 9); dan {semua kapal ditinjau walaupun Pasal 11 memperbolehkan pemeriksaan dokumen bagi kapal di bawah 10 GT|pemeriksaan tidak dibedakan menurut risiko seperti dimungkinkan Pasal 11}. Pada Agustus masuk 500 dan selesai 360, jadi tanpa perubahan sisa bertambah sekitar 140 sebulan.",
    2: "Penyebab lain ialah {verifikator teknis yang kosong 19 orang dan biaya perjalanan yang hampir habis|kekurangan verifikator di Kelautan dan Perikanan, Pekerjaan Umum, serta ESDM}. Setiap bulan berkas yang masuk lebih banyak daripada yang selesai.",
    1: "Selain itu, jumlah pegawai {masih kurang, yaitu 27 formasi kosong|tidak seimbang dengan beban kerja} dan koordinasi antarinstansi belum optimal.",
  },
  {
    competency: "M.05",
    3: "Sejak Maret loket memakai daftar 9 dokumen dan Dinas Kelautan dan Perikanan 12 dokumen, bertentangan dengan Pasal 8; 25 dari 36 pengembalian berkas disebabkan oleh hal ini. {Celah itu pula yang dimanfaatkan perantara: pengaduan biaya tidak resmi naik dari 6 menjadi 17.|Ketidakjelasan ini memberi ruang bagi perantara (6 menjadi 17 pengaduan), yang harus diperiksa tanpa menuduh.}",
    2: "Daftar persyaratan di loket berbeda dengan di dinas teknis{, 9 dan 12 dokumen|}, sehingga {berkas dikembalikan|pemohon diminta melengkapi lagi}. {Ada juga pengaduan tentang perantara.|}",
    1: "{Persyaratan sering berubah sehingga pemohon bingung dan harus bolak-balik ke kantor.|Pemohon sering tidak membawa dokumen yang lengkap.}",
  },
  {
    competency: "M.07", paragraph: true,
    3: "Pegawai tidak menolak perubahan tanpa alasan. {Sebanyak 79 persen verifikator teknis khawatir bebannya bertambah|Kekhawatiran terbesar verifikator (79 persen) adalah beban}, mereka dinilai oleh unit asal, dan hanya sekitar sepertiga responden merasa alasan perubahan pernah dijelaskan (Lampiran 11). Karena itu, usulan penempatan verifikator menurut Pasal 9 macet, antara lain karena DPMPTSP sendiri belum mengirimkannya (Lampiran 13).",
    2: "Dari survei pegawai terlihat {kekhawatiran akan tambahan beban kerja|bahwa banyak verifikator takut beban bertambah}, sehingga {penempatan verifikator belum berjalan|koordinasi berjalan lambat}.",
    1: "{Sebagian pegawai belum siap menghadapi perubahan dan perlu diberi motivasi.|Aplikasi sudah berganti tiga kali dalam enam tahun sehingga pegawai lelah.}",
  },
  {
    competency: "M.08",
    3: "Keterbatasan: sampel Inspektorat sama banyak per jenis izin sehingga rata-ratanya tidak dibobot, dan berkas yang belum selesai tidak termasuk; {keadaan sebenarnya dapat lebih buruk|waktu yang sebenarnya mungkin lebih lama}. Masalah terpusat pada perikanan, air permukaan, dan pertambangan (615 dari 660 berkas), sedangkan Perhubungan membuktikan bahwa pemeriksaan dokumen dengan petik satu dari sepuluh dapat berjalan aman.",
    2: "Masalah paling besar ada pada {perikanan, air permukaan, dan pertambangan|izin perikanan dan pertambangan}; {angkutan dan pendidikan relatif baik|jenis izin lain masih mendekati standar}.",
    1: "{Demikian keadaan yang dapat saya sampaikan berdasarkan lampiran yang ada.|Oleh karena itu, perlu ada pembenahan secara menyeluruh dan berkesinambungan.}",
  },
];
