/** Question `rekomendasi` of `kasus-layanan-terpadu`: alternatives, choice, risks, budget, and the announcement. */
import type { Point } from "./case-answer.rules.ts";

export const recommendationPoints: readonly Point[] = [
  {
    competency: "M.03",
    3: "{Saya merekomendasikan|Rekomendasi saya kepada Bapak Kepala Dinas:} membenahi alur rekomendasi teknis lebih dahulu, tidak menambah petugas loket, dan tidak membeli SIPADU 3.0 tahun ini. {Dengan hormat, dasar yang selama ini kita sampaikan (98 persen, 260 berkas) perlu kita koreksi sendiri sebelum orang lain melakukannya.|Mohon izin berterus terang: angka 98 persen tidak dapat kita pertahankan di hadapan Gubernur.}",
    2: "{Saya menyarankan|Rekomendasi saya adalah} pembenahan kerja sama dengan perangkat daerah teknis, {disertai penyesuaian SIPADU|karena di sanalah berkas tertahan}.",
    1: "{Rekomendasi saya adalah menambah petugas loket sebanyak 20 orang sesuai dengan arahan Kepala Dinas, karena antrean inilah yang dikeluhkan masyarakat dan diberitakan media.|Saya mendukung pengadaan aplikasi SIPADU 3.0 agar pelayanan lebih cepat dan modern, sesuai dengan perkembangan teknologi dan harapan pimpinan.|Saya merekomendasikan penambahan petugas loket dan pengadaan SIPADU 3.0 agar keluhan masyarakat segera terjawab.}",
  },
  {
    competency: "M.08", paragraph: true,
    3: "Alternatif A, 20 petugas loket selama tiga bulan: 20 × 3 × Rp4,6 juta = Rp276 juta, padahal sisa subkegiatannya Rp60 juta dan hambatannya bukan di sana. Alternatif B, SIPADU 3.0: Rp1.450 + 220 + 360 juta = Rp2.030 juta, melebihi sisa bebas Rp1.620 juta, dan baru jadi sekitar Februari–Maret 2027. Alternatif C, membenahi alur: pemeriksaan berbasis risiko (Pasal 11), satu daftar persyaratan (Pasal 8), tim verifikasi gabungan (Pasal 9), dan penyesuaian SIPADU Rp130 juta. {Menurut akibat, biaya, waktu, dan risiko, C unggul.|Dengan ukuran akibat, waktu, biaya, dan risiko yang sama, saya memilih C.}",
    2: "Pilihan yang ada: menambah petugas loket, membeli SIPADU 3.0, atau membenahi alur. {Menambah loket tidak menyentuh masalah, sedangkan aplikasi baru mahal dan lama.|SIPADU 3.0 perlu lima bulan dan lebih dari Rp1,45 miliar, sehingga tidak menolong tahun ini.} Saya memilih membenahi alur.",
    1: "{Petugas tambahan akan mengurangi antrean, sedangkan aplikasi baru dapat menurunkan waktu sampai 70 persen.|Dengan aplikasi baru, ketepatan waktu dapat mencapai hampir 100 persen.} {Anggarannya tersedia karena pagu masih tersisa Rp3,8 miliar.|Anggarannya masih longgar.}",
  },
  {
    competency: "M.05",
    3: "Yang didahulukan 210 berkas kapal di bawah 10 GT: diperiksa lewat dokumen dengan petik 10 persen atau 21 lokasi, {diurutkan menurut tanggal berkas lengkap, bukan kenalan|dengan urutan terbuka menurut tanggal tanda terima}, supaya selesai sebelum pertengahan Oktober. Kapal 10 GT ke atas dan tambang tetap ditinjau; keselamatan tidak ditawar.",
    2: "Izin kapal nelayan kecil {sebaiknya didahulukan karena musim tangkap|perlu dipercepat} dengan pemeriksaan dokumen saja.",
    1: "{Semua permohonan harus dilayani dengan cepat, ramah, dan tidak membeda-bedakan.|Petugas perlu diberi pelatihan pelayanan prima supaya pemohon merasa puas.} {Perangkat daerah teknis diminta mempercepat rekomendasi.|Dinas teknis perlu ditegur secara tertulis agar segera menyelesaikan berkas.}",
  },
  {
    competency: "M.08", paragraph: true,
    3: "Anggaran: peninjauan 21 + 130 lokasi kapal paling banyak 151 × Rp3,4 juta = Rp513,4 juta; air permukaan 135 × Rp1,2 juta = Rp162 juta; tambang 140 × Rp1,2 juta = Rp168 juta; tim gabungan 12 orang × 3 bulan × Rp1,8 juta = Rp64,8 juta; SIPADU Rp130 juta dari sisa subkegiatannya sendiri. {Sumbernya pergeseran dari promosi investasi (Rp480 juta setelah Forum) dan pelatihan (Rp390 juta)|Selebihnya digeser dari promosi investasi dan pelatihan, tanpa mengganggu Rp400 juta untuk Forum}, diusulkan sebelum 25 September dan dapat dipakai 19 Oktober.",
    2: "Kebutuhan biaya antara lain peninjauan lapangan {sekitar Rp500 juta|bagi 340 kapal} dan penyesuaian SIPADU Rp130 juta, {diambil dari sisa bebas Rp1.620 juta|dengan pergeseran anggaran sebelum 25 September}. {Rincian dihitung kemudian.|}",
    1: "Kebutuhan anggaran {dapat dipenuhi dari sisa Rp3,8 miliar seperti disampaikan Sekretaris Dinas|untuk petugas loket sekitar Rp92 juta sebulan dan tersedia dalam anggaran}.",
  },
  {
    competency: "M.04",
    3: "Sasaran yang kita janjikan pada diri sendiri: berkas kapal kecil tuntas sebelum 15 Oktober, penyelesaian bulanan melampaui 500 mulai Oktober, {sisa berkas turun dari 920 menjadi paling banyak 400 pada akhir Desember|sisa berkas berkurang setiap bulan}, dan tiga dari empat berkas berisiko rendah selesai dalam 14 hari kerja. Bila dua pekan berturut-turut meleset, tenaga verifikasi kontrak ditambah.",
    2: "Sasarannya {sisa berkas berkurang setengah sampai Desember|pada akhir tahun tunggakan selesai} dan waktu penyelesaian {mendekati 14 hari kerja|lebih cepat}.",
    1: "{Dengan demikian, pelayanan diharapkan semakin baik dan keluhan berkurang pada akhir tahun.|Sasarannya adalah seluruh izin selesai tepat waktu dan indeks kepuasan naik menjadi 90.}",
  },
  {
    competency: "M.07", paragraph: true,
    3: "Risiko dan penanganannya: verifikator menolak, maka penilaian kinerja dicantumkan dalam surat keputusan penempatan dan beban dihitung bersama; {kecelakaan kapal kecil, maka petik ditambah bila ditemukan ketidaksesuaian dan pemeriksaan dihentikan bila lebih dari satu dari sepuluh bermasalah|pemeriksaan longgar, maka ada batas mundur: petik dinaikkan bila ditemukan masalah}; dana terlambat, maka sebelum 19 Oktober dipakai pemeriksaan dokumen yang tidak memerlukan perjalanan; angka dasbor turun, maka dijelaskan lebih dahulu.",
    2: "Risikonya {dinas teknis keberatan dan pegawai merasa terbebani|adalah penolakan dari perangkat daerah teknis}; hal itu ditangani dengan {pertemuan dan pelatihan|sosialisasi dan rapat koordinasi}.",
    1: "{Risikonya kecil karena sudah sesuai dengan arahan pimpinan dan didukung anggaran.|Risiko keterlambatan diatasi dengan pengawasan yang ketat dan rapat evaluasi setiap minggu.}",
  },
  {
    competency: "M.03",
    3: "Tentang pengumuman: saya tidak menyarankan janji \"semua izin tujuh hari kerja\". Tahap di kantor kita saja rata-rata 7,0 hari kerja, air permukaan 35,5, pertambangan 43,0, dan dasar hukumnya 14 hari kerja; mengubah peraturan perlu paling cepat 45 hari kerja. {Bahan pidato yang dapat ditepati: izin berisiko rendah pasti paling lama 14 hari kerja, status setiap berkas dapat dilihat, tunggakan nelayan kecil tuntas, dan sasaran bertahap bagi izin berisiko tinggi.|Saya menawarkan rumusan bertahap: kepastian 14 hari kerja bagi izin berisiko rendah mulai 1 Desember dan status yang terbuka; izin berisiko tinggi menyusul dengan sasaran yang disepakati.}",
    2: "Mengenai pengumuman tujuh hari kerja, {menurut saya terlalu berat untuk semua izin|sebaiknya dibatasi dahulu pada izin yang mudah}, {karena peraturan gubernur menetapkan 14 hari kerja|sebab pertambangan memerlukan pemeriksaan}. Perlu dibicarakan dengan pimpinan.",
    1: "Rencana pengumuman tujuh hari kerja {sangat baik dan perlu didukung seluruh pegawai|patut didukung sebagai komitmen Bapak Gubernur}. {Pegawai harus bekerja lebih keras agar tercapai.|}",
  },
  {
    competency: "M.05",
    3: "Dugaan perantara diserahkan kepada Inspektorat dengan kerahasiaan pelapor; {sambil menunggu, biaya resmi dan urutan antrean ditempel di loket dan pelabuhan perikanan|sementara itu, daftar biaya dan urutan berkas dibuka kepada umum}.",
    2: "{Status permohonan perlu dibuka supaya pemohon tidak bertanya-tanya.|Pengaduan perlu dijawab paling lama lima hari kerja.}",
    1: "{Pengaduan masyarakat agar ditanggapi dengan baik oleh petugas yang ditunjuk.|Petugas yang terbukti meminta biaya tidak resmi harus ditindak tegas.}",
  },
];
