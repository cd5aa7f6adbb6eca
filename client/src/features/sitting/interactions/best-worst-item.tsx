import type { TestItem } from "@kompeten/shared/paper";
import { Button } from "@mantine/core";
import { useId, useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import { type BestWorst, chooseBestWorst } from "./best-worst.rules.ts";
import classes from "../test/item.module.css";
import { Prompt } from "../test/prompt.tsx";
import { letterOf, useOptionKeys } from "../test/use-item-keys.ts";

type Props = { item: Extract<TestItem, { interaction: "best-worst" }>; shortcuts: boolean };
const roles = ["best", "worst"] as const;

/** Two columns of radio buttons over the same options; digits choose the most, letters the least effective. */
export function BestWorstItem({ item, shortcuts }: Props) {
  const { t } = useTranslation("sitting");
  const { session, state } = useAttempt();
  const name = useId();
  const [moved, setMoved] = useState("");
  const response = state.work.responses[item.id];
  const chosen: BestWorst = response?.interaction === "best-worst" ? { best: response.best, worst: response.worst } : { best: null, worst: null };

  function respond(next: BestWorst) {
    session.do({ kind: "respond", itemId: item.id, response: { interaction: "best-worst", ...next } });
  }
  function choose(role: keyof BestWorst, optionId: string) {
    if (chosen[role] === optionId) return;
    const next = chooseBestWorst(chosen, role, optionId);
    const other = role === "best" ? "worst" : "best";
    setMoved(chosen[other] !== next[other] ? t(`test.taken.${other}`) : "");
    respond(next);
  }
  useOptionKeys(item.options.length, shortcuts, (index, kind) => {
    const option = item.options[index];
    if (option) choose(kind === "digit" ? "best" : "worst", option.id);
  });
  const missing = chosen.best === null && chosen.worst !== null ? "best" : chosen.worst === null && chosen.best !== null ? "worst" : null;
  return (
    <fieldset className={classes.choices}>
      <legend className={classes.legend}>
        <Prompt text={item.prompt} />
      </legend>
      <div className={classes.columns} aria-hidden>
        <span />
        <span>{t("test.best")}</span>
        <span>{t("test.worst")}</span>
      </div>
      {item.options.map((option, index) => (
        <div key={option.id} className={classes.pair} data-best={chosen.best === option.id || undefined} data-worst={chosen.worst === option.id || undefined}>
          <span className={classes.pairText} id={`${name}-${option.id}`}>
            <span className={classes.letter} aria-hidden>
              {letterOf(index)}
            </span>
            <span lang="id">{option.text}</span>
          </span>
          {roles.map((role) => (
            <label key={role} className={classes.cell} data-role={role}>
              <input
                type="radio"
                name={`${name}-${role}`}
                checked={chosen[role] === option.id}
                onChange={() => choose(role, option.id)}
                aria-label={`${t(`test.${role}`)}: ${option.text}`}
              />
              <span className={classes.cellLabel} aria-hidden>
                {t(`test.${role}`)}
              </span>
            </label>
          ))}
        </div>
      ))}
      <div className={classes.under}>
        <p role="status" className={classes.hint}>
          {moved || (missing ? t(`test.alsoChoose.${missing}`) : "")}
        </p>
        <Button variant="subtle" color="gray" mih={44} disabled={chosen.best === null && chosen.worst === null} onClick={() => (setMoved(""), respond({ best: null, worst: null }))}>
          {t("test.clear")}
        </Button>
      </div>
    </fieldset>
  );
}
