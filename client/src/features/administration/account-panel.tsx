import type { AccountView, MembershipView } from "@kompeten/shared/contracts/identity";
import { Group, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "../../words/use-translation.ts";
import { errorText } from "../../api/errors.ts";
import { useSession } from "../../api/session.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { formatDate, formatDateTime } from "../../ui/format.ts";
import { SidePanel } from "../../ui/side-panel.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import classes from "./account-panel.module.css";
import { GrantForm } from "./grant-form.tsx";
import { IssuedPassword } from "./issued-password.tsx";
import { useDisabling, useEndMembership, useResetPassword } from "./queries.ts";

export function AccountPanel({ account, onClose }: { account: AccountView | undefined; onClose: () => void }) {
  const { t } = useTranslation("administration");
  return (
    <SidePanel opened={account !== undefined} onClose={onClose} title={account?.name ?? t("accounts.title")} subtitle={account?.login}>
      {/* Another account starts afresh: a password that was shown belongs to the former one. */}
      {account ? <Detail key={account.id} account={account} /> : null}
    </SidePanel>
  );
}

function Detail({ account }: { account: AccountView }) {
  const { t } = useTranslation("administration");
  const valid = account.memberships.filter((membership) => membership.valid);
  const past = account.memberships.filter((membership) => !membership.valid);
  return (
    <Stack gap="xl">
      <section>
        <Title order={3} size="h5" mb="xs">
          {t("panel.memberships")}
        </Title>
        {valid.length === 0 ? <Text c="dimmed">{t("panel.none")}</Text> : null}
        <ul className={classes.list}>
          {valid.map((membership) => (
            <Membership key={membership.id} membership={membership} name={account.name} />
          ))}
        </ul>
      </section>
      <GrantForm account={account} />
      <Password account={account} />
      <Disabling account={account} />
      {past.length > 0 ? (
        <section>
          <Title order={3} size="h5" mb="xs">
            {t("panel.past")}
          </Title>
          <ul className={classes.list}>
            {past.map((membership) => (
              <Membership key={membership.id} membership={membership} name={account.name} />
            ))}
          </ul>
        </section>
      ) : null}
    </Stack>
  );
}

function Membership({ membership, name }: { membership: MembershipView; name: string }) {
  const { t } = useTranslation(["administration", "common"]);
  const end = useEndMembership();
  const { timeZone } = useSession().agency;
  const role = t(`common:role.${membership.role}`);
  const until = membership.endedAt ? t("panel.ended", { at: formatDate(membership.endedAt, timeZone) }) : membership.validUntil ? t("panel.until", { date: formatDate(membership.validUntil) }) : t("panel.open");
  return (
    <li className={classes.membership}>
      <div>
        <Group gap="xs">
          <Text fw={600}>{role}</Text>
          {membership.valid ? null : <StatusBadge tone="neutral">{t("panel.notValid")}</StatusBadge>}
        </Group>
        <Text size="sm">{membership.basis}</Text>
        <Text size="sm" c="dimmed">
          {t("panel.from", { date: formatDate(membership.validFrom) })} · {until}
        </Text>
      </div>
      {membership.valid ? (
        <ConfirmButton
          size="xs"
          danger
          title={t("end.title", { role })}
          consequence={t("end.text", { role, name })}
          confirmLabel={t("end.button")}
          pending={end.isPending}
          error={end.error ? errorText(end.error, "administration") : undefined}
          onConfirm={() => end.mutateAsync(membership.id)}
          aria-label={`${t("end.button")}: ${role}`}
        >
          {t("end.button")}
        </ConfirmButton>
      ) : null}
    </li>
  );
}

function Password({ account }: { account: AccountView }) {
  const { t } = useTranslation("administration");
  const reset = useResetPassword(account.id);
  const { timeZone } = useSession().agency;
  return (
    <section>
      <Title order={3} size="h5" mb="xs">
        {t("password.heading")}
      </Title>
      <Stack gap="sm" align="flex-start">
        {account.lockedUntil ? <Text size="sm">{t("password.locked", { at: formatDateTime(account.lockedUntil, timeZone) })}</Text> : null}
        {reset.data ? <IssuedPassword login={reset.data.login} password={reset.data.password} /> : null}
        {account.ownPassword ? (
          <ConfirmButton
            size="sm"
            variant="default"
            title={t("reset.title")}
            consequence={t("reset.text", { name: account.name })}
            confirmLabel={t("reset.button")}
            pending={reset.isPending}
            error={reset.error ? errorText(reset.error, "administration") : undefined}
            onConfirm={() => reset.mutateAsync()}
          >
            {t("reset.button")}
          </ConfirmButton>
        ) : (
          <Text size="sm" c="dimmed">
            {t("reset.otherAgency")}
          </Text>
        )}
      </Stack>
    </section>
  );
}

/** Only the agency that looks after the account disables it, and nobody disables themself. */
function Disabling({ account }: { account: AccountView }) {
  const { t } = useTranslation("administration");
  const disabling = useDisabling(account.id);
  const session = useSession();
  if (!account.ownPassword || account.id === session.account.id) return null;
  const disabled = account.disabledAt !== null;
  const words = disabled ? "enable" : "disable";
  return (
    <section>
      <Title order={3} size="h5" mb="xs">
        {t("disabling.heading")}
      </Title>
      <Stack gap="sm" align="flex-start">
        {account.disabledAt ? <Text size="sm">{t("disabling.since", { at: formatDateTime(account.disabledAt, session.agency.timeZone) })}</Text> : null}
        <ConfirmButton
          size="sm"
          danger={!disabled}
          title={t(`disabling.${words}.title`, { name: account.name })}
          consequence={t(`disabling.${words}.text`, { name: account.name })}
          confirmLabel={t(`disabling.${words}.button`)}
          pending={disabling.isPending}
          error={disabling.error ? errorText(disabling.error, "administration") : undefined}
          onConfirm={() => disabling.mutateAsync(!disabled)}
        >
          {t(`disabling.${words}.button`)}
        </ConfirmButton>
      </Stack>
    </section>
  );
}
