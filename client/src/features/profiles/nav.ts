import { IconReportAnalytics } from "@tabler/icons-react";
import type { NavEntry } from "../../app/nav-entry.ts";
import { paths } from "../../app/paths.ts";

export const nav: readonly NavEntry[] = [
  { to: paths.profiles, label: "profiles", icon: IconReportAnalytics, permission: "result.read", section: "outcome" },
];
