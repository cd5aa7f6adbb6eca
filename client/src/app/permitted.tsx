import { Outlet, useMatches } from "@tanstack/react-router";
import { sessionMay, useSession } from "../api/session.ts";
import { NotYours } from "./layout/fallbacks.tsx";

/**
 * Shows the page if the session may open every route it lies under. "Absent" and "not yours" look the same, as the
 * server answers the same; this only spares a reader an empty page, the server is what protects the data.
 */
export function Permitted() {
  const session = useSession();
  const allowed = useMatches({
    select: (matches) => matches.every(({ staticData }) => !staticData.permission || sessionMay(session, staticData.permission)),
  });
  return allowed ? <Outlet /> : <NotYours />;
}
