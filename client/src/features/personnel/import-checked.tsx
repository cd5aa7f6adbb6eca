import type { ImportBatchView } from "@kompeten/shared/contracts/personnel";
import { Alert, Button, Group, Paper, SimpleGrid, Stack, Tabs, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "../../words/use-translation.ts";
import { errorText } from "../../api/errors.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { formatNumber } from "../../ui/format.ts";
import { ImportChanges } from "./import-changes.tsx";
import { ImportProblems } from "./import-problems.tsx";
import { useConfirmImport, useDiscardImport } from "./queries.ts";

type Props = { batch: ImportBatchView; onAnother: () => void };

/** What checking found. Nothing is in the register yet. */
export function ImportChecked({ batch, onAnother }: Props) {
  const { t } = useTranslation("personnel");
  const confirm = useConfirmImport(batch.id);
  const discard = useDiscardImport(batch.id);
  const { counts } = batch;
  const writes = counts.new + counts.changed;
  const shown = ["rows", "new", "changed", "unchanged", "rowsWithErrors", "warnings"] as const;
  const consequence = [t("import.confirm.text", { new: counts.new, changed: counts.changed }), ...(counts.rowsWithErrors > 0 ? [t("import.confirm.skipped", { count: counts.rowsWithErrors })] : [])].join(" ");
  return (
    <Stack gap="md">
      <Text>{t("import.of", { name: batch.fileName })}</Text>
      <SimpleGrid component="ul" cols={{ base: 2, sm: 3, lg: 6 }} spacing="sm" m={0} p={0} style={{ listStyle: "none" }}>
        {shown.map((name) => (
          <Paper component="li" key={name} withBorder px="md" py="xs">
            <Text size="sm" c="dimmed">
              {t(`import.count.${name}`)}
            </Text>
            <Text fz="h2" fw={600} {...(name === "rowsWithErrors" && counts[name] > 0 ? { c: "var(--mantine-color-error)" } : {})}>
              {formatNumber(counts[name])}
            </Text>
          </Paper>
        ))}
      </SimpleGrid>
      {counts.rowsWithErrors > 0 ? (
        <Alert color="yellow" icon={<IconAlertTriangle size={20} stroke={1.8} />} title={t("import.errors.title", { count: counts.rowsWithErrors })}>
          {t(writes > 0 ? "import.errors.text" : "import.errors.none")}
        </Alert>
      ) : null}
      <Group gap="sm">
        {writes > 0 ? (
          <ConfirmButton
            title={t("import.confirm.title")}
            consequence={consequence}
            confirmLabel={t("import.confirm.button", { count: writes })}
            pending={confirm.isPending}
            error={confirm.error ? errorText(confirm.error, "personnel") : undefined}
            onConfirm={() => confirm.mutateAsync(counts.rowsWithErrors > 0)}
          >
            {t(counts.rowsWithErrors > 0 ? "import.confirm.withoutErrors" : "import.confirm.button", { count: writes })}
          </ConfirmButton>
        ) : counts.rowsWithErrors === 0 ? (
          <Text>{t("import.nothing")}</Text>
        ) : null}
        <Button variant="default" loading={discard.isPending} onClick={() => discard.mutate(undefined, { onSettled: onAnother })}>
          {t("import.another")}
        </Button>
      </Group>
      <Tabs defaultValue={batch.problems.length > 0 ? "problems" : "changes"} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="problems">{t("import.tab.problems", { count: counts.errors + counts.warnings })}</Tabs.Tab>
          <Tabs.Tab value="changes">{t("import.tab.changes", { count: writes })}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="problems">
          <ImportProblems problems={batch.problems} total={counts.errors + counts.warnings} />
        </Tabs.Panel>
        <Tabs.Panel value="changes">
          <ImportChanges changes={batch.changes} total={writes} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
