import { IconAlertCircle } from "@tabler/icons-react";
import classes from "./field-error.module.css";

/** The error of a control that has none of its own; the control points here with aria-describedby. */
export function FieldError({ id, children }: { id: string; children: string | null | undefined }) {
  if (!children) return null;
  return (
    <p id={id} className={classes.root}>
      <IconAlertCircle size={16} stroke={1.8} aria-hidden />
      {children}
    </p>
  );
}
