import { IconCheck } from "@tabler/icons-react";
import { useTranslation } from "../../words/use-translation.ts";
import classes from "./import-steps.module.css";

const steps = ["choose", "check", "done"] as const;

/** Where the reader is; the steps follow from what they do, so there is nothing to press. */
export function ImportSteps({ current }: { current: number }) {
  const { t } = useTranslation("personnel");
  return (
    <ol className={classes.steps} aria-label={t("import.steps")}>
      {steps.map((step, index) => (
        <li key={step} data-state={index < current ? "done" : index === current ? "current" : "ahead"} {...(index === current ? { "aria-current": "step" as const } : {})}>
          <span className={classes.mark} aria-hidden>
            {index < current ? <IconCheck size={16} stroke={2.4} /> : index + 1}
          </span>
          {t(`import.step.${step}`)}
        </li>
      ))}
    </ol>
  );
}
