import { Drawer, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "../words/use-translation.ts";
import classes from "./side-panel.module.css";

type Props = {
  opened: boolean;
  onClose: () => void;
  title: ReactNode;
  /** Below the title: whose, of which assessment. */
  subtitle?: ReactNode;
  children: ReactNode;
  /** Stays at the foot while the content scrolls. */
  footer?: ReactNode;
  size?: "md" | "lg" | "xl";
};

/** Details beside the list instead of a page of their own, so that the reader keeps their place. */
export function SidePanel({ opened, onClose, title, subtitle, children, footer, size = "lg" }: Props) {
  const { t } = useTranslation();
  return (
    <Drawer.Root opened={opened} onClose={onClose} size={size} position="right" classNames={{ content: classes.content ?? "" }}>
      <Drawer.Overlay backgroundOpacity={0.25} />
      <Drawer.Content>
        <Drawer.Header role="presentation">
          <div>
            <Drawer.Title component="h2" className={classes.title ?? ""}>
              {title}
            </Drawer.Title>
            {subtitle ? (
              <Text size="sm" c="dimmed">
                {subtitle}
              </Text>
            ) : null}
          </div>
          <Drawer.CloseButton aria-label={t("action.close")} />
        </Drawer.Header>
        <Drawer.Body className={classes.body ?? ""}>{children}</Drawer.Body>
        {footer ? <footer className={classes.footer}>{footer}</footer> : null}
      </Drawer.Content>
    </Drawer.Root>
  );
}
