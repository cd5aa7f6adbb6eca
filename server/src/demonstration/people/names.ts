/** Given and family names as they are met in the two provinces. Combined at random: no real person is meant. */
export type NameStock = {
  male: readonly string[];
  female: readonly string[];
  /** Second names that a man or a woman may carry. */
  maleLast: readonly string[];
  femaleLast: readonly string[];
  birthPlaces: readonly string[];
};

export const eastJavaNames: NameStock = {
  male: [
    "Agus", "Bambang", "Budi", "Dwi", "Eko", "Hadi", "Heru", "Imam", "Joko", "Moch. Arifin", "Mohammad Syaiful", "Nur Kholis",
    "Prasetyo", "Rahmat", "Slamet", "Sugeng", "Teguh", "Tri", "Wahyu", "Yudi", "Zainal", "Achmad Fauzi", "Abdul Rohim", "Bayu",
    "Catur", "Dimas", "Fajar", "Galih", "Hendra", "Irfan", "Kukuh", "Lutfi", "Misbahul", "Anang", "Rizky",
  ],
  female: [
    "Ani", "Dewi", "Dian", "Endang", "Erna", "Fitri", "Indah", "Ika", "Kartika", "Lilik", "Luluk", "Mega", "Nur Aini", "Nurul",
    "Puji", "Ratna", "Retno", "Rini", "Siti Khotijah", "Siti Maimunah", "Sri", "Tutik", "Umi", "Wahyuni", "Yuni", "Zulaikha",
    "Anis", "Citra", "Hesti", "Ninik", "Rahayu", "Titik", "Widya", "Yayuk",
  ],
  maleLast: [
    "Santoso", "Wibowo", "Prasetyo", "Hidayat", "Nugroho", "Setiawan", "Kurniawan", "Suprapto", "Waluyo", "Utomo", "Harianto",
    "Mulyono", "Purnomo", "Susanto", "Wijaya", "Fathoni", "Mustofa", "Rofiq", "Hasan", "Saputro", "Wicaksono", "Basuki", "Sutrisno",
    "Adi Nugraha", "Firmansyah", "Budiarto", "Margono",
  ],
  femaleLast: [
    "Lestari", "Wulandari", "Rahmawati", "Kusumawati", "Handayani", "Puspitasari", "Susilowati", "Fitriyah", "Hidayati", "Setyowati",
    "Ningsih", "Widyastuti", "Anggraini", "Maharani", "Purwanti", "Mulyaningsih", "Agustin", "Hasanah", "Prihatini", "Ambarwati",
    "Kurniasih", "Wijayanti", "Nurjanah", "Safitri", "Utami", "Yuliati",
  ],
  birthPlaces: ["Surabaya", "Malang", "Sidoarjo", "Jember", "Kediri", "Madiun", "Bangkalan", "Pamekasan", "Banyuwangi", "Lamongan", "Tuban", "Blitar", "Probolinggo", "Gresik", "Mojokerto", "Ponorogo"],
};

export const bangkaBelitungNames: NameStock = {
  male: [
    "Ahmad Yani", "Andi", "Ardiansyah", "Aprizal", "Darmansyah", "Edi", "Ferdi", "Helmi Putra", "Hermansyah", "Ibnu",
    "Jamaluddin", "Junaidi", "Kurniadi", "M. Amin", "M. Ridwan", "Marwan", "Muslim", "Nazarudin", "Rusdi", "Rusli", "Sarjan", "Suharto",
    "Syafrizal", "Tarmizi", "Yuliansyah", "Zaidan", "Zulkarnain", "Bong Kian", "Hendri Liu", "Tjhin Joni", "Andri", "Burhan",
  ],
  female: [
    "Asyraf Suryani", "Desi", "Dona", "Elvina", "Ervawati", "Eva", "Fatmawati", "Hayati", "Helda", "Iin", "Julaiha", "Kartini", "Lina",
    "Maryam", "Melati", "Mely", "Nelly", "Nopi", "Nurhayati", "Rika", "Rosmala", "Sari", "Susanti", "Tety", "Tri Suryani", "Yanti",
    "Yulizar", "Zahara", "Chong Mei", "Lim Siu Lan", "Wiwin", "Yusnita", "Rosdiana",
  ],
  maleLast: [
    "Saputra", "Effendi", "Hamzah", "Kurniawan", "Marzuki", "Nasution", "Oktavian", "Pratama", "Ramadhan", "Rosyadi", "Setiawan",
    "Syahputra", "Usman", "Wahyudi", "Yusuf", "Zulkifli", "Hidayatullah", "Firdaus", "Harun", "Idrus", "Johan", "Lukman", "Mustar",
    "Gunawan", "Aswandi", "Bakri",
  ],
  femaleLast: [
    "Anggraini", "Apriani", "Astuti", "Damayanti", "Fitriani", "Hartati", "Herawati", "Indriani", "Juniarti", "Kurnia", "Lestari",
    "Maulida", "Novianti", "Oktaviani", "Permatasari", "Puspita", "Rahmadani", "Rosanti", "Safitri", "Septiani", "Suryani", "Utari",
    "Wulandari", "Yulianti", "Zuraida",
  ],
  birthPlaces: ["Pangkalpinang", "Sungailiat", "Muntok", "Toboali", "Koba", "Tanjungpandan", "Manggar", "Belinyu", "Jebus", "Kelapa", "Mentok", "Gantung", "Membalong", "Palembang"],
};
