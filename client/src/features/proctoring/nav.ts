import { IconEye, IconPackage } from "@tabler/icons-react";
import type { NavEntry } from "../../app/nav-entry.ts";
import { paths } from "../../app/paths.ts";

export const nav: readonly NavEntry[] = [
  { to: paths.proctoring, label: "proctoring", icon: IconEye, permission: "attempt.supervise", section: "deliver" },
  { to: paths.setAside, label: "setAside", icon: IconPackage, permission: "attempt.merge", section: "deliver" },
];
