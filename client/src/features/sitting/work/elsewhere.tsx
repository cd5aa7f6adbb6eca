import { Button } from "@mantine/core";
import { useTranslation } from "../../../words/use-translation.ts";
import { addresses } from "../addresses.ts";
import { BarePage } from "../bare-page.tsx";
import { useAttempt } from "../session/use-attempt-session.ts";

/** A second tab: one of them works, so that they do not write over each other. */
export default function Elsewhere() {
  const { t } = useTranslation(["work", "sitting"]);
  const { session } = useAttempt();
  return (
    <BarePage title={t("elsewhere.title")} back={{ to: addresses.lobby, label: t("sitting:toLobby") }}>
      <p>{t("elsewhere.text")}</p>
      <Button size="md" onClick={() => session.takeOver()}>
        {t("elsewhere.here")}
      </Button>
    </BarePage>
  );
}
