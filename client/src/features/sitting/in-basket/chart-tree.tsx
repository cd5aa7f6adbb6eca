import type { InBasketPaper } from "@kompeten/shared/paper";
import { useTranslation } from "../../../words/use-translation.ts";
import classes from "./in-basket.module.css";

type People = InBasketPaper["organisationChart"];

/** Who reports to whom, as nested lists: a tree that reads well aloud and on a phone. */
export function ChartTree({ people }: { people: People }) {
  const { t } = useTranslation("in-basket");
  const ids = new Set(people.map((person) => person.id));
  return (
    <>
      <h2 className={classes.pageTitle}>{t("tab.chart")}</h2>
      <Branch people={people} own={people.filter((person) => person.reportsTo === undefined || !ids.has(person.reportsTo))} />
    </>
  );
}

function Branch({ people, own }: { people: People; own: People }) {
  return (
    <ul className={classes.tree}>
      {own.map((person) => {
        const below = people.filter((other) => other.reportsTo === person.id);
        return (
          <li key={person.id}>
            <div className={classes.person}>
              <strong>{person.name}</strong>
              <span>{person.position}</span>
            </div>
            {below.length > 0 ? <Branch people={people} own={below} /> : null}
          </li>
        );
      })}
    </ul>
  );
}
