import type { AccountView } from "@kompeten/shared/contracts/identity";
import { roles, type Role } from "@kompeten/shared/contracts/permissions";
import { Button, Group, Select, Stack, TextInput, Title } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { agencyAskedAbout, OtherAgencyQuestion } from "./other-agency-question.tsx";
import { useGrant } from "./queries.ts";

const empty = { role: null as Role | null, basis: "", validUntil: "" };

/** One more role for this account, or a new end date for one it has. */
export function GrantForm({ account }: { account: AccountView }) {
  const { t } = useTranslation(["administration", "common"]);
  const grant = useGrant(account.id);
  const [form, setForm] = useState(empty);
  const [tried, setTried] = useState(false);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    give(false);
  }
  function give(acceptOtherAgency: boolean) {
    if (form.role === null || form.basis.trim().length < 3) return;
    const body = { role: form.role, basis: form.basis, validUntil: form.validUntil === "" ? null : form.validUntil, acceptOtherAgency };
    grant.mutate(body, {
      onSuccess: () => {
        setForm(empty);
        setTried(false);
      },
    });
  }
  return (
    <form onSubmit={submit} noValidate>
      <Title order={3} size="h5" mb="xs">
        {t("grant.title")}
      </Title>
      <Stack gap="sm">
        <OtherAgencyQuestion error={grant.error} onAccept={() => give(true)} onCancel={() => grant.reset()} />
        {grant.error && agencyAskedAbout(grant.error) === undefined ? <ProblemNotice error={grant.error} namespace="administration" /> : null}
        <Group gap="sm" align="flex-start" grow>
          <Select
            label={t("grant.role")}
            data={roles.map((value) => ({ value, label: t(`common:role.${value}`) }))}
            value={form.role}
            onChange={(value) => setForm({ ...form, role: roles.find((role) => role === value) ?? null })}
            error={tried && form.role === null ? t("accounts.new.missing.roles") : null}
          />
          <TextInput type="date" label={t("accounts.validUntil")} value={form.validUntil} onChange={(event) => setForm({ ...form, validUntil: event.currentTarget.value })} />
        </Group>
        <TextInput
          label={t("accounts.basis")}
          maxLength={300}
          value={form.basis}
          onChange={(event) => setForm({ ...form, basis: event.currentTarget.value })}
          error={tried && form.basis.trim().length < 3 ? t("accounts.new.missing.basis") : null}
        />
        <Group>
          <Button type="submit" size="sm" variant="light" loading={grant.isPending}>
            {t("grant.submit")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
