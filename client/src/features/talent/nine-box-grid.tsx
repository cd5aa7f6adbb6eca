import type { NineBoxView, StandingView } from "@kompeten/shared/contracts/talent";
import { UnstyledButton } from "@mantine/core";
import { IconCircleCheckFilled } from "@tabler/icons-react";
import { useTranslation } from "../../words/use-translation.ts";
import { formatName, formatNumber } from "../../ui/format.ts";
import classes from "./talent.module.css";

type Props = { view: NineBoxView; selected: string | undefined; onOpen: (employeeId: string) => void };

const rows = ["above", "meets", "below"] as const;
const columns = ["low", "medium", "high"] as const;

/** Where a person is shown: where an official has confirmed them, else where the snapshot proposes. */
export function boxOf(person: StandingView): number | null {
  return person.placement?.box ?? person.box;
}

/** People, not dots: performance upwards, potential to the right, as the configuration numbers the boxes. */
export function NineBoxGrid({ view, selected, onOpen }: Props) {
  const { t } = useTranslation("talent");
  const { method, people } = view;
  return (
    <div className={classes.scroll}>
      <table className={classes.grid}>
        <caption className={classes.hidden}>{t("grid.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("grid.corner")}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`column3.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{t(`row3.${row}`)}</th>
              {columns.map((column) => {
                const box = method.boxes.find((candidate) => candidate.row === row && candidate.column === column);
                const inside = people.filter((person) => box !== undefined && boxOf(person) === box.number);
                return (
                  <td key={column} data-pool={(box && method.poolBoxes.includes(box.number)) || undefined}>
                    <div className={classes.boxHead}>
                      <strong>{box?.number}</strong>
                      <span>{t("grid.people", { count: inside.length })}</span>
                    </div>
                    <ul className={classes.people}>
                      {inside.map((person) => (
                        <li key={person.employeeId}>
                          <Chip person={person} selected={person.employeeId === selected} onOpen={onOpen} />
                        </li>
                      ))}
                    </ul>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.legend}>
        <span className={classes.poolMark} aria-hidden /> {t("grid.poolLegend", { boxes: method.poolBoxes.join(", ") })}
        <IconCircleCheckFilled size={15} aria-hidden color="var(--mantine-color-success)" /> {t("grid.confirmedLegend")}
      </p>
    </div>
  );
}

function Chip({ person, selected, onOpen }: { person: StandingView; selected: boolean; onOpen: (employeeId: string) => void }) {
  const { t } = useTranslation("talent");
  const score = person.talentScore === null ? "–" : formatNumber(person.talentScore, 1);
  const moved = person.placement && person.placement.box !== person.box && person.box !== null ? t("grid.moved", { box: person.box }) : undefined;
  return (
    <UnstyledButton
      className={classes.chip ?? ""}
      data-selected={selected || undefined}
      onClick={() => onOpen(person.employeeId)}
      title={[formatName(person), person.positionTitle, moved].filter(Boolean).join(" · ")}
    >
      {person.placement ? <IconCircleCheckFilled size={14} aria-label={t("grid.confirmed")} color="var(--mantine-color-success)" /> : null}
      <span>{person.name}</span>
      <b>{score}</b>
    </UnstyledButton>
  );
}
