import type { ItemKeyView } from "@kompeten/shared/contracts/authoring";
import type { Option, TestItem } from "@kompeten/shared/paper";
import { IconCheck } from "@tabler/icons-react";
import { Fragment, type ReactNode } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { formatNumber } from "../../ui/format.ts";
import classes from "./paper.module.css";

type Props = { item: TestItem; itemKey: ItemKeyView | undefined };

/** What there is to choose, fill or write, as the author proof-reads it; with the key shown, the right options are marked. */
export function ItemBody({ item, itemKey }: Props) {
  const { t } = useTranslation("authoring");
  switch (item.interaction) {
    case "choice":
    case "best-worst":
    case "multiple-response":
    case "order":
      return <Options options={item.options} mark={(id) => markOf(itemKey, id)} />;
    case "match":
      return (
        <>
          <Options options={item.sources} />
          <p className={classes.meta}>{t("item.targets")}</p>
          <Options options={item.targets} />
        </>
      );
    case "likert":
      return (
        <>
          <Options options={item.statements} />
          <p className={classes.meta}>{t("item.scale")}</p>
          <Options options={item.scale} />
        </>
      );
    case "inline-choice":
      return (
        <p className={classes.prompt} lang="id">
          {item.text.map((piece, index) => (
            <Fragment key={index}>{"gap" in piece ? <em> [{piece.gap}: {piece.options.map(({ id, text }) => `${id} ${text}`).join(" / ")}] </em> : piece.text}</Fragment>
          ))}
        </p>
      );
    case "text-entry":
      return <p className={classes.meta}>{[t(`item.entry.${item.format}`), item.units.join(" / ")].filter(Boolean).join(" · ")}</p>;
    case "slider":
      return <p className={classes.meta}>{t("item.slider", { from: formatNumber(item.lowerBound), to: formatNumber(item.upperBound), step: formatNumber(item.step), unit: item.unit ?? "" })}</p>;
    case "extended-text":
      return <p className={classes.meta}>{t("item.words", { min: item.minWords, max: item.maxWords })}</p>;
  }
}

function markOf(key: ItemKeyView | undefined, id: string): { right: true } | { effectiveness: number } | undefined {
  if (key?.interaction === "best-worst") return { effectiveness: key.effectiveness[id] ?? 0 };
  return (key?.interaction === "choice" && key.correct === id) || (key?.interaction === "multiple-response" && key.correct.includes(id)) ? { right: true } : undefined;
}

function Options({ options, mark = () => undefined }: { options: readonly Option[]; mark?: (id: string) => ReturnType<typeof markOf> }): ReactNode {
  const { t } = useTranslation("authoring");
  return (
    <ol className={classes.options}>
      {options.map(({ id, text }) => {
        const marked = mark(id);
        return (
          <li key={id} data-right={(marked && "right" in marked) || undefined}>
            <span className={classes.optionId}>{id}</span>
            <span>
              <span lang="id">{text}</span>{" "}
              {marked && "right" in marked ? (
                <strong className={classes.right}>
                  <IconCheck size={16} stroke={2.2} aria-hidden /> {t("key.correctOption")}
                </strong>
              ) : null}
              {marked && "effectiveness" in marked ? <strong className={classes.right}>{t("key.effectivenessOf", { value: formatNumber(marked.effectiveness) })}</strong> : null}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
