import { Alert, Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { errorText } from "../api/errors.ts";

type Props = {
  error: unknown;
  /** The feature's namespace, if its catalogue has words of its own for this refusal. */
  namespace?: string;
  title?: string;
  onRetry?: () => void;
};

/** Says in the reader's language why something did not work. Announced as soon as it appears. */
export function ErrorNotice({ error, namespace, title, onRetry }: Props) {
  const { t } = useTranslation();
  return (
    <Alert role="alert" color="red" variant="light" icon={<IconAlertTriangle size={20} stroke={1.8} />} title={title}>
      {errorText(error, namespace)}
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
