import type { Line } from "@kompeten/shared/rich-text";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { RichTextView, spansOf } from "../rich-text-view.tsx";
import { type LineMark, markBetween, marksBetween, textOf } from "./marks.rules.ts";
import classes from "./text-history.module.css";

/** A state in the form it was written in, with what is new in it and what went away. */
export function MarkedText({ earlier, text }: { earlier: string; text: string }) {
  const { lines, gone } = useMemo(() => marksBetween(earlier, text), [earlier, text]);
  return (
    <RichTextView
      text={text}
      line={(line, index) => {
        const mark = lines.get(index);
        return mark ? <MarkedLine line={line} mark={mark} /> : spansOf(line);
      }}
      between={(from, next) => [...gone].flatMap(([at, words]) => (at >= from && at < next ? words.map((one, index) => <p key={`${at} ${index}`} className={classes.gone}><Deleted>{one}</Deleted></p>) : []))}
    />
  );
}

/** Words that are read as they were typed, without any notation. */
export function MarkedWords({ earlier, text }: { earlier: string; text: string }) {
  const mark = useMemo(() => markBetween(earlier, text), [earlier, text]);
  return <MarkedLine line={[{ text, bold: false, italic: false }]} mark={mark} />;
}

function MarkedLine({ line, mark: { from, to, removed } }: { line: Line; mark: LineMark }) {
  const { t } = useTranslation("text-history");
  return (
    <>
      {spansOf(part(line, 0, from))}
      {removed === "" ? null : <Deleted>{removed}</Deleted>}
      {to === from ? null : (
        <ins className={classes.added}>
          <span className={classes.label}>{t("added")}: </span>
          {spansOf(part(line, from, to))}
        </ins>
      )}
      {spansOf(part(line, to, textOf(line).length))}
    </>
  );
}

function Deleted({ children }: { children: ReactNode }) {
  const { t } = useTranslation("text-history");
  return (
    <del className={classes.removed}>
      <span className={classes.label}>{t("removed")}: </span>
      {children}
    </del>
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
