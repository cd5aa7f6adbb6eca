import type { CasePaper } from "@kompeten/shared/paper";
import { useRef, useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { blockText, excerpt, hasWords, searchWords } from "../../../ui/block-text.ts";
import { BlockView } from "../../../ui/block-view.tsx";
import { SortableTable } from "../../../ui/sortable-table.tsx";
import { useMarkedPlaces } from "../../../ui/use-marked-places.ts";
import { useSearchHighlight } from "../../../ui/use-search-highlight.ts";
import { useReadingTime } from "../reading/use-reading-time.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import { Marking, Notes } from "./annotations.tsx";
import { annotationsOn } from "./annotations.rules.ts";
import classes from "./case.module.css";

/** The exhibits: read one by one, searched all at once, marked and noted on. */
export function Dossier({ paper, onUse }: { paper: CasePaper; onUse: () => void }) {
  const { t } = useTranslation("case");
  const { state } = useAttempt();
  const [exhibitId, setExhibitId] = useState<string | null>(null);
  const [query, setQuery] = useState("");
  const [notes, setNotes] = useState(false);
  const reading = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const exhibit = paper.exhibits.find((one) => one.id === exhibitId);
  const words = searchWords(query);
  useSearchHighlight(reading, words);
  useMarkedPlaces(body, exhibit ? annotationsOn(state.work, exhibit.id) : []);
  const stopped = state.status?.state !== "running" || state.status.pausedSinceMs !== null;
  useReadingTime(exhibit && !stopped ? exhibit.id : null);
  const hits = words.length === 0 ? [] : paper.exhibits.filter((one) => hasWords(`${one.title}\n${blockText(one.body)}`, words));

  function read(id: string | null) {
    setExhibitId(id);
    setNotes(false);
    reading.current?.scrollTo({ top: 0 });
  }
  return (
    // It only notes where one is.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className={classes.dossier} aria-label={t("dossier")} onFocus={onUse}>
      <div className={classes.pick}>
        <select aria-label={t("exhibit")} value={exhibitId ?? ""} onChange={(event) => read(event.currentTarget.value || null)}>
          <option value="">{t("scenario")}</option>
          {paper.exhibits.map((one) => (
            <option key={one.id} value={one.id}>
              {one.title}
            </option>
          ))}
        </select>
        <input type="search" aria-label={t("search")} placeholder={t("search")} maxLength={100} value={query} onChange={(event) => setQuery(event.currentTarget.value)} />
      </div>
      {/* What scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={classes.reading} ref={reading} tabIndex={0} role="region" aria-label={t("exhibit")}>
        <div role="status">{words.length > 0 ? <p className={classes.hint}>{t("found", { count: hits.length })}</p> : null}</div>
        {hits.length > 0 ? (
          <ul className={classes.hits}>
            {hits.map((one) => (
              <li key={one.id}>
                <button type="button" aria-current={one.id === exhibitId ? "true" : undefined} onClick={() => read(one.id)}>
                  <strong>{one.title}</strong> <span>{excerpt(blockText(one.body), words)}</span>
                </button>
              </li>
            ))}
          </ul>
        ) : null}
        <h2 className={classes.title}>{exhibit?.title ?? t("scenario")}</h2>
        {exhibit ? <Marking key={exhibit.id} exhibitId={exhibit.id} reading={body} onNote={() => setNotes(true)} /> : null}
        <div ref={body}>
          <BlockView key={exhibit?.id} blocks={exhibit?.body ?? paper.scenario} headingLevel={3} table={SortableTable} />
        </div>
        <Turn paper={paper} exhibitId={exhibitId} onRead={read} />
      </div>
      {exhibit ? <Notes key={exhibit.id} exhibitId={exhibit.id} opened={notes} onToggle={setNotes} /> : null}
    </section>
  );
}

/** To the exhibit before and after, so that the dossier can be read through. */
function Turn({ paper, exhibitId, onRead }: { paper: CasePaper; exhibitId: string | null; onRead: (id: string | null) => void }) {
  const { t } = useTranslation("common");
  const ids = [null, ...paper.exhibits.map((one) => one.id)];
  const index = ids.indexOf(exhibitId);
  return (
    <div className={classes.turn}>
      <button type="button" disabled={index <= 0} onClick={() => onRead(ids[index - 1] ?? null)}>
        {t("action.previous")}
      </button>
      <button type="button" disabled={index >= ids.length - 1} onClick={() => onRead(ids[index + 1] ?? null)}>
        {t("action.next")}
      </button>
    </div>
  );
}
