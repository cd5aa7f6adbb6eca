import { IconChevronDown } from "@tabler/icons-react";
import type { TFunction } from "../../words/types.ts";
import type { ComponentPropsWithRef } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { type SessionView, useSession } from "../../api/session.ts";
import { initials } from "../../ui/format.ts";
import classes from "./layout.module.css";

export const rolesText = (t: TFunction, session: SessionView) => session.roles.map((role) => t(`role.${role}`)).join(", ");

/** Who is signed in. */
export function AccountButton(props: ComponentPropsWithRef<"button">) {
  const { t } = useTranslation();
  const session = useSession();
  return (
    <button type="button" aria-haspopup="menu" aria-expanded={false} {...props} className={classes.account}>
      {/* The visible name is hidden on a telephone, and a label must contain what is visible: so it comes before it, in words. */}
      <span className={classes.hidden}>{t("account.menu")}</span>
      <span className={classes.avatar} aria-hidden>
        {initials(session.account.name)}
      </span>
      <span className={classes.accountText}>
        <span className={classes.accountName}>{session.account.name}</span>
        <span className={classes.accountRole}>{rolesText(t, session)}</span>
      </span>
      <IconChevronDown size={16} stroke={1.8} aria-hidden />
    </button>
  );
}
