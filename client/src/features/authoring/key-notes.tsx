import type { ItemKeyView } from "@kompeten/shared/contracts/authoring";
import { useTranslation } from "../../words/use-translation.ts";
import { BlockView } from "../../ui/block-view.tsx";
import { formatNumber } from "../../ui/format.ts";
import type { Key, Names } from "./paper-view.tsx";
import classes from "./paper.module.css";

const prose = (text: string) => <BlockView blocks={[{ type: "text", text }]} />;

/** What the key says of one item of a test. */
export function ItemNote({ itemKey, names }: { itemKey: ItemKeyView; names: Names }) {
  const { t } = useTranslation("authoring");
  if (itemKey.interaction === "extended-text") return <QuestionNote expected={itemKey.expected} exhibits={[]} />;
  if (itemKey.interaction === "likert") {
    return (
      <>
        <h4>{t("key.selfReport")}</h4>
        {itemKey.reversed.length > 0 ? <p className={classes.meta}>{t("key.reversed", { statements: itemKey.reversed.join(", ") })}</p> : null}
        {prose(itemKey.rationale)}
      </>
    );
  }
  if (itemKey.interaction === "best-worst") {
    const order = Object.entries(itemKey.effectiveness).sort(([, a], [, b]) => b - a);
    return (
      <>
        <h4>{t("key.competency", { name: names[itemKey.competency] ?? itemKey.competency })}</h4>
        <p className={classes.meta}>
          {t("key.effectiveness")}: {order.map(([option]) => option).join(" › ")}
        </p>
        {prose(itemKey.rationale)}
      </>
    );
  }
  return (
    <>
      <h4>{t("key.correct", { option: rightAnswer(itemKey) })}</h4>
      <p className={classes.meta}>
        {t(`key.facet.${itemKey.facet as "verbal"}`)} · {t("key.difficulty", { value: formatNumber(itemKey.difficulty) })}
        {"scoring" in itemKey ? ` · ${t(`key.scoring.${itemKey.scoring}`)}` : ""}
      </p>
      {prose(itemKey.rationale)}
    </>
  );
}

type RightOrWrong = Exclude<ItemKeyView, { interaction: "best-worst" | "likert" | "extended-text" }>;

/** In one line, by the ids that stand beside the options. */
function rightAnswer(key: RightOrWrong): string {
  switch (key.interaction) {
    case "choice":
      return key.correct;
    case "multiple-response":
      return key.correct.join(", ");
    case "order":
      return key.correct.join(" › ");
    case "match":
    case "inline-choice":
      return Object.entries(key.correct)
        .map(([part, option]) => `${part} → ${option}`)
        .join("; ");
    case "text-entry":
      return key.accepted.map((one) => ("text" in one ? `“${one.text}”` : [withTolerance(one.value, one.tolerance), one.unit].filter(Boolean).join(" "))).join("; ");
    case "slider":
      return withTolerance(key.value, key.tolerance);
  }
}

function withTolerance(value: number, tolerance: number): string {
  return tolerance === 0 ? formatNumber(value) : `${formatNumber(value)} ± ${formatNumber(tolerance)}`;
}

/** What the key says of one document of an in-basket. */
export function DocumentNote({ documentKey }: { documentKey: Extract<Key, { kind: "in-basket" }>["documents"][string] }) {
  const { t } = useTranslation("authoring");
  return (
    <>
      <p className={classes.meta}>
        {t("key.urgency")}: <strong>{t(`key.weight.${documentKey.urgency}`)}</strong> · {t("key.importance")}: <strong>{t(`key.weight.${documentKey.importance}`)}</strong>
      </p>
      {documentKey.links.length > 0 ? <p className={classes.meta}>{t("key.links", { documents: documentKey.links.join(", ") })}</p> : null}
      <h4>{t("key.expected")}</h4>
      {prose(documentKey.expected)}
    </>
  );
}

/** What the key says of one question of a case. */
export function QuestionNote({ expected, exhibits }: { expected: string; exhibits: readonly string[] }) {
  const { t } = useTranslation("authoring");
  return (
    <>
      <h4>{t("key.expectedAnswer")}</h4>
      {prose(expected)}
      {exhibits.length > 0 ? <p className={classes.meta}>{t("key.exhibits", { exhibits: exhibits.join("; ") })}</p> : null}
    </>
  );
}

/** What assessors rate by: per competency what to look for and an anchor for each level. */
export function RubricView({ rubric, names }: { rubric: Extract<Key, { kind: "case" }>["rubric"]; names: Names }) {
  const { t } = useTranslation("authoring");
  return (
    <section className={classes.rubric} aria-labelledby="rubrik">
      <h3 id="rubrik">{t("key.rubric")}</h3>
      {rubric.map((entry) => (
        <details key={entry.competency}>
          <summary>
            {entry.competency} {names[entry.competency] ?? ""}
          </summary>
          <div>
            <h4>{t("key.lookFor")}</h4>
            <ul>
              {entry.lookFor.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
            <h4>{t("key.anchors")}</h4>
            <dl>
              {(["1", "2", "3", "4", "5"] as const).map((level) => (
                <div key={level}>
                  <dt>{t("key.level", { level })}</dt>
                  <dd>{entry.anchors[level]}</dd>
                </div>
              ))}
            </dl>
          </div>
        </details>
      ))}
    </section>
  );
}
