import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { changeLanguage, type Language } from "../i18n/language.ts";

const short = [
  { value: "id", label: "ID" },
  { value: "en", label: "EN" },
];

export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t("language.label")}
      data={short}
      value={i18n.language}
      onChange={(value) => void changeLanguage(value as Language)}
    />
  );
}
