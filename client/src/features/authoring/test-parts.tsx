import type { TestItem, TestPaper } from "@kompeten/shared/paper";
import { BlockView } from "../../ui/block-view.tsx";
import { formatPercent } from "../../ui/format.ts";
import { ItemBody } from "./item-body.tsx";
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
      return { id: `butir-${item.id}`, label: `${number}`, inner: "number", body: <Item item={item} number={number} answer={answer} />, ...(key ? { note: <ItemNote itemKey={key} names={names} /> } : {}) };
    }),
  ]);
}

function Item({ item, number, answer }: { item: TestItem; number: number; answer: TestKey | undefined }) {
  return (
    <>
      <h4 className={classes.itemHead}>
        {number} <span>{item.id}</span>
      </h4>
      {item.stimulus ? <BlockView blocks={item.stimulus} headingLevel={4} /> : null}
      <div className={classes.prompt}>
        <BlockView blocks={[{ type: "text", text: item.prompt }]} />
      </div>
      <ItemBody item={item} itemKey={answer?.items[item.id]} />
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
