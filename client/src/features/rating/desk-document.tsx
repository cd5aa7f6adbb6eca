import type { Grade } from "@kompeten/shared/attempt";
import type { InBasketWork } from "@kompeten/shared/contracts/scoring";
import { Badge } from "@mantine/core";
import { useTranslation } from "../../words/use-translation.ts";
import { BlockView } from "../../ui/block-view.tsx";
import { formatClock, formatStoryTime } from "../../ui/format.ts";
import { asBlocks } from "./case-work.tsx";
import classes from "./desk.module.css";
import { DeskAction } from "./desk-action.tsx";

type Document = InBasketWork["documents"][number];

/** One document, what was done with it, and what the designer expects. */
export function DeskDocument({ document, work }: { document: Document; work: InBasketWork }) {
  const { t } = useTranslation("rating");
  const actions = work.actions.filter((action) => action.documentId === document.id);
  const readSeconds = work.replay.reduce((sum, step) => (step.deed === "read" && step.documentId === document.id ? sum + step.seconds : sum), 0);
  return (
    <details className={classes.document}>
      <summary>
        <span className={classes.competencyCode}>{document.id}</span>
        <span>
          {document.subject}
          <br />
          <span className={classes.competencyCode}>
            {document.from}
            {document.arrivesAfterSeconds > 0 ? ` · ${t("basket.arrives", { at: formatClock(document.arrivesAfterSeconds) })}` : ""}
            {readSeconds > 0 ? ` · ${t("basket.readFor", { time: formatClock(readSeconds) })}` : ""}
          </span>
        </span>
        <Badge color={actions.length > 0 ? "teal" : "gray"}>{actions.length > 0 ? t("basket.actionCount", { count: actions.length }) : t("basket.untouched")}</Badge>
      </summary>
      <div className={classes.documentBody}>
        <table className={classes.grades}>
          <caption className={classes.hidden}>
            {t("basket.priority")}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t("basket.priority")}</th>
              <th scope="col">{t("basket.urgency")}</th>
              <th scope="col">{t("basket.importance")}</th>
            </tr>
          </thead>
          <tbody>
            <Grades label={t("basket.byCandidate")} grades={document.priority} />
            <Grades label={t("basket.byDesigner")} grades={document.expected} />
          </tbody>
        </table>
        {actions.length > 0 ? (
          <ol className={classes.actions}>
            {actions.map((action) => (
              <DeskAction key={action.actionId} action={action} work={work} />
            ))}
          </ol>
        ) : null}
        {document.expected ? (
          <details className={classes.minor}>
            <summary>{t("basket.expected")}</summary>
            <div>
              <p className={classes.expected}>{document.expected.text}</p>
              {document.expected.links.length > 0 ? <p className={classes.meta}>{t("basket.links", { documents: document.expected.links.join(", ") })}</p> : null}
            </div>
          </details>
        ) : null}
        <details className={classes.minor}>
          <summary>{t("basket.read")}</summary>
          <div>
            <DocumentText document={document} />
          </div>
        </details>
      </div>
    </details>
  );
}

/** The document as the candidate read it. */
export function DocumentText({ document }: { document: Document }) {
  const { t } = useTranslation("rating");
  return (
    <>
      <p className={classes.meta}>{t("basket.letterhead", { from: document.from, to: document.to, at: formatStoryTime(document.sentAt) })}</p>
      <BlockView blocks={asBlocks(document.body)} headingLevel={2} />
      {document.attachments.map((attachment) => (
        <section key={attachment.title}>
          <h2>{attachment.title}</h2>
          <BlockView blocks={asBlocks(attachment.body)} headingLevel={2} />
        </section>
      ))}
    </>
  );
}

function Grades({ label, grades }: { label: string; grades: { urgency: Grade | null; importance: Grade | null } | null }) {
  const { t } = useTranslation("rating");
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{grades?.urgency ? t(`basket.grade.${grades.urgency}`) : "–"}</td>
      <td>{grades?.importance ? t(`basket.grade.${grades.importance}`) : "–"}</td>
    </tr>
  );
}
