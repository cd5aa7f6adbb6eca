import { IconHistory, IconShieldLock } from "@tabler/icons-react";
import type { NavEntry } from "../../app/nav-entry.ts";
import { paths } from "../../app/paths.ts";

export const nav: readonly NavEntry[] = [
  { to: paths.accounts, label: "accounts", icon: IconShieldLock, permission: "account.manage", section: "manage" },
  { to: paths.audit, label: "audit", icon: IconHistory, permission: "audit.read", section: "manage" },
];
