import { useTranslation } from "react-i18next";
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
