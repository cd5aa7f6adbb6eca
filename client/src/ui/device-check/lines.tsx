import { checkedLines, verdictsOf, type DeviceFindings } from "@kompeten/shared/contracts/device-check-rules";
import { useTranslation } from "../../words/use-translation.ts";
import { StatusBadge } from "../status-badge.tsx";
import { adviceTexts, foundTexts, verdictTone } from "./found.ts";
import classes from "./lines.module.css";

/** The lines of a device check, each with its verdict, what was found, and what to do. */
export function DeviceCheckLines({ findings }: { findings: DeviceFindings }) {
  const { t } = useTranslation("device-check");
  const verdicts = verdictsOf(findings);
  return (
    <ul className={classes.lines}>
      {checkedLines.map((line) => (
        <li key={line} className={classes.line}>
          <div className={classes.head}>
            <h3 className={classes.name}>{t(`line.${line}`)}</h3>
            <StatusBadge size="lg" tone={verdictTone[verdicts[line]]}>
              {t(`verdict.${verdicts[line]}`)}
            </StatusBadge>
          </div>
          {foundTexts(t, line, findings).map((text) => (
            <p key={text} className={classes.found}>
              {text}
            </p>
          ))}
          {adviceTexts(t, line, findings).map((text) => (
            <p key={text} className={classes.advice}>
              {text}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}
