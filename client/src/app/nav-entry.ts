import type { Permission } from "@kompeten/shared/contracts/permissions";
import type { Icon } from "@tabler/icons-react";
import type { Resources } from "./i18n/resources.ts";

export const navSections = ["plan", "deliver", "outcome", "manage"] as const satisfies (keyof Resources["common"]["nav"]["section"])[];

type NavLabel = Exclude<
  { [K in keyof Resources["common"]["nav"]]: Resources["common"]["nav"][K] extends string ? K : never }[keyof Resources["common"]["nav"]],
  "label" | "skip" | "open" | "close" | "collapse" | "expand"
>;

/** One line of the staff navigation. Its word is in the shared catalogue, as it is read before the feature is loaded. */
export type NavEntry = {
  to: string;
  label: NavLabel;
  icon: Icon;
  permission: Permission;
  section: (typeof navSections)[number];
};
