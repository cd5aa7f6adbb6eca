import type { TextRevision } from "@kompeten/shared/contracts/text-history";
import { Button } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useId, useMemo, useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { formatNumber } from "../format.ts";
import { ScrollTable } from "../scroll-table.tsx";
import { MarkedText } from "./marked-text.tsx";
import { statesOf } from "./states.rules.ts";
import classes from "./text-history.module.css";

type Props = { revisions: readonly TextRevision[]; timeOf: (atMs: number) => string; onRestore?: (text: string) => void };

/** How a text came to be, state by state, with what changed in each. */
export function TextHistory({ revisions, timeOf, onRestore }: Props) {
  const { t } = useTranslation("text-history");
  const states = useMemo(() => statesOf(revisions), [revisions]);
  const [index, setIndex] = useState(states.length - 1);
  const slider = useId();
  const state = states[index];
  if (!state) return <p>{t("none")}</p>;
  const position = t("position", { position: index + 1, total: states.length });
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
        <input id={slider} type="range" min={0} max={states.length - 1} value={index} aria-valuetext={`${position}, ${said}`} onChange={(event) => setIndex(Number(event.currentTarget.value))} />
        <Button variant="default" mih={44} aria-label={t("later")} disabled={index === states.length - 1} onClick={() => setIndex(index + 1)}>
          <IconChevronRight size={18} stroke={1.8} aria-hidden />
        </Button>
      </div>
      <p className={classes.said}>
        <strong>{position}</strong> · {said}
      </p>
      <p className={classes.legend}>{t("legend")}</p>
      {/* What scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={classes.text} tabIndex={0} role="region" aria-label={t("text")}>
        {state.text.trim() === "" ? <em>{t("empty")}</em> : null}
        <MarkedText earlier={states[index - 1]?.text ?? ""} text={state.text} />
      </div>
      {onRestore && index < states.length - 1 ? (
        <Button variant="default" mih={44} className={classes.restore ?? ""} onClick={() => onRestore(state.text)}>
          {t("restore")}
        </Button>
      ) : null}
      <details>
        <summary className={classes.summary}>{t("all")}</summary>
        <ScrollTable
          caption={t("all")}
          columns={[{ label: t("time"), align: "right" }, { label: t("wordsColumn"), align: "right" }, { label: t("changeColumn"), align: "right" }]}
          rows={states.map(({ atMs, words, change }) => [timeOf(atMs), formatNumber(words), signed(change)])}
        />
      </details>
    </div>
  );
}

const signed = (words: number): string => `${words > 0 ? "+" : words < 0 ? "−" : ""}${formatNumber(Math.abs(words))}`;
