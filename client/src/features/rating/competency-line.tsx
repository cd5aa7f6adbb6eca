import type { RubricEntry } from "@kompeten/shared/contracts/scoring";
import { noteCharactersMax, noteCharactersMin } from "@kompeten/shared/contracts/scoring-limits";
import { Radio, Stack, Textarea } from "@mantine/core";
import { IconCircleCheck, IconCircleDashed } from "@tabler/icons-react";
import { useTranslation } from "../../words/use-translation.ts";
import classes from "./desk.module.css";
import type { Line } from "./draft-keeper.ts";
import { isComplete } from "./line-rules.ts";

type Props = { entry: RubricEntry; line: Line | undefined; readOnly: boolean; onChange: (patch: Partial<Line>) => void };
const levels = ["1", "2", "3", "4", "5"] as const;

/** One competency: what to look for, the evidence, and only then the level with each level's anchor (observe before evaluating). */
export function CompetencyLine({ entry, line, readOnly, onChange }: Props) {
  const { t } = useTranslation("rating");
  const { t: common } = useTranslation();
  const complete = isComplete(line);
  const length = line?.note.trim().length ?? 0;
  return (
    <details className={classes.competency} name="competency">
      <summary>
        {complete ? <IconCircleCheck size={18} stroke={1.8} aria-hidden color="var(--mantine-color-success)" /> : <IconCircleDashed size={18} stroke={1.8} aria-hidden color="var(--mantine-color-dimmed)" />}
        <span className={classes.competencyName}>{entry.name}</span>
        <span className={classes.competencyCode}>{complete ? t("sheet.lineComplete") : t("sheet.lineOpen")}</span>
        <span className={classes.competencyLevel} aria-label={line?.level ? t("sheet.level", { level: line.level }) : t("sheet.noLevel")}>
          {line?.level ?? "–"}
        </span>
      </summary>
      <div className={classes.competencyBody}>
        {entry.lookFor.length > 0 ? (
          <details className={classes.minor}>
            <summary>{t("sheet.lookFor")}</summary>
            <ul className={classes.lookFor}>
              {entry.lookFor.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </details>
        ) : null}
        <Textarea
          label={t("sheet.note")}
          description={t("sheet.noteHelp", { min: noteCharactersMin })}
          value={line?.note ?? ""}
          onChange={(event) => onChange({ note: event.currentTarget.value })}
          readOnly={readOnly}
          maxLength={noteCharactersMax}
          minRows={3}
          maxRows={12}
          autosize
          error={length > 0 && length < noteCharactersMin ? t("sheet.noteShort", { count: noteCharactersMin - length }) : null}
        />
        <Radio.Group label={t("sheet.levelOf", { name: entry.name })} value={line?.level ? String(line.level) : ""} onChange={(value) => onChange({ level: Number(value) })} readOnly={readOnly}>
          <Stack gap="xs">
            {levels.map((level) => (
              <Radio key={level} value={level} label={`${level} · ${common(`level.${level}`)}`} description={entry.anchors[level] ?? ""} disabled={readOnly && String(line?.level) !== level} />
            ))}
          </Stack>
        </Radio.Group>
      </div>
    </details>
  );
}
