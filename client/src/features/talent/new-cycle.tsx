import type { CycleList } from "@kompeten/shared/contracts/talent";
import { Button, Group, Modal, Select, Stack, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { useCreateCycle } from "./queries.ts";

type Props = { configurations: CycleList["configurations"]; onCreated: (id: string) => void };

/** A title, a date and a configuration; the snapshot of everybody is computed at once. */
export function NewCycle({ configurations, onCreated }: Props) {
  const { t } = useTranslation("talent");
  const { t: common } = useTranslation();
  const [opened, modal] = useDisclosure(false);
  const [title, setTitle] = useState("");
  const [asOf, setAsOf] = useState(today);
  const [configurationId, setConfigurationId] = useState<string | null>(configurations[0]?.id ?? null);
  const create = useCreateCycle();
  const chosen = configurations.find((configuration) => configuration.id === configurationId);
  async function submit() {
    if (!configurationId) return;
    const { id } = await create.mutateAsync({ title: title.trim(), asOf, configurationId });
    modal.close();
    onCreated(id);
  }
  return (
    <>
      <Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={modal.open}>
        {t("new.open")}
      </Button>
      <Modal opened={opened} onClose={modal.close} title={t("new.title")} closeButtonProps={{ "aria-label": common("action.close") }}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void submit().catch(() => undefined);
          }}
        >
          <Stack gap="md">
            <TextInput label={t("new.name")} placeholder={t("new.namePlaceholder")} value={title} onChange={(event) => setTitle(event.currentTarget.value)} minLength={3} maxLength={200} required data-autofocus />
            <TextInput type="date" label={t("new.asOf")} description={t("new.asOfHelp")} value={asOf} onChange={(event) => setAsOf(event.currentTarget.value)} required />
            <Select
              label={t("new.configuration")}
              data={configurations.map((configuration) => ({ value: configuration.id, label: t("new.configurationOption", { title: configuration.title, version: configuration.version }) }))}
              value={configurationId}
              onChange={setConfigurationId}
              allowDeselect={false}
              required
            />
            {chosen ? (
              <Text size="sm" c="dimmed">
                {chosen.legalBasis}
              </Text>
            ) : null}
            {create.error ? <ProblemNotice error={create.error} namespace="talent" /> : null}
            <Group justify="flex-end" gap="sm">
              <Button variant="default" onClick={modal.close}>
                {common("action.cancel")}
              </Button>
              <Button type="submit" loading={create.isPending} disabled={title.trim().length < 3 || !configurationId}>
                {t("new.submit")}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}

function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
}
