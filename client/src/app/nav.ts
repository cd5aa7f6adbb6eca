import { nav as administration } from "../features/administration/nav.ts";
import { nav as authoring } from "../features/authoring/nav.ts";
import { nav as personnel } from "../features/personnel/nav.ts";
import { nav as planning } from "../features/planning/nav.ts";
import { nav as proctoring } from "../features/proctoring/nav.ts";
import { nav as profiles } from "../features/profiles/nav.ts";
import { nav as rating } from "../features/rating/nav.ts";
import { nav as talent } from "../features/talent/nav.ts";
import { sessionMay, type SessionView } from "../api/session.ts";
import { type NavEntry, navSections } from "./nav-entry.ts";

const entries: readonly NavEntry[] = [
  ...planning,
  ...authoring,
  ...proctoring,
  ...rating,
  ...profiles,
  ...talent,
  ...personnel,
  ...administration,
];

/** The navigation this session may use, in the order in which an assessment flows; sections without entries are left out. */
export function navigationOf(session: SessionView) {
  const own = entries.filter((entry) => sessionMay(session, entry.permission));
  return navSections
    .map((section) => ({ section, entries: own.filter((entry) => entry.section === section) }))
    .filter((group) => group.entries.length > 0);
}
