import { MantineProvider } from "@mantine/core";
import { render } from "@testing-library/react";
import type { ReactElement } from "react";
import { startI18n } from "../app/i18n/index.ts";
import { theme } from "../app/theme/theme.ts";

/** Renders with the theme and the words, without transitions, so that a test sees the final state at once. */
export async function renderUi(ui: ReactElement) {
  await startI18n("id");
  return render(
    <MantineProvider theme={theme} env="test">
      {ui}
    </MantineProvider>,
  );
}
