import { IconNotebook } from "@tabler/icons-react";
import type { NavEntry } from "../../app/nav-entry.ts";
import { paths } from "../../app/paths.ts";

export const nav: readonly NavEntry[] = [
  { to: paths.authoring, label: "authoring", icon: IconNotebook, permission: "instrument.read", section: "plan" },
];
