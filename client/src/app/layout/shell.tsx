import { useRouteContext } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { isOnlyCandidate, SessionContext } from "../../api/session.ts";
import { Permitted } from "../permitted.tsx";
import { PagePending } from "./fallbacks.tsx";

const StaffLayout = lazy(() => import("./staff-layout.tsx"));
const CandidateLayout = lazy(() => import("./candidate-layout.tsx"));

/** The layout follows from who is signed in; neither kind of reader downloads the other's. */
export function Shell() {
  const session = useRouteContext({ from: "/shell", select: (context) => context.session });
  const Layout = isOnlyCandidate(session) ? CandidateLayout : StaffLayout;
  return (
    <SessionContext value={session}>
      <Suspense fallback={<PagePending />}>
        <Layout>
          <Permitted />
        </Layout>
      </Suspense>
    </SessionContext>
  );
}
