import { Alert, Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

type Props = { text: string; title?: string; onRetry?: () => void };

/** Why something did not work, announced as soon as it appears. For an error as it was thrown, see app/problem-notice. */
export function ErrorNotice({ text, title, onRetry }: Props) {
  const { t } = useTranslation();
  return (
    <Alert role="alert" color="red" variant="light" icon={<IconAlertTriangle size={20} stroke={1.8} />} title={title}>
      {text}
      {onRetry ? (
        <div style={{ marginTop: "0.75rem" }}>
          <Button size="xs" variant="default" onClick={onRetry}>
            {t("action.retry")}
          </Button>
        </div>
      ) : null}
    </Alert>
  );
}
