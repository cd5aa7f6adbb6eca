import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { addresses } from "../addresses.ts";
import { BarePage } from "../bare-page.tsx";
import { useAttempt } from "../session/use-attempt-session.ts";
import { newId } from "../../../browser/new-id.ts";
import { ConnectionTrouble } from "./connection-trouble.tsx";

/** J5: another browser or computer works on it. Taking over is the person's own word, and what the other one has saved comes along. */
export default function OtherDevice() {
  const { t } = useTranslation(["work", "sitting"]);
  const { session } = useAttempt();
  const [opId] = useState(newId);
  const [trying, setTrying] = useState<"no" | "yes" | "failed">("no");
  async function move() {
    setTrying("yes");
    const answer = await session.moveHere(opId).catch(() => null);
    setTrying(answer?.ok ? "no" : "failed");
  }
  return (
    <BarePage title={t("otherDevice.title")} back={{ to: addresses.lobby, label: t("sitting:toLobby") }}>
      <p>{t("otherDevice.text")}</p>
      <p>{t("otherDevice.consequence")}</p>
      {trying === "failed" ? <p role="alert">{t("otherDevice.failed")}</p> : null}
      <Button size="md" loading={trying === "yes"} onClick={() => void move()}>
        {t("otherDevice.here")}
      </Button>
      <ConnectionTrouble />
    </BarePage>
  );
}
