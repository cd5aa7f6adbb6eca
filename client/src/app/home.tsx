import type { Permission } from "@kompeten/shared/contracts/permissions";
import { Skeleton } from "@mantine/core";
import { IconMoodSmile } from "@tabler/icons-react";
import { type ComponentType, lazy, Suspense } from "react";
import { useTranslation } from "../words/use-translation.ts";
import { isOnlyCandidate, sessionMay, useSession } from "../api/session.ts";
import { Boundary } from "../ui/boundary.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import classes from "./home.module.css";
import { ProblemNotice } from "./problem-notice.tsx";

/** Who holds one of these has work that waits; who holds none of them reads. */
const work: readonly Permission[] = ["attempt.own", "attempt.supervise", "rating.own", "account.manage", "instrument.author", "talent.confirm"];

/**
 * What each feature has to say on the home page: a role's own work before what it only reads. Features do not import one another, so the
 * page is composed here; a card is fetched only if its permission is held.
 */
const cards: readonly { name: string; permission: Permission; Card: ComponentType }[] = [
  { name: "sitting", permission: "attempt.own", Card: lazy(() => import("../features/sitting/home-card.tsx")) },
  { name: "proctoring", permission: "attempt.supervise", Card: lazy(() => import("../features/proctoring/home-card.tsx")) },
  { name: "rating", permission: "rating.own", Card: lazy(() => import("../features/rating/home-card.tsx")) },
  { name: "set-aside", permission: "attempt.merge", Card: lazy(() => import("../features/proctoring/merging/home-card.tsx")) },
  { name: "accounts", permission: "account.manage", Card: lazy(() => import("../features/administration/accounts-home-card.tsx")) },
  { name: "audit", permission: "audit.read", Card: lazy(() => import("../features/administration/audit-home-card.tsx")) },
  { name: "talent", permission: "talent.read", Card: lazy(() => import("../features/talent/home-card.tsx")) },
  { name: "authoring", permission: "instrument.author", Card: lazy(() => import("../features/authoring/home-card.tsx")) },
  { name: "planning", permission: "assessment.read", Card: lazy(() => import("../features/planning/home-card.tsx")) },
  { name: "profiles", permission: "result.read", Card: lazy(() => import("../features/profiles/home-card.tsx")) },
  { name: "personnel", permission: "employee.read", Card: lazy(() => import("../features/personnel/home-card.tsx")) },
];

export function Home() {
  const { t } = useTranslation();
  const session = useSession();
  const own = cards.filter((card) => sessionMay(session, card.permission));
  const spacious = isOnlyCandidate(session);
  return (
    <>
      <PageHeader
        title={t("home.title", { name: session.account.name })}
        purpose={t(spacious ? "home.candidatePurpose" : work.some((permission) => sessionMay(session, permission)) ? "home.purpose" : "home.readPurpose")}
      />
      {own.length === 0 ? (
        <EmptyState icon={IconMoodSmile} title={t("home.emptyTitle")} text={t("home.emptyText")} />
      ) : (
        <div className={spacious ? classes.column : classes.grid}>
          {own.map(({ name, Card }) => (
            // One card that fails leaves the others standing.
            <Boundary key={name} fallback={(error) => <ProblemNotice error={error} />}>
              <Suspense fallback={<Skeleton height={176} radius="lg" />}>
                <Card />
              </Suspense>
            </Boundary>
          ))}
        </div>
      )}
    </>
  );
}
