import type { TextRevision } from "@kompeten/shared/contracts/text-history";
import { Button } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useId, useMemo, useRef, useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { formatNumber } from "../format.ts";
import { MarkedText } from "./marked-text.tsx";
import { SaveList, signed } from "./save-list.tsx";
import { statesOf } from "./states.rules.ts";
import classes from "./text-history.module.css";

type Props = { revisions: readonly TextRevision[]; timeOf: (atMs: number) => string; onRestore?: (text: string) => void };

/** How a text came to be, save by save, with what changed in each. */
export function TextHistory({ revisions, timeOf, onRestore }: Props) {
  const { t } = useTranslation("text-history");
  const states = useMemo(() => statesOf(revisions), [revisions]);
  const total = states.times.length;
  const [index, setIndex] = useState(total - 1);
  const [listed, setListed] = useState(false);
  const shown = useRef<HTMLDivElement>(null);
  const slider = useId();
  const state = useMemo(() => (index < 0 ? null : states.at(index)), [states, index]);
  if (!state) return <p>{t("none")}</p>;
  const position = t("position", { position: index + 1, total });
  const said = t("at", { time: timeOf(state.atMs), words: formatNumber(state.words), change: signed(state.change) });
  return (
    <div className={classes.root}>
      <div className={classes.pick}>
        <Button variant="default" mih={44} aria-label={t("earlier")} disabled={index === 0} onClick={() => setIndex(index - 1)}>
          <IconChevronLeft size={18} stroke={1.8} aria-hidden />
        </Button>
        <label htmlFor={slider} className={classes.label}>
          {t("state")}
        </label>
        <input id={slider} type="range" min={0} max={total - 1} value={index} aria-valuetext={`${position}, ${said}`} onChange={(event) => setIndex(Number(event.currentTarget.value))} />
        <Button variant="default" mih={44} aria-label={t("later")} disabled={index === total - 1} onClick={() => setIndex(index + 1)}>
          <IconChevronRight size={18} stroke={1.8} aria-hidden />
        </Button>
      </div>
      <p className={classes.said}>
        <strong>{position}</strong> · {said}
      </p>
      <p className={classes.legend}>{t("legend")}</p>
      {/* What scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div ref={shown} className={classes.text} tabIndex={0} role="region" aria-label={t("text")}>
        {state.text.trim() === "" ? <em>{t("empty")}</em> : null}
        <MarkedText earlier={states.textAt(index - 1)} text={state.text} />
      </div>
      {onRestore && index < total - 1 ? (
        <Button variant="default" mih={44} className={classes.restore ?? ""} onClick={() => onRestore(state.text)}>
          {t("restore")}
        </Button>
      ) : null}
      <details onToggle={(event) => setListed(event.currentTarget.open)}>
        <summary className={classes.summary}>{t("all")}</summary>
        {listed ? (
          <SaveList
            states={states}
            shown={index}
            timeOf={timeOf}
            onPick={(picked) => {
              setIndex(picked);
              // The text stands above the list: whoever picks from it reads on there.
              shown.current?.focus();
            }}
          />
        ) : null}
      </details>
    </div>
  );
}
