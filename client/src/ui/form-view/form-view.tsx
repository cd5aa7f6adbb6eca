import { gapsOf, isWhole, type Response } from "@kompeten/shared/attempt";
import type { FormItem, FormPaper } from "@kompeten/shared/paper";
import { useTranslation } from "../../words/use-translation.ts";
import { ScrollTable } from "../scroll-table.tsx";
import classes from "./form-view.module.css";

type Props = { section: FormPaper["sections"][number]; /** Null: the form as it is before anybody has filled it in. */ responses: Readonly<Record<string, Response>> | null };

/** One section of a form, to read: every entry, what is in it, and what was left empty. */
export function FormSectionView({ section, responses }: Props) {
  const { t } = useTranslation("form-view");
  return (
    <dl className={classes.items}>
      {section.items.map((item) => {
        const response = responses?.[item.id];
        const lacks = responses !== null && item.required && !isWhole(item, response);
        return (
          <div key={item.id}>
            <dt>{item.prompt}</dt>
            <dd>
              {lacks ? <p className={classes.lacks}>{t("incomplete")}</p> : null}
              {responses === null ? <Blank item={item} /> : <Answer item={item} response={response} />}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** What there is to fill in. */
function Blank({ item }: { item: FormItem }) {
  const { t } = useTranslation("form-view");
  const parts = {
    choice: () => item.interaction === "choice" && item.options.map(({ text }) => text).join(" · "),
    likert: () => item.interaction === "likert" && [...item.statements.map(({ text }) => text), item.scale.map(({ text }) => text).join(" – ")].join("\n"),
    rows: () => item.interaction === "rows" && t("columns", { max: item.maxRows, columns: item.columns.map(({ label }) => label).join(" · ") }),
    "text-entry": () => t("line"),
    "extended-text": () => item.interaction === "extended-text" && [item.guidance, t("text", { max: item.maxWords })].filter(Boolean).join("\n"),
  } as const;
  return <p className={classes.blank}>{`${parts[item.interaction]()} (${t(item.required ? "required" : "optional")})`}</p>;
}

function Answer({ item, response }: { item: FormItem; response: Response | undefined }) {
  const { t } = useTranslation("form-view");
  const empty = <p className={classes.blank}>{t("empty")}</p>;
  if (item.interaction === "rows" && response?.interaction === "rows" && response.rows.length > 0)
    return (
      <ScrollTable
        caption={item.prompt}
        columns={item.columns.map(({ label }) => ({ label }))}
        rows={response.rows.map((row) => {
          const gaps = gapsOf(item, row);
          return item.columns.map(({ id, required }) => row.cells[id]?.trim() || (required && gaps.includes(id) ? t("empty") : "–"));
        })}
      />
    );
  if (item.interaction === "likert" && response?.interaction === "likert")
    return (
      <ScrollTable
        caption={item.prompt}
        columns={[{ label: t("statement") }, { label: t("answer") }]}
        rows={item.statements.map(({ id, text }) => [text, item.scale.find((point) => point.id === response.chosen[id])?.text ?? t("empty")])}
      />
    );
  if (item.interaction === "choice" && response?.interaction === "choice") {
    const chosen = item.options.find(({ id }) => id === response.optionId);
    return chosen ? <p>{chosen.text}</p> : empty;
  }
  if ((response?.interaction === "text-entry" || response?.interaction === "extended-text") && response.text.trim() !== "") return <p className={classes.text}>{response.text}</p>;
  return empty;
}
