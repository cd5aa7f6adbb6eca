import { NavLink, type NavLinkProps, Tooltip } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import { IconHome } from "@tabler/icons-react";
import type { Icon } from "@tabler/icons-react";
import type { AnchorHTMLAttributes, ComponentType, Ref } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { useSession } from "../../api/session.ts";
import { navigationOf } from "../nav.ts";
import { paths } from "../paths.ts";
import classes from "./layout.module.css";

type LinkProps = NavLinkProps & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof NavLinkProps> & { ref?: Ref<HTMLAnchorElement> };
const NavLinkBase = (props: LinkProps) => <NavLink component="a" {...props} />;
// Addresses come from paths.ts, see link.tsx.
const RoutedNavLink = createLink(NavLinkBase) as unknown as ComponentType<
  LinkProps & { to: string; activeOptions?: { exact: boolean }; activeProps?: NavLinkProps }
>;

/** Only the icon is left, in the middle; the word stays in the accessible name and the tooltip. */
const narrow = { root: { justifyContent: "center", paddingInline: 0 }, section: { marginInlineEnd: 0 }, body: { display: "none" } };

type EntryProps = { to: string; label: string; icon: Icon; collapsed: boolean; exact?: boolean; onNavigate: () => void };

function Entry({ to, label, icon: Glyph, collapsed, exact = false, onNavigate }: EntryProps) {
  return (
    <Tooltip label={label} position="right" disabled={!collapsed}>
      <RoutedNavLink
        to={to}
        className={classes.entry ?? ""}
        styles={collapsed ? narrow : {}}
        label={collapsed ? null : label}
        aria-label={label}
        leftSection={<Glyph size={20} stroke={1.6} aria-hidden />}
        activeOptions={{ exact }}
        activeProps={{ active: true }}
        onClick={onNavigate}
      />
    </Tooltip>
  );
}

export function StaffNav({ collapsed, onNavigate }: { collapsed: boolean; onNavigate: () => void }) {
  const { t } = useTranslation();
  const session = useSession();
  return (
    <nav aria-label={t("nav.label")} className={classes.nav} data-collapsed={collapsed || undefined}>
      <Entry to={paths.home} label={t("nav.home")} icon={IconHome} collapsed={collapsed} exact onNavigate={onNavigate} />
      {navigationOf(session).map(({ section, entries }) => (
        <div key={section}>
          <p id={`nav-${section}`} className={classes.section}>
            {t(`nav.section.${section}`)}
          </p>
          <ul className={classes.entries} aria-labelledby={`nav-${section}`}>
            {entries.map((entry) => (
              <li key={entry.to}>
                <Entry
                  to={entry.to}
                  label={t(`nav.${entry.label}`)}
                  icon={entry.icon}
                  collapsed={collapsed}
                  onNavigate={onNavigate}
                />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
