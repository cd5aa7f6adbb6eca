import { IconClipboardCheck } from "@tabler/icons-react";
import type { NavEntry } from "../../app/nav-entry.ts";
import { paths } from "../../app/paths.ts";

export const nav: readonly NavEntry[] = [
  { to: paths.rating, label: "rating", icon: IconClipboardCheck, permission: "rating.own", section: "deliver" },
];
