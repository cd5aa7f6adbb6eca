import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "../words/use-translation.ts";
import classes from "./error-notice.module.css";

type Props = { text: string; title?: string; onRetry?: () => void };

/** Why something did not work, announced as soon as it appears. For an error as it was thrown, see app/problem-notice. */
export function ErrorNotice({ text, title, onRetry }: Props) {
  const { t } = useTranslation();
  return (
    // In the look of Mantine's Alert, which candidates would have to download before anything has gone wrong.
    <div role="alert" className={classes.root}>
      <IconAlertTriangle size={20} stroke={1.8} className={classes.icon} aria-hidden />
      <div className={classes.body}>
        {title ? <p className={classes.title}>{title}</p> : null}
        {text}
        {onRetry ? (
          <div className={classes.retry}>
            <Button size="xs" variant="default" onClick={onRetry}>
              {t("action.retry")}
            </Button>
          </div>
        ) : null}
      </div>
    </div>
  );
}
