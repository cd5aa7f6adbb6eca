import type { InBasketDocument, InBasketPaper } from "@kompeten/shared/paper";
import { Button } from "@mantine/core";
import { IconArrowLeft, IconPaperclip } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { BlockView } from "../../../ui/block-view.tsx";
import { searchWords } from "../../../ui/block-text.ts";
import { useSearchHighlight } from "../../../ui/use-search-highlight.ts";
import { dayText, hourText, shortTime } from "./fictional-time.ts";
import classes from "./in-basket.module.css";
import { arrivedAt, threadOf } from "./mail.rules.ts";

type Props = { paper: InBasketPaper; document: InBasketDocument; query: string; onOpen: (id: string) => void; onBack: () => void; onAct: () => void };

/** One document as it came, with the rest of its thread at hand; an attachment opens in its place. */
export function DocumentView({ paper, document, query, onOpen, onBack, onAct }: Props) {
  const { t } = useTranslation("in-basket");
  const [attachment, setAttachment] = useState<number | null>(null);
  const article = useRef<HTMLElement>(null);
  useSearchHighlight(article, searchWords(query));
  const opened = attachment === null ? undefined : document.attachments[attachment];
  return (
    <article className={classes.document} ref={article}>
      <div className={classes.narrowBar}>
        <Button variant="subtle" mih={44} leftSection={<IconArrowLeft size={18} stroke={1.8} />} onClick={onBack}>
          {t("toList")}
        </Button>
        <Button mih={44} onClick={onAct}>
          {t("act")}
        </Button>
      </div>
      {opened ? (
        <section aria-label={opened.title}>
          <Button variant="subtle" mih={44} ml="-sm" leftSection={<IconArrowLeft size={18} stroke={1.8} />} onClick={() => setAttachment(null)}>
            {t("closeAttachment", { subject: document.subject })}
          </Button>
          <h2 className={classes.documentTitle}>{opened.title}</h2>
          <BlockView blocks={opened.body} headingLevel={3} />
        </section>
      ) : (
        <>
          <p className={classes.kind}>{t(`kind.${document.kind}`)}</p>
          <h2 className={classes.documentTitle}>{document.subject}</h2>
          <Envelope paper={paper} document={document} />
          <Thread paper={paper} document={document} onOpen={onOpen} />
          <BlockView blocks={document.body} headingLevel={3} />
          {document.attachments.length > 0 ? (
            <section className={classes.attachments}>
              <h3>{t("attachments", { count: document.attachments.length })}</h3>
              {document.attachments.map(({ title }, index) => (
                <button key={index} type="button" className={classes.actionButton} onClick={() => setAttachment(index)}>
                  <IconPaperclip size={18} stroke={1.8} aria-hidden /> {title}
                </button>
              ))}
            </section>
          ) : null}
        </>
      )}
    </article>
  );
}

function Envelope({ paper, document }: { paper: InBasketPaper; document: InBasketDocument }) {
  const { t } = useTranslation("in-basket");
  const came = arrivedAt(paper.scenario.now, document);
  const rows = [
    [t("from"), document.from],
    [t("to"), document.to],
    ...(document.cc ? [[t("cc"), document.cc]] : []),
    [t("sent"), `${dayText(document.sentAt.slice(0, 10))}, ${hourText(document.sentAt)}`],
    ...(came ? [[t("came"), hourText(came)]] : []),
  ];
  return (
    <dl className={classes.envelope}>
      {rows.map(([term, value]) => [<dt key={term}>{term}</dt>, <dd key={`${term} value`}>{value}</dd>])}
    </dl>
  );
}

/** The other documents of the conversation that have come in, oldest first. */
function Thread({ paper, document, onOpen }: { paper: InBasketPaper; document: InBasketDocument; onOpen: (id: string) => void }) {
  const { t } = useTranslation("in-basket");
  const thread = threadOf(paper.documents, document.id);
  if (thread.length < 2) return null;
  return (
    <nav className={classes.thread} aria-label={t("thread")}>
      <p>{t("thread")}</p>
      <ol>
        {thread.map(({ id, subject, sentAt }) => (
          <li key={id}>
            <button type="button" aria-current={id === document.id ? "true" : undefined} onClick={() => onOpen(id)}>
              {subject} <span className={classes.dimmed}>{shortTime(sentAt)}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
