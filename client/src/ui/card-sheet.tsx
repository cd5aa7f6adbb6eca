import type { ReactNode } from "react";
import { Fragment } from "react";
import classes from "./card-sheet.module.css";

export type Card = {
  key: string;
  head: string;
  name: string;
  line: string;
  /** What is typed in by hand is set so that letters and digits are told apart. */
  facts: readonly { term: string; value: string; secret?: boolean }[];
  foot: string;
};
type Props = { caption: string; cards: readonly Card[]; /** What stands above them on the screen, and not on paper. */ children: ReactNode };

/** Cards to be printed on A4, cut and handed out. */
export function CardSheet({ caption, cards, children }: Props) {
  return (
    <>
      <div className={classes.screenOnly}>{children}</div>
      <ul className={classes.sheet} aria-label={caption}>
        {cards.map(({ key, head, name, line, facts, foot }) => (
          <li key={key}>
            <p className={classes.head}>{head}</p>
            <p className={classes.name}>{name}</p>
            <p>{line}</p>
            <dl>
              {facts.map(({ term, value, secret }) => (
                <Fragment key={term}>
                  <dt>{term}</dt>
                  <dd className={secret ? classes.secret : undefined}>{value}</dd>
                </Fragment>
              ))}
            </dl>
            <p>{foot}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
