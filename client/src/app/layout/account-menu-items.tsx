import { Menu, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconBuilding, IconCheck, IconDevicesOff, IconKey, IconLogout } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { errorText } from "../../api/errors.ts";
import { useSession, useSignOut, useSwitchAgency } from "../../api/session.ts";
import { ConfirmModal } from "../../ui/confirm-button.tsx";
import { paths } from "../paths.ts";
import { AccountButton, rolesText } from "./account-button.tsx";
import classes from "./layout.module.css";

/*
 * Signing out and changing agency load the page anew: whatever the previous person or agency had in memory is gone,
 * which matters on the shared computers of an assessment room.
 */
const leave = () => window.location.assign(paths.signIn);
const enter = () => window.location.assign(paths.home);

/** Everything behind the button; opens as soon as it is there, because the press that fetched it was meant to open it. */
export default function AccountMenuItems() {
  const { t } = useTranslation();
  const session = useSession();
  const signOut = useSignOut();
  const switchAgency = useSwitchAgency();
  const [asking, ask] = useDisclosure(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // It took the place of the button that was pressed: the focus and the press are handed on.
    button.current?.focus();
    button.current?.click();
  }, []);
  const { account, agency, agencies } = session;
  const roles = rolesText(t, session);

  return (
    <>
      <Menu width={300} withinPortal={false}>
        <Menu.Target>
          <AccountButton ref={button} />
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
          {session.bySittingToken ? null : (
            <Menu.Item component="a" href={paths.password} leftSection={<IconKey size={18} stroke={1.6} />}>
              {t("account.changePassword")}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconLogout size={18} stroke={1.6} />}
            onClick={() => signOut.mutate({ everywhere: false }, { onSuccess: leave })}
          >
            {t("account.signOut")}
          </Menu.Item>
          {session.bySittingToken ? null : (
            <Menu.Item leftSection={<IconDevicesOff size={18} stroke={1.6} />} color="red" onClick={ask.open}>
              {t("account.signOutEverywhere")}
            </Menu.Item>
          )}
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
