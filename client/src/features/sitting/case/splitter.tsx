import type { KeyboardEvent, PointerEvent } from "react";
import classes from "./case.module.css";
import { type Split, splitMax, splitMin } from "./use-split.ts";

/** The line between dossier and answers: dragged, or moved with the arrows. */
export function Splitter({ split, label }: { split: Split; label: string }) {
  function drag(event: PointerEvent<HTMLDivElement>) {
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (box && event.currentTarget.hasPointerCapture(event.pointerId)) split.set(((event.clientX - box.left) / box.width) * 100);
  }
  function press(event: KeyboardEvent) {
    if (event.key === "ArrowLeft") split.set(split.percent - 5);
    else if (event.key === "ArrowRight") split.set(split.percent + 5);
    else return;
    event.preventDefault();
  }
  return (
    // A separator that takes the focus is a widget (ARIA 1.2); the lint rule knows only the other kind.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={split.percent}
      aria-valuemin={splitMin}
      aria-valuemax={splitMax}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className={classes.splitter}
      onKeyDown={press}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
    />
  );
}
