import type { MantineThemeComponents } from "@mantine/core";

/** A dialog's <header> is not a banner of the page, though a screen reader would list it as one. */
const plainHeader = { header: { role: "presentation" } };

/** Plain objects rather than Component.extend(): importing the components here would put all of them into the entry. */
export const componentDefaults: MantineThemeComponents = {
  Alert: {
    defaultProps: { radius: "md" },
    // A notice is read, not shouted: a soft surface with a line, where Mantine fills the whole area.
    vars: (_theme: unknown, { color = "teal", variant = "light" }: { color?: string; variant?: string }) =>
      variant === "light"
        ? {
            root: {
              "--alert-bg": `var(--k-${color}-soft)`,
              "--alert-bd": `1px solid var(--k-${color}-line)`,
              "--alert-color": `var(--mantine-color-${color}-light-color)`,
            },
          }
        : { root: {} },
  },
  Button: { styles: { label: { fontWeight: 600 } } },
  ActionIcon: { defaultProps: { variant: "subtle", color: "gray", size: "lg" } },
  Anchor: { defaultProps: { underline: "hover" } },
  Badge: { defaultProps: { variant: "light", radius: "sm" }, styles: { root: { textTransform: "none" }, label: { fontWeight: 600 } } },
  Card: { defaultProps: { withBorder: true, padding: "lg", radius: "lg" } },
  Paper: { defaultProps: { radius: "lg" } },
  Drawer: { defaultProps: { position: "right", size: "lg", padding: "lg", attributes: plainHeader }, styles: { title: { fontWeight: 700 } } },
  Modal: { defaultProps: { centered: true, radius: "lg", padding: "lg", attributes: plainHeader }, styles: { title: { fontWeight: 700, fontSize: "1.0625rem" } } },
  // The placeholder for the first focus is no menu item, which a menu may not contain.
  Menu: { defaultProps: { withInitialFocusPlaceholder: false, shadow: "md", position: "bottom-end", radius: "md" } },
  Popover: { defaultProps: { shadow: "lg", radius: "lg", withArrow: true } },
  Tooltip: { defaultProps: { withArrow: true, openDelay: 300, events: { hover: true, focus: true, touch: false } } },
  Table: { defaultProps: { verticalSpacing: "xs", horizontalSpacing: "md", highlightOnHover: true } },
  Skeleton: { defaultProps: { radius: "md" } },
  InputWrapper: { styles: { label: { fontWeight: 600, marginBottom: "0.375rem" }, description: { fontSize: "0.8125rem" }, error: { fontSize: "0.8125rem" } } },
};
