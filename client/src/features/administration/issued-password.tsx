import { Alert, Button, Code, CopyButton, Group, Stack, Text } from "@mantine/core";
import { IconCheck, IconCopy, IconKey } from "@tabler/icons-react";
import { useTranslation } from "../../words/use-translation.ts";
import { Dl } from "../../ui/dl.tsx";

/** Shown once: the server keeps only its hash. */
export function IssuedPassword({ login, password }: { login: string; password: string }) {
  const { t } = useTranslation("administration");
  return (
    <Alert role="status" color="teal" icon={<IconKey size={20} stroke={1.8} />} title={t("password.title")}>
      <Stack gap="sm">
        <Text size="sm">{t("password.once")}</Text>
        <Dl
          items={[
            { term: t("accounts.column.login"), value: <Code fz="md">{login}</Code> },
            { term: t("password.value"), value: <Code fz="md">{password}</Code> },
          ]}
        />
        <Group>
          <CopyButton value={`${login}\t${password}`}>
            {({ copied, copy }) => (
              <Button size="xs" variant="default" onClick={copy} leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}>
                {t(copied ? "password.copied" : "password.copy")}
              </Button>
            )}
          </CopyButton>
        </Group>
      </Stack>
    </Alert>
  );
}
