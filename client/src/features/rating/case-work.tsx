import type { CaseWork } from "@kompeten/shared/contracts/scoring";
import type { Block } from "@kompeten/shared/paper";
import { Tabs } from "@mantine/core";
import { useTranslation } from "../../words/use-translation.ts";
import { BlockView } from "../../ui/block-view.tsx";
import { formatNumber } from "../../ui/format.ts";
import { RichTextView } from "../../ui/rich-text-view.tsx";
import { AnswerHistory } from "./answer-history.tsx";
import classes from "./desk.module.css";

/** The contract carries a paper's blocks as they are; the server checked their shape when the paper was published. */
export const asBlocks = (blocks: readonly unknown[]): readonly Block[] => blocks as readonly Block[];

export function CaseWorkView({ attemptId, work }: { attemptId: string; work: CaseWork }) {
  const { t } = useTranslation("rating");
  const exhibitTitle = (id: string) => work.exhibits.find((exhibit) => exhibit.id === id)?.title ?? id;
  return (
    <Tabs defaultValue="answers" keepMounted={false}>
      <Tabs.List>
        <Tabs.Tab value="answers">{t("case.answers")}</Tabs.Tab>
        <Tabs.Tab value="dossier">{t("case.dossier", { count: work.exhibits.length })}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="answers">
        {work.answers.map((answer, index) => (
          <article key={answer.questionId} className={classes.answer}>
            <h2>
              {index + 1}. {answer.prompt}
            </h2>
            {answer.text.trim() === "" ? <p className={classes.meta}>{t("case.unanswered")}</p> : <RichTextView text={answer.text} />}
            <p className={classes.meta}>
              {t("case.words", { words: formatNumber(answer.words), min: formatNumber(answer.minWords), max: formatNumber(answer.maxWords) })}
              {answer.words > answer.maxWords ? ` · ${t("case.tooLong")}` : ""}
              {answer.words > 0 && answer.words < answer.minWords ? ` · ${t("case.tooShort")}` : ""}
            </p>
            {answer.text === "" ? null : <AnswerHistory attemptId={attemptId} questionId={answer.questionId} />}
            <details className={classes.minor}>
              <summary>{t("case.expected")}</summary>
              <div>
                <p className={classes.expected}>{answer.expected}</p>
                {answer.exhibits.length > 0 ? <p className={classes.meta}>{t("case.restsOn", { exhibits: answer.exhibits.map(exhibitTitle).join("; ") })}</p> : null}
              </div>
            </details>
          </article>
        ))}
      </Tabs.Panel>
      <Tabs.Panel value="dossier" pt="sm">
        <BlockView blocks={asBlocks(work.scenario)} />
        {work.exhibits.map((exhibit) => (
          <details key={exhibit.id} className={classes.document}>
            <summary style={{ gridTemplateColumns: "minmax(0, 1fr)" }}>{exhibit.title}</summary>
            <div className={classes.documentBody}>
              <BlockView blocks={asBlocks(exhibit.body)} headingLevel={2} />
            </div>
          </details>
        ))}
      </Tabs.Panel>
    </Tabs>
  );
}
