import type { AssessmentDetail, PlannedInstrument } from "@kompeten/shared/contracts/planning";
import { Checkbox } from "@mantine/core";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { cellKey, coverageOf, measures, moved, type Place, type Ticked, toggled } from "./matrix.rules.ts";
import classes from "./planning.module.css";

type Props = { competencies: AssessmentDetail["competencies"]; instruments: readonly PlannedInstrument[]; ticked: Ticked; onChange: (ticked: Ticked) => void };

const tones = { none: "bad", once: "caution", enough: "good" } as const;

/** One cell is in the tab order; arrows move among the cells that can be ticked. */
export function MatrixGrid({ competencies, instruments: all, ticked, onChange }: Props) {
  const { t } = useTranslation("planning");
  // One that gives evidence for nothing here, such as a reasoning test, would be a column of dashes.
  const instruments = all.filter((instrument) => competencies.some(({ code }) => measures(instrument, code)));
  const hintId = useId();
  const grid = useRef<HTMLTableElement>(null);
  const size = { rows: competencies.length, columns: instruments.length };
  const canTick = ({ row, column }: Place) => {
    const instrument = instruments[column];
    const competency = competencies[row];
    return instrument !== undefined && competency !== undefined && measures(instrument, competency.code);
  };
  const first = competencies.flatMap((_, row) => instruments.map((__, column) => ({ row, column }))).find(canTick) ?? { row: 0, column: 0 };
  const [held, setHeld] = useState(first);
  const active = canTick(held) ? held : first;

  function onKeyDown(event: KeyboardEvent) {
    const next = moved(active, event.key, size, canTick);
    if (next === active || (next.row === active.row && next.column === active.column)) return;
    event.preventDefault();
    setHeld(next);
    grid.current?.querySelector<HTMLInputElement>(`[data-place="${next.row} ${next.column}"]`)?.focus();
  }

  return (
    <div>
      <p id={hintId} className={classes.hint}>
        {t("matrix.keyboard")}
      </p>
      <div className={classes.scroll}>
        <table className={classes.matrix} ref={grid} aria-label={t("matrix.caption")} aria-describedby={hintId}>
          <thead>
            <tr>
              <th scope="col">{t("matrix.competency")}</th>
              <th scope="col" className={classes.number}>
                {t("matrix.level")}
              </th>
              <th scope="col">{t("matrix.coverage")}</th>
              {instruments.map((instrument) => (
                <th key={instrument.versionId} scope="col" className={classes.number}>
                  {instrument.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {competencies.map((competency, row) => {
              const { count, coverage } = coverageOf(competency.code, ticked, instruments);
              return (
                <tr key={competency.code}>
                  <th scope="row">
                    {competency.name} <span className={classes.code}>{competency.code}</span>
                  </th>
                  <td className={classes.number}>{competency.required}</td>
                  <td>
                    <StatusBadge tone={tones[coverage]} size="sm">
                      {coverage === "enough" ? t("matrix.enough", { count }) : t(`matrix.${coverage}`)}
                    </StatusBadge>
                  </td>
                  {instruments.map((instrument, column) => (
                    <td key={instrument.versionId} className={classes.number}>
                      {measures(instrument, competency.code) ? (
                        <Checkbox
                          classNames={{ body: classes.tick ?? "" }}
                          aria-label={t("matrix.cell", { competency: competency.name, instrument: instrument.title })}
                          checked={ticked.has(cellKey({ versionId: instrument.versionId, competency: competency.code }))}
                          onChange={() => onChange(toggled(ticked, { versionId: instrument.versionId, competency: competency.code }))}
                          onFocus={() => setHeld({ row, column })}
                          onKeyDown={onKeyDown}
                          tabIndex={row === active.row && column === active.column ? 0 : -1}
                          data-place={`${row} ${column}`}
                        />
                      ) : (
                        <span title={t("matrix.notMeasured")} className={classes.nothing}>
                          <span aria-hidden>–</span>
                          <span className={classes.hidden}>{t("matrix.notMeasured")}</span>
                        </span>
                      )}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </div>
  );
}
