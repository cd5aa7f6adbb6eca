import type { RatingDesk } from "@kompeten/shared/contracts/scoring";
import { Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "../../words/use-translation.ts";
import { apiPost } from "../../api/client.ts";
import { errorText } from "../../api/errors.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { formatName } from "../../ui/format.ts";
import { CompetencyLine } from "./competency-line.tsx";
import classes from "./desk.module.css";
import { isComplete } from "./line-rules.ts";
import { SaveLine } from "./save-line.tsx";
import { useDraft } from "./use-draft.ts";

/** The rubric with the assessor's own levels and evidence. A handed-in sheet can be read and never changes. */
export function Sheet({ desk }: { desk: RatingDesk }) {
  const { t } = useTranslation("rating");
  const client = useQueryClient();
  const { keeper, lines, save } = useDraft(desk);
  const submitted = desk.sheet.state === "submitted";
  const open = desk.rubric.filter((entry) => !isComplete(lines[entry.competency]));
  const submission = useMutation({
    mutationFn: async () => {
      // What is submitted is what is kept, never what is only on the screen.
      if (!(await keeper.flush())) throw new Error("unsaved");
      await apiPost(`/api/ratings/${desk.attemptId}/submission`, { version: keeper.version });
      await client.invalidateQueries({ queryKey: ["ratings"] });
    },
  });
  return (
    <section className={classes.sheet} aria-label={t("sheet.title")}>
      <div className={classes.sheetHead}>
        <h2>{t("sheet.title")}</h2>
        <SaveLine save={save} submittedAt={desk.sheet.submittedAt} />
      </div>
      {/* Scrolls, and holds nothing to focus when all parts are folded away. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={classes.sheetBody}>
        {desk.rubric.map((entry) => (
          <CompetencyLine key={entry.competency} entry={entry} line={lines[entry.competency]} readOnly={submitted} onChange={(patch) => keeper.change(entry.competency, patch)} />
        ))}
      </div>
      {submitted ? null : (
        <div className={classes.sheetFoot}>
          <Text size="sm" c="dimmed" id="sheet-missing">
            {open.length > 0 ? t("sheet.missing", { count: open.length, names: open.map((entry) => entry.name).join(", ") }) : t("sheet.complete")}
          </Text>
          <ConfirmButton
            title={t("sheet.confirmTitle")}
            consequence={t("sheet.confirmText", { name: formatName(desk.candidate), instrument: desk.instrument.title })}
            confirmLabel={t("sheet.submit")}
            disabled={open.length > 0 || save.kind === "conflict"}
            pending={submission.isPending}
            error={submission.error ? errorText(submission.error, "rating") : undefined}
            onConfirm={() => submission.mutateAsync()}
            aria-describedby="sheet-missing"
          >
            {t("sheet.submit")}
          </ConfirmButton>
        </div>
      )}
    </section>
  );
}
