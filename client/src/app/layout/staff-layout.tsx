import { ActionIcon, AppShell, Burger, ScrollArea } from "@mantine/core";
import { useDisclosure, useLocalStorage, useMediaQuery } from "@mantine/hooks";
import "../theme/staff-styles.ts";
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from "@tabler/icons-react";
import type { PropsWithChildren } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { useSession } from "../../api/session.ts";
import { AccountMenu } from "./account-menu.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import classes from "./layout.module.css";
import { SchemeSwitch } from "./scheme-switch.tsx";
import { contentId, SkipLink } from "./skip-link.tsx";
import { StaffNav } from "./staff-nav.tsx";
import { Wordmark } from "./wordmark.tsx";

export default function StaffLayout({ children }: PropsWithChildren) {
  const { t } = useTranslation();
  const { agency } = useSession();
  const [opened, drawer] = useDisclosure(false);
  const [wished, setCollapsed] = useLocalStorage({ key: "kompeten.nav-collapsed", defaultValue: false, getInitialValueInEffect: false });
  const narrow = useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false });
  // A drawer on a phone always has room for the words.
  const collapsed = wished && !narrow;

  return (
    <AppShell
      header={{ height: 60 }}
      navbar={{ width: collapsed ? 72 : 256, breakpoint: "sm", collapsed: { mobile: !opened } }}
      padding={{ base: "md", sm: "xl" }}
      classNames={{ header: classes.header ?? "", navbar: classes.navbar ?? "", main: classes.main ?? "" }}
    >
      <SkipLink />
      <AppShell.Header>
        <Burger
          opened={opened}
          onClick={drawer.toggle}
          hiddenFrom="sm"
          size="sm"
          aria-label={t(opened ? "nav.close" : "nav.open")}
        />
        <Wordmark />
        <span className={classes.agency} title={agency.name}>
          {agency.name}
        </span>
        <div className={classes.tools}>
          <LanguageSwitch />
          <SchemeSwitch />
          <AccountMenu />
        </div>
      </AppShell.Header>
      <AppShell.Navbar>
        <AppShell.Section grow component={ScrollArea} type="auto" scrollbarSize={6}>
          <StaffNav collapsed={collapsed} onNavigate={drawer.close} />
        </AppShell.Section>
        <AppShell.Section className={classes.collapse ?? ""} visibleFrom="sm">
          <ActionIcon
            aria-label={t(collapsed ? "nav.expand" : "nav.collapse")}
            title={t(collapsed ? "nav.expand" : "nav.collapse")}
            aria-expanded={!collapsed}
            onClick={() => setCollapsed(!collapsed)}
          >
            {collapsed ? (
              <IconLayoutSidebarLeftExpand size={20} stroke={1.6} />
            ) : (
              <IconLayoutSidebarLeftCollapse size={20} stroke={1.6} />
            )}
          </ActionIcon>
        </AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main id={contentId} tabIndex={-1}>
        <div className={classes.content}>{children}</div>
      </AppShell.Main>
    </AppShell>
  );
}
