import type { Icon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./empty-state.module.css";

type Props = {
  icon: Icon;
  title: string;
  text?: string;
  /** The next step, if there is one to take. */
  action?: ReactNode;
  /** The title's element; "h1" where this is the whole page. */
  as?: "h1" | "h2" | "h3";
};

/** Says what is missing, why, and what to do next. */
export function EmptyState({ icon: Glyph, title, text, action, as: Heading = "h2" }: Props) {
  return (
    <div className={classes.root}>
      <span className={classes.icon} aria-hidden>
        <Glyph size={28} stroke={1.5} />
      </span>
      <Heading className={classes.title}>{title}</Heading>
      {text ? <p className={classes.text}>{text}</p> : null}
      {action ? <div className={classes.action}>{action}</div> : null}
    </div>
  );
}
