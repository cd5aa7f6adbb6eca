import { type Line, parseRichText, type RichBlock } from "@kompeten/shared/rich-text";
import { Fragment } from "react";
import { useTranslation } from "../words/use-translation.ts";
import classes from "./block-view.module.css";
import scroll from "./scroll-table.module.css";

/** A written answer as it was formed; no markup is trusted, because there is none. */
export function RichTextView({ text }: { text: string }) {
  const { t } = useTranslation();
  return (
    // Answers are asked for in Indonesian, whatever language the interface speaks (WCAG 3.1.2).
    <div className={classes.root} lang="id">
      {parseRichText(text).map((block, index) => (
        <Fragment key={index}>{view(block, `${t("table.written")} ${index + 1}`)}</Fragment>
      ))}
    </div>
  );
}

function view(block: RichBlock, label: string) {
  switch (block.type) {
    case "heading":
      return <h3 className={classes.heading}>{spans(block.line)}</h3>;
    case "paragraph":
      return <p className={classes.paragraph}>{spans(block.line)}</p>;
    case "list": {
      const List = block.ordered ? "ol" : "ul";
      return (
        <List className={classes.list}>
          {block.items.map((item, index) => (
            <li key={index}>{spans(item)}</li>
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
                    {spans(cell)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((cells, index) => (
                <tr key={index}>
                  {cells.map((cell, column) => (
                    <td key={column}>{spans(cell)}</td>
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

function spans(line: Line) {
  return line.map(({ text, bold, italic }, index) => {
    const inner = italic ? <em>{text}</em> : text;
    return <Fragment key={index}>{bold ? <strong>{inner}</strong> : inner}</Fragment>;
  });
}
