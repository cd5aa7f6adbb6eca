import { IconCheck, IconCircleDashed, IconMinus } from "@tabler/icons-react";
import { useTranslation } from "../../../words/use-translation.ts";
import { isComplete, type Progress } from "./form.rules.ts";

export function SectionGlyph({ progress }: { progress: Progress }) {
  const Glyph = progress.wanted === 0 ? IconMinus : isComplete(progress) ? IconCheck : IconCircleDashed;
  return <Glyph size={18} stroke={1.8} aria-hidden />;
}

export function SectionState({ progress }: { progress: Progress }) {
  const { t } = useTranslation("form");
  if (progress.wanted === 0) return t("section.free");
  return isComplete(progress) ? t("section.complete") : t("section.left", { count: progress.open.length });
}
