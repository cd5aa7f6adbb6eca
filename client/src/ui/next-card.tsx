import type { Icon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./next-card.module.css";

type Props = {
  icon: Icon;
  title: string;
  text: string;
  /** The figure that matters, with its unit: "3 sesi". */
  figure?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** Two columns where there are several: for a list. */
  wide?: boolean;
};

/** One thing that waits for this person, on the home page. */
export function NextCard({ icon: Glyph, title, text, figure, children, action, wide }: Props) {
  return (
    <section className={classes.root} data-wide={wide}>
      <div className={classes.head}>
        <span className={classes.icon} aria-hidden>
          <Glyph size={20} stroke={1.6} />
        </span>
        <h2 className={classes.title}>{title}</h2>
        {figure ? <span className={classes.figure}>{figure}</span> : null}
      </div>
      <p className={classes.text}>{text}</p>
      {children}
      {action ? <div className={classes.action}>{action}</div> : null}
    </section>
  );
}

type Item = { key: string; head: ReactNode; note: string; figures?: string };

/** Several such things on one card, each with where it leads and what it is. */
export function NextList({ label, items }: { label: string; items: readonly Item[] }) {
  return (
    <ul className={classes.list} aria-label={label}>
      {items.map(({ key, head, note, figures }) => (
        <li key={key}>
          {head}
          {figures ? <span>{figures}</span> : null}
          <span className={classes.note}>{note}</span>
        </li>
      ))}
    </ul>
  );
}
