import { roles } from "@kompeten/shared/contracts/permissions";
import { Alert, Button, Checkbox, Group, Modal, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { IssuedPassword } from "./issued-password.tsx";
import { agencyAskedAbout, OtherAgencyQuestion } from "./other-agency-question.tsx";
import { type NewAccountForm, useCreateAccount } from "./queries.ts";

const empty: NewAccountForm = { login: "", name: "", roles: [], basis: "", validUntil: "", acceptOtherAgency: false };

type Props = { opened: boolean; onClose: () => void };

export function NewAccountModal({ opened, onClose }: Props) {
  const { t } = useTranslation(["administration", "common"]);
  return (
    <Modal opened={opened} onClose={onClose} title={t("accounts.new.title")} size="lg" closeButtonProps={{ "aria-label": t("common:action.close") }}>
      {/* Inside the modal, so that closing it forgets the password it showed. */}
      <NewAccount onClose={onClose} />
    </Modal>
  );
}

function NewAccount({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(["administration", "common"]);
  const create = useCreateAccount();
  const [form, setForm] = useState(empty);
  const [tried, setTried] = useState(false);
  const missing = { login: form.login.trim().length < 3, name: form.name.trim().length < 2, roles: form.roles.length === 0, basis: form.basis.trim().length < 3 };

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!Object.values(missing).includes(true)) create.mutate(form);
  }
  const field = (name: "login" | "name" | "basis" | "validUntil") => ({
    value: form[name],
    onChange: (event: { currentTarget: HTMLInputElement }) => setForm({ ...form, [name]: event.currentTarget.value }),
  });
  const error = (name: keyof typeof missing) => (tried && missing[name] ? t(`accounts.new.missing.${name}`) : null);

  if (create.data) {
    return (
      <Stack>
        {create.data.password === null ? <Alert role="status">{t("accounts.new.existing", { login: create.data.login })}</Alert> : <IssuedPassword login={create.data.login} password={create.data.password} />}
        <Group justify="flex-end">
          <Button onClick={onClose}>{t("common:action.close")}</Button>
        </Group>
      </Stack>
    );
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <OtherAgencyQuestion error={create.error} onAccept={() => create.mutate({ ...form, acceptOtherAgency: true })} onCancel={() => create.reset()} />
        {create.error && agencyAskedAbout(create.error) === undefined ? <ProblemNotice error={create.error} namespace="administration" /> : null}
        <TextInput label={t("accounts.new.login")} description={t("accounts.new.loginHint")} maxLength={100} autoComplete="off" data-autofocus error={error("login")} {...field("login")} />
        <TextInput label={t("accounts.new.name")} maxLength={200} autoComplete="off" error={error("name")} {...field("name")} />
        <Checkbox.Group label={t("accounts.new.roles")} value={form.roles} onChange={(value) => setForm({ ...form, roles: roles.filter((role) => value.includes(role)) })} error={error("roles")}>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs" my="xs">
            {roles.map((role) => (
              <Checkbox key={role} value={role} label={t(`common:role.${role}`)} />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
        <TextInput label={t("accounts.basis")} description={t("accounts.basisHint")} maxLength={300} error={error("basis")} {...field("basis")} />
        <TextInput type="date" label={t("accounts.validUntil")} description={t("accounts.validUntilHint")} w={240} {...field("validUntil")} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("common:action.cancel")}
          </Button>
          <Button type="submit" loading={create.isPending}>
            {t("accounts.new.submit")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
