import { type PropsWithChildren, useEffect, useId, useRef } from "react";
import classes from "./dialog.module.css";

type Props = PropsWithChildren<{ opened: boolean; onClose: () => void; title: string; wide?: boolean }>;

/** The browser's own modal dialog: it keeps the focus, closes on Escape and weighs nothing in what a candidate downloads. */
export function Dialog({ opened, onClose, title, wide = false, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog || dialog.open === opened) return;
    if (opened) dialog.showModal();
    else dialog.close();
  }, [opened]);
  return (
    <dialog ref={ref} className={classes.root} data-wide={wide || undefined} aria-labelledby={titleId} onClose={onClose}>
      <h2 id={titleId} className={classes.title}>
        {title}
      </h2>
      {opened ? children : null}
    </dialog>
  );
}
