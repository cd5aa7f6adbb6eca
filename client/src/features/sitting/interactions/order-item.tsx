import type { TestItem } from "@kompeten/shared/paper";
import { Button } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import itemClasses from "../test/item.module.css";
import { Prompt } from "../test/prompt.tsx";
import { AnswerFoot } from "./answer-foot.tsx";
import classes from "./interactions.module.css";
import { moved } from "./order.rules.ts";
import { useResponse } from "./use-response.ts";

/** Buttons and arrow keys move an option; no dragging, which neither a keyboard nor a shaking hand can do. */
export function OrderItem({ item }: { item: Extract<TestItem, { interaction: "order" }> }) {
  const { t } = useTranslation("interactions");
  const { response, respond } = useResponse(item.id, "order");
  const [said, setSaid] = useState("");
  const list = useRef<HTMLOListElement>(null);
  // A moved element loses the focus; it goes with the option.
  const focus = useRef<string | null>(null);
  const legendId = useId();
  const given = response?.optionIds ?? [];
  const order = given.length > 0 ? given : item.options.map(({ id }) => id);
  const byId = new Map(item.options.map((option) => [option.id, option]));
  useLayoutEffect(() => {
    if (focus.current !== null) list.current?.querySelector<HTMLElement>(`[data-move="${focus.current}"]`)?.focus();
    focus.current = null;
  });

  function move(optionId: string, by: -1 | 1) {
    const next = moved(order, optionId, by);
    focus.current = `${optionId}${by}`;
    if (next === order) return setSaid(t("order.end", { text: byId.get(optionId)?.text }));
    respond({ interaction: "order", optionIds: next });
    setSaid(t("order.moved", { text: byId.get(optionId)?.text, place: next.indexOf(optionId) + 1, total: next.length }));
  }
  function onKeyDown(event: KeyboardEvent, optionId: string) {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    move(optionId, event.key === "ArrowUp" ? -1 : 1);
  }
  return (
    <div role="group" aria-labelledby={legendId} className={itemClasses.choices}>
      <div id={legendId} className={itemClasses.legend}>
        <Prompt text={item.prompt} />
      </div>
      <p className={itemClasses.howMany}>{t("order.how")}</p>
      <ol ref={list} className={classes.order} data-given={given.length > 0 || undefined}>
        {order.map((optionId, index) => (
          <li key={optionId} className={classes.orderRow}>
            <span className={classes.place} aria-hidden>
              {index + 1}
            </span>
            <span className={classes.orderText}>{byId.get(optionId)?.text}</span>
            {([-1, 1] as const).map((by) => (
              <button
                key={by}
                type="button"
                className={classes.move}
                data-move={`${optionId}${by}`}
                aria-disabled={(by === -1 ? index === 0 : index === order.length - 1) || undefined}
                aria-label={t(by === -1 ? "order.up" : "order.down", { text: byId.get(optionId)?.text })}
                onClick={() => move(optionId, by)}
                onKeyDown={(event) => onKeyDown(event, optionId)}
              >
                {by === -1 ? <IconArrowUp size={20} stroke={1.8} aria-hidden /> : <IconArrowDown size={20} stroke={1.8} aria-hidden />}
              </button>
            ))}
          </li>
        ))}
      </ol>
      {given.length === 0 ? (
        <Button variant="default" mih={44} onClick={() => (respond({ interaction: "order", optionIds: order }), setSaid(t("order.kept")))}>
          {t("order.keep")}
        </Button>
      ) : null}
      <p role="status" className={classes.hidden}>
        {said}
      </p>
      <AnswerFoot hint={given.length === 0 ? t("order.notYet") : ""} empty={given.length === 0} onClear={() => (respond({ interaction: "order", optionIds: [] }), setSaid(""))} />
    </div>
  );
}
