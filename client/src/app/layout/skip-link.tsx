import { useTranslation } from "../../words/use-translation.ts";
import classes from "./layout.module.css";

export const contentId = "isi";

export function SkipLink() {
  const { t } = useTranslation();
  return (
    <a className={classes.skip} href={`#${contentId}`}>
      {t("nav.skip")}
    </a>
  );
}
