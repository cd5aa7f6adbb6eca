import type { Block } from "@kompeten/shared/paper";
import { type ComponentType, Fragment, lazy, Suspense } from "react";
import classes from "./block-view.module.css";
import { ChartFigure } from "./chart-figure.tsx";
import { patient } from "./patient.ts";
import { ScrollTable, type TableProps } from "./scroll-table.tsx";

// Few papers have pictures; whoever reads none waits for none.
const BlockImage = lazy(patient(() => import("./block-image.tsx")));

type Props = {
  blocks: readonly Block[];
  /** The level of the blocks' headings, one below the heading they stand under. */
  headingLevel?: 2 | 3 | 4;
  /** How tables are shown: given by who wants more of them than reading. */
  table?: ComponentType<TableProps>;
};

/** A paper's document as the candidate reads it, and as the author previews it: plain data in, no markup trusted. */
export function BlockView({ blocks, headingLevel = 3, table = ScrollTable }: Props) {
  return (
    // Instruments are written in Indonesian, whatever language the interface speaks (WCAG 3.1.2).
    <div className={classes.root} lang="id">
      {blocks.map((block, index) => (
        // A published paper never changes, so a block's place identifies it.
        <Fragment key={index}>{view(block, headingLevel, table)}</Fragment>
      ))}
    </div>
  );
}

function view(block: Block, level: 2 | 3 | 4, Table: ComponentType<TableProps>) {
  switch (block.type) {
    case "heading": {
      const Heading = `h${level}` as const;
      return <Heading className={classes.heading}>{block.text}</Heading>;
    }
    case "text":
      return <Paragraphs text={block.text} />;
    case "list": {
      const List = block.ordered ? "ol" : "ul";
      return (
        <List className={classes.list}>
          {block.items.map((item, index) => (
            <li key={index}>{item}</li>
          ))}
        </List>
      );
    }
    case "table":
      return (
        <div>
          <Table caption={block.caption} columns={block.columns} rows={block.rows} />
          {block.note ? <p className={classes.note}>{block.note}</p> : null}
        </div>
      );
    case "image":
      return (
        <Suspense fallback={<div style={{ width: `min(100%, ${block.width}px)`, aspectRatio: `${block.width} / ${block.height}` }} />}>
          <BlockImage image={block} />
        </Suspense>
      );
    case "chart":
      return <ChartFigure chart={block} />;
  }
}

/** A blank line starts a new paragraph; a single line break is kept, as in an address or a signature. */
function Paragraphs({ text }: { text: string }) {
  return text.split(/\n\s*\n/).map((paragraph, index) => (
    <p key={index} className={classes.paragraph}>
      {paragraph}
    </p>
  ));
}
