import type { CasePaper } from "@kompeten/shared/paper";
import { BlockView } from "../../ui/block-view.tsx";
import { formatNumber } from "../../ui/format.ts";
import { QuestionNote } from "./key-notes.tsx";
import type { Key, Part, Translate } from "./paper-view.tsx";
import classes from "./paper.module.css";

type CaseKey = Extract<Key, { kind: "case" }>;

export function caseParts(paper: CasePaper, answer: CaseKey | undefined, t: Translate): Part[] {
  const title = (id: string) => paper.exhibits.find((exhibit) => exhibit.id === id)?.title ?? id;
  return [
    {
      id: "kasus",
      label: t("case.scenario"),
      body: (
        <>
          <h3>{t("case.scenario")}</h3>
          <BlockView blocks={paper.scenario} headingLevel={4} />
        </>
      ),
    },
    ...paper.exhibits.map((exhibit): Part => ({
      id: `lampiran-${exhibit.id}`,
      label: exhibit.title,
      inner: "line",
      body: (
        <>
          <h3 className={classes.itemHead}>
            {exhibit.title} <span>{exhibit.id}</span>
          </h3>
          <BlockView blocks={exhibit.body} headingLevel={4} />
        </>
      ),
    })),
    ...paper.questions.map((question, index): Part => {
      const key = answer?.questions[question.id];
      const words = { min: formatNumber(question.minWords), max: formatNumber(question.maxWords) };
      return {
        id: `pertanyaan-${question.id}`,
        label: `${t("case.questions")} ${index + 1}`,
        body: (
          <>
            <h3>
              {t("case.questions")} {index + 1}
            </h3>
            <BlockView blocks={[{ type: "text", text: question.prompt }]} />
            {question.guidance ? <BlockView blocks={[{ type: "text", text: question.guidance }]} /> : null}
            <p className={classes.meta}>{question.minWords > 0 ? t("case.words", words) : t("case.wordsMax", { max: words.max })}</p>
          </>
        ),
        ...(key ? { note: <QuestionNote expected={key.expected} exhibits={key.exhibits.map(title)} />, noteBelow: true } : {}),
      };
    }),
  ];
}
