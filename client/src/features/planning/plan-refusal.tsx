import { useTranslation } from "../../words/use-translation.ts";
import { errorText } from "../../api/errors.ts";
import { ApiProblem } from "../../api/problem.ts";
import { Alert, Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import classes from "./planning.module.css";
import { reasonsOf } from "./problem-text.ts";

/** After these what the page shows is no longer what is true. */
const stale = ["changed-meanwhile", "not-draft", "closed", "unknown-sitting", "unknown-candidate", "already-enrolled"];

/** In a long form or panel the refusal may lie out of sight of the button that was pressed. */
const showIt = (node: HTMLElement | null) => node?.scrollIntoView({ block: "nearest" });

/** Why a change was refused; where somebody else was faster, with the way to the newest state. */
export function PlanRefusal({ error, onReload }: { error: unknown; onReload: () => void }) {
  const { t } = useTranslation("planning");
  if (!error) return null;
  const reasons = reasonsOf(error);
  return (
    <Alert ref={showIt} role="alert" color="red" variant="light" icon={<IconAlertTriangle size={20} stroke={1.8} />}>
      {errorText(error, "planning")}
      {reasons.length > 0 ? (
        <ul className={classes.reasons}>
          {reasons.slice(0, 10).map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
          {reasons.length > 10 ? <li>{t("problems.more", { count: reasons.length - 10 })}</li> : null}
        </ul>
      ) : null}
      {error instanceof ApiProblem && stale.includes(error.code) ? (
        <div className={classes.reload}>
          <Button size="xs" variant="default" onClick={onReload}>
            {t("steps.reload")}
          </Button>
        </div>
      ) : null}
    </Alert>
  );
}
