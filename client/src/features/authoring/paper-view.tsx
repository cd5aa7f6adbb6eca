import type { InstrumentKeyView } from "@kompeten/shared/contracts/authoring";
import type { Paper } from "@kompeten/shared/paper";
import { Fragment, type ReactNode } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { caseParts } from "./case-parts.tsx";
import { formParts } from "./form-parts.tsx";
import { inBasketParts } from "./in-basket-parts.tsx";
import { RubricView } from "./key-notes.tsx";
import classes from "./paper.module.css";
import { testParts } from "./test-parts.tsx";

/** One stretch of the paper, with what the key says of it beside it. */
export type Part = { id: string; label: string; /** Belongs under the part before it in the outline: items as numbers beside one another, documents a line each. */ inner?: "number" | "line"; body: ReactNode; note?: ReactNode; /** For what is longer than the part itself. */ noteBelow?: true };
export type Key = InstrumentKeyView["key"];
export type Translate = ReturnType<typeof useTranslation<"authoring">>["t"];
export type Names = Readonly<Record<string, string>>;

/** Outline, paper and, for the author who asked for it, the key beside each part. */
export function PaperView({ paper, answer, names }: { paper: Paper; answer: Key | undefined; names: Names }) {
  const { t } = useTranslation("authoring");
  const parts = partsOf(paper, answer, names, t);
  return (
    <div className={classes.paper} data-key={answer ? true : undefined}>
      <nav aria-label={t("contents")} className={classes.outline}>
        <h3>{t("contents")}</h3>
        <ol>
          {parts.map((part) => (
            <li key={part.id} data-inner={part.inner}>
              <a href={`#${part.id}`}>{part.label}</a>
            </li>
          ))}
        </ol>
      </nav>
      <div className={classes.parts}>
        {parts.map((part) => (
          <Fragment key={part.id}>
            <div id={part.id} className={classes.part} data-wide={!part.note || part.noteBelow}>
              {part.body}
            </div>
            {part.note ? (
              <div role="note" className={classes.note} data-wide={part.noteBelow} aria-label={`${t("key.title")}: ${part.label}`}>
                {part.note}
              </div>
            ) : null}
          </Fragment>
        ))}
        {answer && answer.kind !== "test" && answer.kind !== "form" ? <RubricView rubric={answer.rubric} names={names} /> : null}
      </div>
    </div>
  );
}

function partsOf(paper: Paper, answer: Key | undefined, names: Names, t: Translate): Part[] {
  switch (paper.kind) {
    case "test":
      return testParts(paper, answer?.kind === "test" ? answer : undefined, names, t);
    case "in-basket":
      return inBasketParts(paper, answer?.kind === "in-basket" ? answer : undefined, t);
    case "case":
      return caseParts(paper, answer?.kind === "case" ? answer : undefined, t);
    case "form":
      return formParts(paper);
  }
}
