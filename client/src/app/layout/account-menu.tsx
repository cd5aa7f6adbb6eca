import { Avatar, Menu, Text, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconBuilding, IconCheck, IconChevronDown, IconDevicesOff, IconKey, IconLogout } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { errorText } from "../../api/errors.ts";
import { useSession, useSignOut, useSwitchAgency } from "../../api/session.ts";
import { ConfirmModal } from "../../ui/confirm-button.tsx";
import { initials } from "../../ui/format.ts";
import { paths } from "../paths.ts";
import classes from "./layout.module.css";

/*
 * Signing out and changing agency load the page anew: whatever the previous person or agency had in memory is gone,
 * which matters on the shared computers of an assessment room.
 */
const leave = () => window.location.assign(paths.signIn);
const enter = () => window.location.assign(paths.home);

export function AccountMenu() {
  const { t } = useTranslation();
  const session = useSession();
  const signOut = useSignOut();
  const switchAgency = useSwitchAgency();
  const [asking, ask] = useDisclosure(false);
  const { account, agency, agencies } = session;
  const roles = session.roles.map((role) => t(`role.${role}`)).join(", ");

  return (
    <>
      <Menu width={300} withinPortal={false}>
        <Menu.Target>
          <UnstyledButton className={classes.account}>
            {/* The visible name is hidden on a telephone, and a label must contain what is visible: so it comes before it, in words. */}
            <VisuallyHidden>{t("account.menu")}</VisuallyHidden>
            <Avatar size={34} radius="xl" color="teal" variant="light" aria-hidden>
              {initials(account.name)}
            </Avatar>
            <span className={classes.accountText}>
              <span className={classes.accountName}>{account.name}</span>
              <span className={classes.accountRole}>{roles}</span>
            </span>
            <IconChevronDown size={16} stroke={1.8} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <div className={classes.accountCard}>
            <Text size="xs" c="dimmed">
              {t("account.signedInAs")}
            </Text>
            <Text fw={600}>{account.name}</Text>
            <Text size="sm" c="dimmed">
              {roles}
            </Text>
            <Text size="sm" c="dimmed">
              {agency.name}
            </Text>
          </div>
          {agencies.length > 1 ? (
            <>
              <Menu.Divider />
              <Menu.Label>{t("account.switchAgency")}</Menu.Label>
              {agencies.map((other) =>
                other.id === agency.id ? (
                  <Menu.Item key={other.id} leftSection={<IconCheck size={18} stroke={1.8} />} disabled>
                    {other.shortName} ({t("account.currentAgency")})
                  </Menu.Item>
                ) : (
                  <Menu.Item
                    key={other.id}
                    leftSection={<IconBuilding size={18} stroke={1.6} />}
                    onClick={() => switchAgency.mutate(other.id, { onSuccess: enter })}
                  >
                    {other.shortName}
                  </Menu.Item>
                ),
              )}
            </>
          ) : null}
          <Menu.Divider />
          <Menu.Item component="a" href={paths.password} leftSection={<IconKey size={18} stroke={1.6} />}>
            {t("account.changePassword")}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLogout size={18} stroke={1.6} />}
            onClick={() => signOut.mutate({ everywhere: false }, { onSuccess: leave })}
          >
            {t("account.signOut")}
          </Menu.Item>
          <Menu.Item leftSection={<IconDevicesOff size={18} stroke={1.6} />} color="red" onClick={ask.open}>
            {t("account.signOutEverywhere")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ConfirmModal
        opened={asking}
        onClose={ask.close}
        title={t("account.signOutEverywhereTitle")}
        consequence={t("account.signOutEverywhereText")}
        confirmLabel={t("account.signOutEverywhere")}
        danger
        pending={signOut.isPending}
        error={signOut.error ? errorText(signOut.error) : undefined}
        onConfirm={() => signOut.mutate({ everywhere: true }, { onSuccess: leave })}
      />
    </>
  );
}
