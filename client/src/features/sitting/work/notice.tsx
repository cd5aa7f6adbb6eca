import type { ReactNode } from "react";
import classes from "./work-frame.module.css";

export function Notice({ text, tone = "caution", children }: { text: string; tone?: "caution" | "bad" | "good"; children?: ReactNode }) {
  return (
    <div className={classes.notice} data-tone={tone} role="status">
      <p>{text}</p>
      {children}
    </div>
  );
}
