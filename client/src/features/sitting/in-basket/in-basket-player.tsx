import type { InBasketPaper } from "@kompeten/shared/paper";
import { useEffect, useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { BlockView } from "../../../ui/block-view.tsx";
import { useAttempt } from "../session/use-attempt-session.ts";
import { useReadingTime } from "../reading/use-reading-time.ts";
import { storedPlace, storePlace } from "../test/place.ts";
import { ActionPanel } from "./action-panel.tsx";
import { deeds, todosOf } from "./actions.rules.ts";
import { CalendarView } from "./calendar-view.tsx";
import { ChartTree } from "./chart-tree.tsx";
import { DocumentList } from "./document-list.tsx";
import { DocumentView } from "./document-view.tsx";
import classes from "./in-basket.module.css";
import { MyActions } from "./my-actions.tsx";
import { PlanView } from "./plan-view.tsx";

const tabs = ["inbox", "calendar", "chart", "briefing", "actions", "plan"] as const;
type Tab = (typeof tabs)[number];

/** A desk like a mail program: list, reading, action; beside it calendar, organisation chart, briefing and own actions. */
export default function InBasketPlayer({ paper, place }: { paper: InBasketPaper; place: string | null }) {
  const { t } = useTranslation("in-basket");
  const { session, state } = useAttempt();
  const { work, arrived } = state;
  const [documentId, setDocumentId] = useState(() => place ?? storedPlace(session.attemptId) ?? null);
  // Someone who has not begun reads the briefing first.
  const [tab, setTab] = useState<Tab>(work.visited.length === 0 && documentId === null ? "briefing" : "inbox");
  /** Which of the three a narrow screen shows. */
  const [view, setView] = useState<"list" | "read" | "act">(place ? "read" : "list");
  const [query, setQuery] = useState("");
  const document = paper.documents.find((candidate) => candidate.id === documentId);
  const unread = paper.documents.filter((candidate) => !work.visited.includes(candidate.id)).length;
  const fresh = arrived.filter((id) => !work.visited.includes(id));
  const seen = document !== undefined && work.visited.includes(document.id);
  useEffect(() => {
    if (document && !seen && tab === "inbox") session.do({ kind: "visit", itemId: document.id });
  }, [session, document, seen, tab]);

  const stopped = state.status?.state !== "running" || state.status.pausedSinceMs !== null;
  useReadingTime(document && tab === "inbox" && !stopped ? document.id : null);

  function open(id: string) {
    session.flush();
    storePlace(session.attemptId, id);
    setDocumentId(id);
    setTab("inbox");
    setView("read");
  }
  const counts: Partial<Record<Tab, number>> = { inbox: unread, actions: deeds(work).length, plan: todosOf(work).filter(({ content }) => content.type === "todo" && !content.done).length };
  return (
    <div className={classes.root}>
      <nav className={classes.tabs} aria-label={t("parts")}>
        {tabs.map((name) => (
          <button key={name} type="button" className={classes.tab} aria-current={tab === name ? "page" : undefined} onClick={() => (setTab(name), setView("list"))}>
            {t(`tab.${name}`)}
            {counts[name] ? (
              <span className={classes.count}>
                {counts[name]}
                <span className={classes.hidden}> {t(`count.${name as "inbox" | "actions" | "plan"}`)}</span>
              </span>
            ) : null}
          </button>
        ))}
        {/* In the same row, so that nothing moves under someone who is writing. */}
        <p role="status" className={classes.arrival} data-empty={fresh.length === 0 || undefined}>
          {fresh.length > 0 ? t("arrived", { count: fresh.length, subject: paper.documents.find((one) => one.id === fresh.at(-1))?.subject ?? "" }) : ""}
        </p>
      </nav>
      <div className={classes.desk} data-view={view} hidden={tab !== "inbox"}>
        <DocumentList paper={paper} current={document?.id} query={query} onQuery={setQuery} onOpen={open} />
        {/* What scrolls must be reachable by keyboard. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <section className={classes.reading} aria-label={t("reading")} tabIndex={0}>
          {document ? <DocumentView key={document.id} paper={paper} document={document} query={query} onOpen={open} onBack={() => setView("list")} onAct={() => setView("act")} /> : <p className={classes.empty}>{t("choose")}</p>}
        </section>
        {/* A window that becomes narrow goes on showing the form that is being written. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <section className={classes.acting} aria-label={t("acting")} onFocus={() => setView("act")}>
          {document ? <ActionPanel key={document.id} paper={paper} document={document} onBack={() => setView("read")} /> : <p className={classes.empty}>{t("chooseToAct")}</p>}
        </section>
      </div>
      {tab === "inbox" ? null : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <section className={classes.page} aria-label={t(`tab.${tab}`)} tabIndex={0}>
          {tab === "calendar" ? <CalendarView paper={paper} /> : null}
          {tab === "chart" ? <ChartTree people={paper.organisationChart} /> : null}
          {tab === "briefing" ? <Briefing paper={paper} onBegin={() => setTab("inbox")} /> : null}
          {tab === "actions" ? <MyActions paper={paper} onOpen={open} /> : null}
          {tab === "plan" ? <PlanView paper={paper} /> : null}
        </section>
      )}
    </div>
  );
}

function Briefing({ paper, onBegin }: { paper: InBasketPaper; onBegin: () => void }) {
  const { t } = useTranslation("in-basket");
  return (
    <article>
      <h2 className={classes.pageTitle}>{paper.scenario.role}</h2>
      <p className={classes.dimmed}>{paper.scenario.organisation}</p>
      <BlockView blocks={paper.scenario.briefing} headingLevel={3} />
      <button type="button" className={classes.primary} onClick={onBegin}>
        {t("begin", { count: paper.documents.length })}
      </button>
    </article>
  );
}
