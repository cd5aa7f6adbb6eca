import { IconClipboardText } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { NextCard } from "../../ui/next-card.tsx";

/** The candidate's sessions, on the home page. */
export default function SittingHomeCard() {
  const { t } = useTranslation("sitting");
  return <NextCard icon={IconClipboardText} title={t("empty.title")} text={t("empty.text")} />;
}
