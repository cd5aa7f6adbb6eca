import { IconUsers } from "@tabler/icons-react";
import type { NavEntry } from "../../app/nav-entry.ts";
import { paths } from "../../app/paths.ts";

export const nav: readonly NavEntry[] = [
  { to: paths.personnel, label: "personnel", icon: IconUsers, permission: "employee.read", section: "manage" },
];
