/** Every address of the interface, in one place. Links are made from here and nowhere else. */
export const paths = {
  home: "/",
  signIn: "/masuk",
  password: "/kata-sandi",
  verification: "/verifikasi",
  sitting: "/pengerjaan",
  deviceCheck: "/periksa-perangkat",
  planning: "/kegiatan",
  authoring: "/alat-ukur",
  personnel: "/pegawai",
  rating: "/penilaian",
  profiles: "/hasil",
  talent: "/talenta",
  proctoring: "/pengawasan",
  setAside: "/disisihkan",
  accounts: "/administrasi/akun",
  audit: "/administrasi/audit",
} as const;
