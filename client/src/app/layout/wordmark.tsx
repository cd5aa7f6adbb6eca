import classes from "./wordmark.module.css";

type Props = { size?: "sm" | "lg"; inverted?: boolean; compact?: boolean };

/** The product's name as a mark. The drawing is decoration; the name is text. `compact` leaves only the drawing visible. */
export function Wordmark({ size = "sm", inverted = false, compact = false }: Props) {
  return (
    <span className={classes.root} data-size={size} data-inverted={inverted || undefined}>
      <svg viewBox="0 0 32 32" aria-hidden className={classes.mark}>
        <rect width="32" height="32" rx="8" className={classes.tile} />
        <path d="M10 7.5v17M10 17.2l9.6-9.7M13.8 13.6l8.4 10.9" className={classes.stroke} />
        <circle cx="23" cy="8" r="2.2" className={classes.dot} />
      </svg>
      <span className={classes.name} data-compact={compact || undefined}>
        Kompeten
      </span>
    </span>
  );
}
