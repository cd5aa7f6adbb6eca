import type { InBasketPaper } from "@kompeten/shared/paper";
import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { searchWords } from "../../../ui/block-text.ts";
import { useSearchHighlight } from "../../../ui/use-search-highlight.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import { DocumentRow } from "./document-row.tsx";
import classes from "./in-basket.module.css";
import { isHandled, listed, type MailFilter, mailFilters, type MailSort, mailSorts } from "./mail.rules.ts";

type Props = { paper: InBasketPaper; current: string | undefined; query: string; onQuery: (query: string) => void; onOpen: (id: string) => void };

/** What has come in: searched, narrowed and ordered as the candidate wishes. */
export function DocumentList({ paper, current, query, onQuery, onOpen }: Props) {
  const { t } = useTranslation("in-basket");
  const { work } = useAttempt().state;
  const [filter, setFilter] = useState<MailFilter>("all");
  const [sort, setSort] = useState<MailSort>("arrival");
  const rows = useRef<HTMLUListElement>(null);
  const words = searchWords(query);
  useSearchHighlight(rows, words);
  const shown = listed(paper.documents, work, { words, filter, sort });
  const handled = paper.documents.filter((document) => isHandled(work, document.id)).length;

  /** Up and down, to the first and to the last, as in a mail program; Enter opens, as every button does. */
  function move(event: KeyboardEvent<HTMLUListElement>) {
    const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>("li > button")];
    const index = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const next = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (index < 0 || next === undefined) return;
    event.preventDefault();
    buttons[Math.min(buttons.length - 1, Math.max(0, next))]?.focus();
  }
  return (
    <section className={classes.list} aria-label={t("tab.inbox")}>
      <div className={classes.listHead}>
        <input type="search" className={classes.input} aria-label={t("search")} placeholder={t("searchShort")} maxLength={100} value={query} onChange={(event) => onQuery(event.currentTarget.value)} />
        <div className={classes.listChoices}>
          <select className={classes.input} aria-label={t("filterLabel")} value={filter} onChange={(event) => setFilter(event.currentTarget.value as MailFilter)}>
            {mailFilters.map((name) => (
              <option key={name} value={name}>
                {t(`filter.${name}`)}
              </option>
            ))}
          </select>
          <select className={classes.input} aria-label={t("sortLabel")} value={sort} onChange={(event) => setSort(event.currentTarget.value as MailSort)}>
            {mailSorts.map((name) => (
              <option key={name} value={name}>
                {t(`sort.${name}`)}
              </option>
            ))}
          </select>
        </div>
        <p className={classes.dimmed} role="status">
          {words.length > 0 || filter !== "all" ? t("found", { count: shown.length, all: paper.documents.length }) : t("progress", { done: handled, total: paper.documents.length })}
        </p>
      </div>
      {/* The keys only add to what the buttons inside can do by themselves. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ul ref={rows} onKeyDown={move}>
        {shown.map((document) => (
          <DocumentRow key={document.id} paper={paper} document={document} words={words} current={document.id === current} onOpen={() => onOpen(document.id)} />
        ))}
      </ul>
    </section>
  );
}
