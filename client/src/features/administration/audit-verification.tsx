import { Alert, Button, Code, Group, Text } from "@mantine/core";
import { IconCircleCheck, IconLinkOff, IconShieldCheck } from "@tabler/icons-react";
import { useTranslation } from "../../words/use-translation.ts";
import { useSession } from "../../api/session.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { formatDateTime, formatNumber } from "../../ui/format.ts";
import { useVerification } from "./queries.ts";

/** Recomputes the chain on demand, and says what that proves. */
export function AuditVerificationBar() {
  const { t } = useTranslation("administration");
  const verify = useVerification();
  const { timeZone } = useSession().agency;
  const result = verify.data;
  return (
    <div style={{ marginBottom: "1rem" }}>
      {verify.error ? <ProblemNotice error={verify.error} /> : null}
      <Group gap="md" mb={result ? "sm" : 0}>
        <Button variant="light" size="sm" loading={verify.isPending} leftSection={<IconShieldCheck size={18} stroke={1.7} />} onClick={() => verify.mutate()}>
          {t("verification.button")}
        </Button>
        <Text size="sm" c="dimmed" maw={640}>
          {t("verification.explain")}
        </Text>
      </Group>
      {result ? (
        <Alert role="status" color={result.holds ? "green" : "red"} icon={result.holds ? <IconCircleCheck size={20} /> : <IconLinkOff size={20} />} title={t(result.holds ? "verification.holds" : "verification.broken")}>
          {result.broken
            ? t(`verification.reason.${result.broken.reason}`, { seq: formatNumber(result.broken.seq) })
            : t("verification.checked", { count: result.entries, at: formatDateTime(result.checkedAt, timeZone) })}
          {result.holds && result.entries > 0 ? (
            <Text size="sm" mt={4}>
              {t("verification.lastHash")} <Code style={{ overflowWrap: "anywhere" }}>{result.lastHash}</Code>
            </Text>
          ) : null}
        </Alert>
      ) : null}
    </div>
  );
}
