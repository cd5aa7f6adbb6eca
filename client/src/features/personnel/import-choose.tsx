import type { FileFormat } from "@kompeten/shared/contracts/personnel";
import { Button, Card, Group, List, Stack, Text, Title } from "@mantine/core";
import { IconFileDownload } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { apiDownload } from "../../api/files.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { FileDropzone } from "../../ui/file-dropzone.tsx";
import { useCheckFile } from "./queries.ts";

const bytesMax = 10_000_000;
const templates = { pegawai: "/api/employees/template", predikat: "/api/employees/performance-template" } as const;

type Props = { kind: keyof typeof templates; onChecked: (batchId: string) => void };

export function ImportChoose({ kind, onChecked }: Props) {
  const { t } = useTranslation("personnel");
  const [file, setFile] = useState<File | null>(null);
  const check = useCheckFile(kind);
  const template = useMutation({ mutationFn: (format: FileFormat) => apiDownload(templates[kind], `templat-${kind}.${format}`, { query: { format } }) });
  return (
    <Stack gap="md" maw={760}>
      <Card withBorder padding="md">
        <Title order={2} size="h4" mb="xs">
          {t("import.prepare.title")}
        </Title>
        <List size="sm" spacing={4}>
          <List.Item>{t(`import.prepare.${kind}`)}</List.Item>
          <List.Item>{t("import.prepare.nip")}</List.Item>
          {kind === "pegawai" ? <List.Item>{t("import.prepare.missing")}</List.Item> : null}
          <List.Item>{t("import.prepare.limit")}</List.Item>
        </List>
        <Group gap="xs" mt="sm">
          {(["xlsx", "csv"] as const).map((format) => (
            <Button key={format} size="xs" variant="default" leftSection={<IconFileDownload size={16} stroke={1.7} />} onClick={() => template.mutate(format)}>
              {t(`import.template.${format}`)}
            </Button>
          ))}
        </Group>
      </Card>
      {template.error ? <ProblemNotice error={template.error} /> : null}
      {check.error ? <ProblemNotice error={check.error} namespace="personnel" title={t("import.refused")} /> : null}
      <FileDropzone label={t("import.file")} accept={[".xlsx", ".csv"]} maxBytes={bytesMax} file={file} onChange={setFile} disabled={check.isPending} />
      <Group>
        <Button disabled={file === null} loading={check.isPending} onClick={() => file && check.mutate(file, { onSuccess: (batch) => onChecked(batch.id) })}>
          {t("import.check")}
        </Button>
        <Text size="sm" c="dimmed">
          {t("import.checkHint")}
        </Text>
      </Group>
    </Stack>
  );
}
