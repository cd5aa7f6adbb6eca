import classes from "./item.module.css";

/** A question; a blank line starts a new paragraph, a single line break is kept. */
export function Prompt({ text }: { text: string }) {
  return text.split(/\n\s*\n/).map((paragraph, index) => (
    <span key={index} lang="id" className={classes.paragraph}>
      {paragraph}
    </span>
  ));
}
