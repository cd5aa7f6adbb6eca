import { Container } from "@mantine/core";
import { IconClipboardText } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../app/link.tsx";
import { paths } from "../../app/paths.ts";
import { EmptyState } from "../../ui/empty-state.tsx";

export function SittingPage() {
  const { t } = useTranslation(["sitting", "common"]);
  return (
    <Container component="main" size="sm" py="xl">
      <title>{`${t("title")} · ${t("common:product")}`}</title>
      <EmptyState
        as="h1"
        icon={IconClipboardText}
        title={t("empty.title")}
        text={t("empty.text")}
        action={
          <ButtonLink to={paths.home} variant="default">
            {t("common:action.home")}
          </ButtonLink>
        }
      />
    </Container>
  );
}
