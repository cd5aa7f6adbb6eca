import type { FormPaper } from "@kompeten/shared/paper";
import { Button } from "@mantine/core";
import { IconChevronLeft, IconChevronRight, IconListCheck } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { BlockView } from "../../../ui/block-view.tsx";
import { useAttempt } from "../session/use-attempt-session.ts";
import { storedPlace, storePlace } from "../test/place.ts";
import { Dialog } from "../work/dialog.tsx";
import { progressOf, sectionOf } from "./form.rules.ts";
import { SectionGlyph, SectionState } from "./section-state.tsx";
import { FormField } from "./form-field.tsx";
import classes from "./form.module.css";

/** One section at a time, in any order; how complete each is stands beside it. */
export default function FormPlayer({ paper, place, onReview }: { paper: FormPaper; place: string | null; onReview: () => void }) {
  const { t } = useTranslation(["form", "common"]);
  const { session, state } = useAttempt();
  const [index, setIndex] = useState(() => sectionOf(paper, place ?? storedPlace(session.attemptId)));
  const [listed, setListed] = useState(false);
  const scroll = useRef<HTMLDivElement>(null);
  const section = paper.sections[index];
  useEffect(() => {
    if (place !== null) document.getElementById(`isian-${place}`)?.querySelector<HTMLElement>("input, textarea, select, button")?.focus();
  }, [place]);
  if (!section) return null;

  function go(to: number) {
    session.flush();
    setIndex(to);
    setListed(false);
    storePlace(session.attemptId, paper.sections[to]?.items[0]?.id ?? "");
    scroll.current?.scrollTo({ top: 0 });
    // The next thing read aloud is the new section, not a button that stayed.
    requestAnimationFrame(() => document.getElementById("bagian")?.focus({ preventScroll: true }));
  }
  const list = (
    <ol className={classes.list}>
      {paper.sections.map((one, at) => {
        const progress = progressOf(one.items, state.work);
        return (
          <li key={one.id}>
            <button type="button" className={classes.entry} aria-current={at === index ? "step" : undefined} onClick={() => go(at)}>
              <SectionGlyph progress={progress} />
              <span className={classes.entryTitle}>{one.title}</span>
              <span className={classes.entryState}><SectionState progress={progress} /></span>
            </button>
          </li>
        );
      })}
    </ol>
  );
  return (
    <div className={classes.root}>
      <div className={classes.scroll} ref={scroll}>
        <article className={classes.section}>
          <p className={classes.count}>{t("section.count", { number: index + 1, total: paper.sections.length })}</p>
          <h2 id="bagian" tabIndex={-1} className={classes.title}>
            {section.title}
          </h2>
          {section.instructions ? <BlockView blocks={section.instructions} headingLevel={3} /> : null}
          {section.items.some(({ required }) => required) ? <p className={classes.legend}>{t("requiredLegend")}</p> : null}
          {section.items.map((item) => (
            <FormField key={item.id} item={item} />
          ))}
        </article>
      </div>
      <nav className={classes.foot} aria-label={t("navigation")}>
        <Button variant="default" size="md" disabled={index === 0} leftSection={<IconChevronLeft size={20} stroke={1.8} />} onClick={() => go(index - 1)}>
          <span className={classes.roomy}>{t("common:action.previous")}</span>
        </Button>
        <Button className={classes.openList ?? ""} variant="default" size="md" leftSection={<IconListCheck size={20} stroke={1.8} />} aria-label={t("sections")} onClick={() => setListed(true)}>
          {t("list")}
        </Button>
        {index < paper.sections.length - 1 ? (
          <Button size="md" rightSection={<IconChevronRight size={20} stroke={1.8} />} onClick={() => go(index + 1)}>
            {t("next")}
          </Button>
        ) : (
          <Button size="md" rightSection={<IconChevronRight size={20} stroke={1.8} />} onClick={onReview}>
            {t("review")}
          </Button>
        )}
      </nav>
      <aside className={classes.side} aria-label={t("sections")}>
        {list}
      </aside>
      <Dialog wide opened={listed} onClose={() => setListed(false)} title={t("sections")}>
        {list}
        <Button variant="default" mt="md" mih={44} onClick={() => setListed(false)}>
          {t("common:action.close")}
        </Button>
      </Dialog>
    </div>
  );
}
