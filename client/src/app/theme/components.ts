import type { MantineThemeComponents } from "@mantine/core";

/** Plain objects rather than Component.extend(): importing the components here would put all of them into the entry. */
export const componentDefaults: MantineThemeComponents = {
  Button: { styles: { label: { fontWeight: 600 } } },
  ActionIcon: { defaultProps: { variant: "subtle", color: "gray", size: "lg" } },
  Anchor: { defaultProps: { underline: "hover" } },
  Badge: { defaultProps: { variant: "light", radius: "sm" }, styles: { root: { textTransform: "none" }, label: { fontWeight: 600 } } },
  Card: { defaultProps: { withBorder: true, padding: "lg", radius: "lg" } },
  Paper: { defaultProps: { radius: "lg" } },
  Drawer: { defaultProps: { position: "right", size: "lg", padding: "lg" }, styles: { title: { fontWeight: 700 } } },
  Modal: { defaultProps: { centered: true, radius: "lg", padding: "lg" }, styles: { title: { fontWeight: 700, fontSize: "1.0625rem" } } },
  Menu: { defaultProps: { shadow: "md", position: "bottom-end", radius: "md" } },
  Popover: { defaultProps: { shadow: "lg", radius: "lg", withArrow: true } },
  Tooltip: { defaultProps: { withArrow: true, openDelay: 300, events: { hover: true, focus: true, touch: false } } },
  Table: { defaultProps: { verticalSpacing: "xs", horizontalSpacing: "md", highlightOnHover: true } },
  Skeleton: { defaultProps: { radius: "md" } },
  InputWrapper: { styles: { label: { fontWeight: 600, marginBottom: "0.375rem" }, description: { fontSize: "0.8125rem" }, error: { fontSize: "0.8125rem" } } },
};
