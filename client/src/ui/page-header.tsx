import { Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./page-header.module.css";

type Props = {
  title: string;
  /** One line: what this page is for. */
  purpose?: string;
  /** What comes before the title, such as a link back to the list. */
  above?: ReactNode;
  /** Beside the title, such as a StatusBadge. */
  aside?: ReactNode;
  actions?: ReactNode;
};

/** Names the page on the screen and in the browser's tab. */
export function PageHeader({ title, purpose, above, aside, actions }: Props) {
  const { t } = useTranslation();
  return (
    <header className={classes.root}>
      <title>{`${title} · ${t("product")}`}</title>
      <div className={classes.words}>
        {above ? <div className={classes.above}>{above}</div> : null}
        <div className={classes.line}>
          <Title order={1}>{title}</Title>
          {aside}
        </div>
        {purpose ? (
          <Text c="dimmed" mt={4}>
            {purpose}
          </Text>
        ) : null}
      </div>
      {actions ? <div className={classes.actions}>{actions}</div> : null}
    </header>
  );
}
