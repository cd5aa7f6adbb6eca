import { type PropsWithChildren, useEffect, useId, useRef } from "react";
import lobbyClasses from "../lobby/lobby.module.css";
import classes from "./before-the-day.module.css";

type Props = PropsWithChildren<{
  title: string;
  /** Comes in place of what was pressed and is gone: its heading takes the focus. */
  replaces?: boolean;
}>;

/** A framed part of these pages, under its heading. */
export function Part({ title, replaces = false, children }: Props) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (replaces) heading.current?.focus();
  }, [replaces]);
  return (
    <section className={`${lobbyClasses.panel} ${classes.part}`} aria-labelledby={id}>
      <h2 id={id} ref={heading} {...(replaces ? { tabIndex: -1 } : {})} className={classes.title}>
        {title}
      </h2>
      {children}
    </section>
  );
}
