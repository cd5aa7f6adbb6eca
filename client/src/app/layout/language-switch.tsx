import { Fragment, useId } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { languages } from "../../words/types.ts";
import { changeLanguage } from "../i18n/language.ts";
import classes from "./language-switch.module.css";

/** Radio buttons in the look of Mantine's SegmentedControl, which would be 3 kB more before anybody can sign in. */
export function LanguageSwitch() {
  const { t, language: shown } = useTranslation();
  const name = useId();
  return (
    <div role="radiogroup" aria-label={t("language.label")} className={classes.root}>
      {languages.map((language) => (
        <Fragment key={language}>
          <input
            type="radio"
            className={classes.input}
            id={`${name}-${language}`}
            name={name}
            checked={language === shown}
            onChange={() => void changeLanguage(language)}
          />
          <label htmlFor={`${name}-${language}`} className={classes.label} data-active={language === shown || undefined}>
            {language.toUpperCase()}
          </label>
        </Fragment>
      ))}
    </div>
  );
}
