import { IconLayoutGrid } from "@tabler/icons-react";
import type { NavEntry } from "../../app/nav-entry.ts";
import { paths } from "../../app/paths.ts";

export const nav: readonly NavEntry[] = [
  { to: paths.talent, label: "talent", icon: IconLayoutGrid, permission: "talent.read", section: "outcome" },
];
