import { parseRichText } from "@kompeten/shared/rich-text";
import type { RefObject } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import classes from "./case.module.css";

/** The headings of the answer, to go to by one press; nothing while there are none. */
export function Outline({ text, area }: { text: string; area: RefObject<HTMLElement | null> }) {
  const { t } = useTranslation("case");
  const headings = parseRichText(text).flatMap((block) => (block.type === "heading" ? [block] : []));
  if (headings.length === 0) return null;
  return (
    <details className={classes.outline}>
      <summary>{t("outline")}</summary>
      <ol>
        {headings.map(({ level, line }, index) => (
          <li key={index} data-level={level}>
            <button type="button" onClick={() => area.current && goToHeading(area.current, index)}>
              {line.map((span) => span.text).join("")}
            </button>
          </li>
        ))}
      </ol>
    </details>
  );
}

function goToHeading(area: HTMLElement, index: number): void {
  const editor = area.querySelector<HTMLElement>("[role=textbox]");
  const heading = editor?.querySelectorAll("h1, h2, h3")[index];
  if (!editor || !heading) return;
  editor.focus();
  document.getSelection()?.setPosition(heading, 0);
  heading.scrollIntoView({ block: "center" });
}
