import { Skeleton } from "@mantine/core";
import { useTranslation } from "../words/use-translation.ts";
import classes from "./loading.module.css";

/** Holds the place of what is coming, in its approximate size, so that nothing jumps when it arrives. */
export function Loading({ lines = 4, height = 44 }: { lines?: number; height?: number }) {
  const { t } = useTranslation();
  return (
    <output className={classes.root}>
      <span className={classes.words}>{t("state.loading")}</span>
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} height={height} aria-hidden />
      ))}
    </output>
  );
}
