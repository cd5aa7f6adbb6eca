import type { TestItem, TestPaper } from "@kompeten/shared/paper";
import { Button } from "@mantine/core";
import { IconChevronLeft, IconChevronRight, IconFlag, IconFlagFilled, IconLayoutGrid } from "@tabler/icons-react";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { BlockView } from "../../../ui/block-view.tsx";
import { Loading } from "../../../ui/loading.tsx";
import { words } from "../../../words/words.ts";
import { useGate } from "../sections/use-gate.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import { Dialog } from "../work/dialog.tsx";
import { tasksOf } from "../work/progress.rules.ts";
import { ChoiceItem } from "./choice-item.tsx";
import { Palette } from "./palette.tsx";
import { storedPlace, storePlace } from "./place.ts";
import classes from "./test-player.module.css";
import { useItemKeys } from "./use-item-keys.ts";
import { patient } from "../../../ui/patient.ts";

const ReadAloud = lazy(patient(() => import("../comforts/read-aloud.tsx")));
const Tools = lazy(patient(() => import("../comforts/tools.tsx")));
const ItemAnswer = lazy(patient(() => import("../interactions/item-answer.tsx")));
const SectionBar = lazy(patient(() => Promise.all([import("../sections/section-bar.tsx"), words.load("sections")]).then(([part]) => part)));
const SectionReview = lazy(patient(() => Promise.all([import("../sections/section-review.tsx"), words.load("sections")]).then(([part]) => part)));

/** One item at a time, with the palette beside it. */
export function TestPlayer({ paper, place, readAloud }: { paper: TestPaper; place: string | null; readAloud: boolean }) {
  const { t } = useTranslation(["sitting", "common"]);
  const { session, state } = useAttempt();
  const { work } = state;
  const items = paper.sections.flatMap((section) => section.items.map((item) => ({ section, item })));
  const [id, setId] = useState(() => place ?? storedPlace(session.attemptId) ?? work.visited.at(-1) ?? items[0]?.item.id);
  const [palette, setPalette] = useState(false);
  const gate = useGate();
  /** The section whose review is open. */
  const [reviewing, setReviewing] = useState<number | null>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const index = placeIn(items.map(({ item }) => item.id), id, gate.index === null ? null : paper.sections[gate.index]?.items.map((item) => item.id), work.visited);
  const here = items[index];
  const hereId = here?.item.id;
  const seen = hereId !== undefined && (work.visited.includes(hereId) || !gate.allows(hereId));
  useEffect(() => {
    if (hereId !== undefined && !seen) session.do({ kind: "visit", itemId: hereId });
  }, [session, hereId, seen]);

  const openSection = useRef(gate.index);
  useEffect(() => {
    if (openSection.current === gate.index) return;
    openSection.current = gate.index;
    // Whatever had the focus went with the section.
    scroll.current?.scrollTo({ top: 0 });
    document.getElementById("butir")?.focus({ preventScroll: true });
  }, [gate.index]);

  function go(next: number) {
    const target = items[Math.min(items.length - 1, Math.max(0, next))]?.item.id;
    if (target === undefined || !gate.allows(target)) return;
    setReviewing(null);
    if (target === hereId) return;
    setId(target);
    setPalette(false);
    storePlace(session.attemptId, target);
    scroll.current?.scrollTo({ top: 0 });
    // The next thing read aloud is the new item, not a button that stayed.
    requestAnimationFrame(() => document.getElementById("butir")?.focus({ preventScroll: true }));
  }
  const flagged = hereId !== undefined && work.flagged.includes(hereId);
  const flag = () => hereId !== undefined && session.do({ kind: "flag", itemId: hereId, flagged: !flagged });
  const keys = useItemKeys({ onPrevious: () => go(index - 1), onNext: () => go(index + 1), onFlag: flag });
  if (!here) return null;
  const previous = items[index - 1]?.item.id;
  const following = items[index + 1]?.item.id;
  const ends = gate.index !== null && gate.index < paper.sections.length - 1 && items[index + 1]?.section.id !== here.section.id;
  const closing = reviewing !== null && reviewing === gate.index;
  const { section, item } = here;
  const first = section.items[0]?.id === item.id;
  const tasks = tasksOf(paper, work);
  const paletteView = (
    <>
      <Palette paper={paper} tasks={tasks} current={item.id} allows={gate.allows} onGo={(target) => go(items.findIndex((one) => one.item.id === target))} keys={keys} />
      {paper.tools?.length ? (
        <Suspense fallback={null}>
          <Tools tools={paper.tools} />
        </Suspense>
      ) : null}
    </>
  );
  return (
    <div className={classes.root}>
      <div className={classes.scroll} ref={scroll}>
        {gate.index === null ? null : (
          <Suspense fallback={null}>
            <SectionBar paper={paper} index={gate.index} over={gate.over} />
            {closing ? <SectionReview paper={paper} index={gate.index} tasks={tasks} gate={gate} onGo={(target) => go(items.findIndex((one) => one.item.id === target))} onBack={() => setReviewing(null)} /> : null}
          </Suspense>
        )}
        <article className={classes.item} data-beside={item.stimulus ? item.interaction : undefined} hidden={closing} inert={gate.over}>
          <header className={classes.head}>
            <h2 id="butir" tabIndex={-1} className={classes.count}>
              {t("test.item", { number: index + 1, total: items.length })}
              {flagged ? <span className={classes.flagged}>{t("test.flagged")}</span> : null}
            </h2>
            {gate.index === null ? <p className={classes.section}>{section.title}</p> : null}
          </header>
          {readAloud && "speechSynthesis" in window ? (
            <Suspense fallback={null}>
              <ReadAloud key={item.id} item={item} />
            </Suspense>
          ) : null}
          <details key={section.id} className={classes.instructions} open={first}>
            <summary>
              <IconChevronRight size={18} stroke={2} aria-hidden />
              {t("test.instructions", { section: section.title })}
            </summary>
            <BlockView blocks={section.instructions} headingLevel={4} />
          </details>
          {item.stimulus ? (
            <section className={classes.stimulus} aria-label={t("test.stimulus")}>
              <BlockView blocks={item.stimulus} headingLevel={3} />
            </section>
          ) : null}
          <div className={classes.question}>
            <Answer key={item.id} item={item} shortcuts={keys.enabled} />
          </div>
        </article>
      </div>
      <nav className={classes.foot} aria-label={t("test.navigation")}>
        <Button variant="default" size="md" disabled={previous === undefined || !gate.allows(previous)} leftSection={<IconChevronLeft size={20} stroke={1.8} />} onClick={() => go(index - 1)}>
          <span className={classes.roomy}>{t("common:action.previous")}</span>
        </Button>
        <Button variant={flagged ? "light" : "default"} color="yellow" size="md" disabled={closing} aria-pressed={flagged} leftSection={flagged ? <IconFlagFilled size={18} /> : <IconFlag size={18} stroke={1.8} />} onClick={flag}>
          {t("test.flag")}
        </Button>
        <Button className={classes.openPalette ?? ""} variant="default" size="md" aria-label={t("test.palette")} onClick={() => setPalette(true)}>
          <IconLayoutGrid size={20} stroke={1.8} />
        </Button>
        {ends ? (
          <Button size="md" disabled={closing} rightSection={<IconChevronRight size={20} stroke={1.8} />} onClick={() => setReviewing(gate.index)}>
            <span className={classes.roomy}>{t("test.finishSection")}</span>
            <span className={classes.tight} aria-hidden>
              {t("test.finish")}
            </span>
          </Button>
        ) : (
          <Button size="md" disabled={following === undefined || !gate.allows(following)} rightSection={<IconChevronRight size={20} stroke={1.8} />} onClick={() => go(index + 1)}>
            {t("test.next")}
          </Button>
        )}
      </nav>
      <aside className={classes.side} aria-label={t("test.palette")}>
        {paletteView}
      </aside>
      <Dialog wide opened={palette} onClose={() => setPalette(false)} title={t("test.palette")}>
        {paletteView}
        <Button variant="default" mt="md" mih={44} onClick={() => setPalette(false)}>
          {t("common:action.close")}
        </Button>
      </Dialog>
    </div>
  );
}

/** The item wanted, or where one goes on in the section that is open. */
function placeIn(ids: readonly string[], wanted: string | undefined, open: readonly string[] | null | undefined, visited: readonly string[]): number {
  const there = wanted !== undefined && (!open || open.includes(wanted)) ? wanted : visited.findLast((id) => open?.includes(id)) ?? open?.[0];
  return Math.max(0, ids.indexOf(there ?? ""));
}

/** The choice of one is here at once; the others were fetched while people waited, or are when a paper has them. */
function Answer({ item, shortcuts }: { item: TestItem; shortcuts: boolean }) {
  if (item.interaction === "choice") return <ChoiceItem item={item} shortcuts={shortcuts} />;
  return (
    <Suspense fallback={<Loading lines={4} height={52} />}>
      <ItemAnswer item={item} shortcuts={shortcuts} />
    </Suspense>
  );
}
