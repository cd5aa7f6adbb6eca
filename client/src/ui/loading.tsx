import { Skeleton, VisuallyHidden } from "@mantine/core";
import { useTranslation } from "../words/use-translation.ts";

/** Holds the place of what is coming, in its approximate size, so that nothing jumps when it arrives. */
export function Loading({ lines = 4, height = 44 }: { lines?: number; height?: number }) {
  const { t } = useTranslation();
  return (
    <output style={{ display: "grid", gap: "0.5rem" }}>
      <VisuallyHidden>{t("state.loading")}</VisuallyHidden>
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} height={height} aria-hidden />
      ))}
    </output>
  );
}
