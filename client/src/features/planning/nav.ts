import { IconCalendarEvent } from "@tabler/icons-react";
import type { NavEntry } from "../../app/nav-entry.ts";
import { paths } from "../../app/paths.ts";

export const nav: readonly NavEntry[] = [
  { to: paths.planning, label: "planning", icon: IconCalendarEvent, permission: "assessment.read", section: "plan" },
];
