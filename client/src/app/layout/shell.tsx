import { useRouteContext } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { isOnlyCandidate, SessionContext } from "../../api/session.ts";
import { Permitted } from "../permitted.tsx";
import { CandidateLayout } from "./candidate-layout.tsx";
import { PagePending, WithinLayout } from "./fallbacks.tsx";

const StaffLayout = lazy(() => import("./staff-layout.tsx"));

/** The layout follows from who is signed in; the candidate's is little, the staff's is fetched by staff alone. */
export function Shell() {
  const session = useRouteContext({ from: "/shell", select: (context) => context.session });
  const Layout = isOnlyCandidate(session) ? CandidateLayout : StaffLayout;
  return (
    <SessionContext value={session}>
      <Suspense fallback={<PagePending />}>
        <Layout>
          <WithinLayout value>
            <Permitted />
          </WithinLayout>
        </Layout>
      </Suspense>
    </SessionContext>
  );
}
