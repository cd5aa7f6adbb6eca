import { type Line, parseRichText, type RichBlock } from "@kompeten/shared/rich-text";
import { Fragment, type ReactNode } from "react";
import { useTranslation } from "../words/use-translation.ts";
import classes from "./block-view.module.css";
import scroll from "./scroll-table.module.css";

type Props = {
  text: string;
  /** Shows a line, the `index`th heading, paragraph, item or cell of the text; plainly, if it is not said how. */
  line?: (line: Line, index: number) => ReactNode;
  /** What is to be shown before the block whose lines begin at `index`, or, with the number of all lines, at the end. */
  between?: (index: number, next: number) => ReactNode;
};

/** A written answer as it was formed; no markup is trusted, because there is none. */
export function RichTextView({ text, line = spansOf, between = () => null }: Props) {
  const { t } = useTranslation();
  const blocks = numbered(text);
  const end = blocks.at(-1)?.next ?? 0;
  return (
    // Answers are asked for in Indonesian, whatever language the interface speaks (WCAG 3.1.2).
    <div className={classes.root} lang="id">
      {blocks.map(({ block, from, next }, index) => (
        <Fragment key={index}>
          {between(from, next)}
          {view(block, `${t("table.written")} ${index + 1}`, (own, at) => line(own, from + at))}
        </Fragment>
      ))}
      {between(end, end + 1)}
    </div>
  );
}

/** Each block with the number of its first line, and of the first one after it. */
function numbered(text: string): { block: RichBlock; from: number; next: number }[] {
  let next = 0;
  return parseRichText(text).map((block) => {
    const from = next;
    next += block.type === "list" ? block.items.length : block.type === "table" ? block.rows.flat().length : 1;
    return { block, from, next };
  });
}

function view(block: RichBlock, label: string, spans: (line: Line, at: number) => ReactNode) {
  switch (block.type) {
    case "heading":
      return <h3 className={classes.heading}>{spans(block.line, 0)}</h3>;
    case "paragraph":
      return <p className={classes.paragraph}>{spans(block.line, 0)}</p>;
    case "list": {
      const List = block.ordered ? "ol" : "ul";
      return (
        <List className={classes.list}>
          {block.items.map((item, index) => (
            <li key={index}>{spans(item, index)}</li>
          ))}
        </List>
      );
    }
    case "table": {
      const [head = [], ...rows] = block.rows;
      return (
        // What scrolls must be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <section className={scroll.scroll} tabIndex={0} aria-label={label}>
          <table className={scroll.table}>
            <thead>
              <tr>
                {head.map((cell, index) => (
                  <th key={index} scope="col">
                    {spans(cell, index)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((cells, index) => (
                <tr key={index}>
                  {cells.map((cell, column) => (
                    <td key={column}>{spans(cell, block.rows.slice(0, index + 1).flat().length + column)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      );
    }
  }
}

export function spansOf(line: Line): ReactNode {
  return line.map(({ text, bold, italic }, index) => {
    const inner = italic ? <em>{text}</em> : text;
    return <Fragment key={index}>{bold ? <strong>{inner}</strong> : inner}</Fragment>;
  });
}
