import { useState } from "react";
import { useTranslation } from "../words/use-translation.ts";
import { initials } from "./format.ts";
import classes from "./person-photo.module.css";

type Props = {
  name: string;
  /** Where the photograph is. */
  path: string;
  /** Since when there is one; null without. A later one is another picture. */
  keptAtMs: number | null;
};

/** A person's photograph from the register, or their initials and why. */
export function PersonPhoto({ name, path, keptAtMs }: Props) {
  const { t } = useTranslation();
  const [failed, setFailed] = useState<number | null>(null);
  if (keptAtMs !== null && failed !== keptAtMs) return <img className={classes.photo} src={`${path}?sejak=${keptAtMs}`} alt={t("photo.of", { name })} onError={() => setFailed(keptAtMs)} />;
  const why = t(keptAtMs === null ? "photo.none" : "photo.failed");
  return (
    <figure className={classes.without}>
      <div className={classes.initials} role="img" aria-label={`${why} – ${name}`}>
        {initials(name)}
      </div>
      <figcaption>{why}</figcaption>
    </figure>
  );
}
