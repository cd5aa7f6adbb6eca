import { useTranslation } from "../../../words/use-translation.ts";
import classes from "./item.module.css";
import type { Struck } from "./struck.ts";

export function StrikeSwitch({ struck }: { struck: Struck }) {
  const { t } = useTranslation("sitting");
  return (
    <label className={classes.strikeSwitch}>
      <input type="checkbox" checked={struck.active} onChange={struck.toggleActive} />
      <span>{t("test.strike.on")}</span>
    </label>
  );
}
