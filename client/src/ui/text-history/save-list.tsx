import { useMemo, useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { formatNumber } from "../format.ts";
import { groupsOf, groupWords, type SaveGroup, type TextStates } from "./states.rules.ts";
import classes from "./text-history.module.css";

type Props = { states: TextStates; shown: number; timeOf: (atMs: number) => string; onPick: (index: number) => void };

/** Every save, those that follow each other closely under one line that opens to them. */
export function SaveList(props: Props) {
  const { t } = useTranslation("text-history");
  const groups = useMemo(() => groupsOf(props.states.times), [props.states]);
  return (
    <ol className={classes.saves} aria-label={t("all")}>
      {groups.map((group) => (
        <li key={group.first}>{group.first === group.last ? <Save {...props} index={group.first} /> : <Group {...props} group={group} />}</li>
      ))}
    </ol>
  );
}

function Group({ group, ...props }: Props & { group: SaveGroup }) {
  const { t } = useTranslation("text-history");
  const { states, shown, timeOf } = props;
  const { first, last } = group;
  const [opened, setOpened] = useState(false);
  const { words, change } = groupWords(states, group);
  return (
    <details onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary className={classes.group} aria-current={shown >= first && shown <= last ? "true" : undefined}>
        {t("group", { count: last - first + 1, words: formatNumber(words), change: signed(change), from: timeOf(states.times[first] ?? 0), to: timeOf(states.times[last] ?? 0) })}
      </summary>
      {opened ? (
        <ol className={classes.saves}>
          {Array.from({ length: last - first + 1 }, (_, offset) => (
            <li key={offset}>
              <Save {...props} index={first + offset} />
            </li>
          ))}
        </ol>
      ) : null}
    </details>
  );
}

function Save({ states, shown, timeOf, onPick, index }: Props & { index: number }) {
  const { t } = useTranslation("text-history");
  const { atMs, words, change } = useMemo(() => states.at(index), [states, index]);
  return (
    <button type="button" className={classes.save} aria-current={index === shown ? "true" : undefined} onClick={() => onPick(index)}>
      {t("one", { number: index + 1 })} · {t("at", { time: timeOf(atMs), words: formatNumber(words), change: signed(change) })}
    </button>
  );
}

export const signed = (words: number): string => `${words > 0 ? "+" : words < 0 ? "−" : ""}${formatNumber(Math.abs(words))}`;
