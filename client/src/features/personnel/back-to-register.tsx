import { IconArrowLeft } from "@tabler/icons-react";
import { TextLink } from "../../app/text-link.tsx";
import { paths } from "../../app/paths.ts";
import { useTranslation } from "../../words/use-translation.ts";

export function BackToRegister() {
  const { t } = useTranslation("personnel");
  return (
    <TextLink to={paths.personnel} size="sm">
      <IconArrowLeft size={14} aria-hidden /> {t("import.back")}
    </TextLink>
  );
}
