import type { Line } from "@kompeten/shared/rich-text";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { RichTextView, spansOf } from "../rich-text-view.tsx";
import { type LineMark, marksBetween, textOf } from "./marks.rules.ts";
import classes from "./text-history.module.css";

/** A state in the form it was written in, with what is new in it and what went away. */
export function MarkedText({ earlier, text }: { earlier: string; text: string }) {
  const { t } = useTranslation("text-history");
  const { lines, gone } = useMemo(() => marksBetween(earlier, text), [earlier, text]);
  const deleted = (words: ReactNode) => (
    <del>
      <span className={classes.label}>{t("removed")}: </span>
      {words}
    </del>
  );

  function marked(line: Line, { from, to, removed }: LineMark): ReactNode {
    return (
      <>
        {spansOf(part(line, 0, from))}
        {removed === "" ? null : deleted(removed)}
        {to === from ? null : (
          <ins>
            <span className={classes.label}>{t("added")}: </span>
            {spansOf(part(line, from, to))}
          </ins>
        )}
        {spansOf(part(line, to, textOf(line).length))}
      </>
    );
  }
  return (
    <RichTextView
      text={text}
      line={(line, index) => {
        const mark = lines.get(index);
        return mark ? marked(line, mark) : spansOf(line);
      }}
      between={(from, next) => [...gone].flatMap(([at, words]) => (at >= from && at < next ? words.map((one, index) => <p key={`${at} ${index}`} className={classes.gone}>{deleted(one)}</p>) : []))}
    />
  );
}

/** From one place in the line's words to another, as bold and italic as it was. */
function part(line: Line, from: number, to: number): Line {
  let at = 0;
  return line.flatMap((span) => {
    const start = at;
    at += span.text.length;
    const text = span.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    return text === "" ? [] : [{ ...span, text }];
  });
}
