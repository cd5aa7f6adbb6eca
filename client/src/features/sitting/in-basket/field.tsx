import { type ReactNode, useId } from "react";
import classes from "./in-basket.module.css";

/** A label and its control, which gets the id to be labelled by. */
export function Field({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className={classes.field}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}
