import type { TestItem, TestPaper } from "@kompeten/shared/paper";
import { IconCheck } from "@tabler/icons-react";
import { BlockView } from "../../ui/block-view.tsx";
import { formatNumber, formatPercent } from "../../ui/format.ts";
import { ItemNote } from "./key-notes.tsx";
import type { Key, Names, Part, Translate } from "./paper-view.tsx";
import classes from "./paper.module.css";

type TestKey = Extract<Key, { kind: "test" }>;

export function testParts(paper: TestPaper, answer: TestKey | undefined, names: Names, t: Translate): Part[] {
  let number = 0;
  return paper.sections.flatMap((section, index): Part[] => [
    {
      id: `bagian-${section.id}`,
      label: section.title,
      body: (
        <>
          <h3>{section.title}</h3>
          <p className={classes.meta}>
            {t("test.items", { count: section.items.length })} · {t(section.shuffleItems ? "test.shuffled" : "test.fixed")}
          </p>
          <BlockView blocks={section.instructions} headingLevel={4} />
        </>
      ),
      ...(index === 0 && answer?.levelBands ? { note: <Bands answer={answer} t={t} /> } : {}),
    },
    ...section.items.map((item): Part => {
      number += 1;
      const key = answer?.items[item.id];
      return { id: `butir-${item.id}`, label: `${number}`, inner: "number", body: <Item item={item} number={number} answer={answer} t={t} />, ...(key ? { note: <ItemNote itemKey={key} names={names} /> } : {}) };
    }),
  ]);
}

function Item({ item, number, answer, t }: { item: TestItem; number: number; answer: TestKey | undefined; t: Translate }) {
  const key = answer?.items[item.id];
  return (
    <>
      <h4 className={classes.itemHead}>
        {number} <span>{item.id}</span>
      </h4>
      {item.stimulus ? <BlockView blocks={item.stimulus} headingLevel={4} /> : null}
      <div className={classes.prompt}>
        <BlockView blocks={[{ type: "text", text: item.prompt }]} />
      </div>
      <ol className={classes.options}>
        {item.options.map((option) => {
          const right = key?.interaction === "choice" && key.correct === option.id;
          const value = key?.interaction === "best-worst" ? key.effectiveness[option.id] : undefined;
          return (
            <li key={option.id} data-right={right || undefined}>
              <span className={classes.optionId}>{option.id}</span>
              <span>
                {option.text}{" "}
                {right ? (
                  <strong className={classes.right}>
                    <IconCheck size={16} stroke={2.2} aria-hidden /> {t("key.correctOption")}
                  </strong>
                ) : null}
                {value === undefined ? null : <strong className={classes.right}>{t("key.effectivenessOf", { value: formatNumber(value) })}</strong>}
              </span>
            </li>
          );
        })}
      </ol>
    </>
  );
}

function Bands({ answer, t }: { answer: TestKey; t: Translate }) {
  return (
    <>
      <h4>{t("key.bands")}</h4>
      <ul className={classes.bands}>
        {answer.levelBands?.map((share, index) => <li key={share}>{t("key.bandsFrom", { level: index + 2, share: formatPercent(share * 100, 0) })}</li>)}
      </ul>
      {answer.levelBandsBasis ? <p>{answer.levelBandsBasis}</p> : null}
    </>
  );
}
