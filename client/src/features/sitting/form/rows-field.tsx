import { gapsOf, type Row } from "@kompeten/shared/attempt";
import type { cellCharactersMax as CellCharactersMax, RowsItem } from "@kompeten/shared/paper";
import { Button } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from "@tabler/icons-react";
import { useId, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { useResponse } from "../interactions/use-response.ts";
import classes from "./form.module.css";
import { movedAt } from "../interactions/order.rules.ts";
import { labelled } from "./form.rules.ts";

/** The contract's number, said again because importing its value would bring zod along; the type keeps the two equal. */
const cellMax: typeof CellCharactersMax = 1000;

/** Rows that can be added, moved and taken away, each a card with a field per column, so that it is the same on every screen. */
export function RowsField({ item }: { item: RowsItem }) {
  const { t } = useTranslation("form");
  const { response, respond, draft, flush } = useResponse(item.id, "rows");
  const [rows, setRows] = useState<readonly Row[]>(response?.rows ?? []);
  const [removed, setRemoved] = useState<{ row: Row; at: number } | null>(null);
  const [said, setSaid] = useState("");
  const root = useRef<HTMLDivElement>(null);
  const focus = useRef<string | null>(null);
  const id = useId();
  useLayoutEffect(() => {
    if (focus.current !== null) root.current?.querySelector<HTMLElement>(focus.current)?.focus();
    focus.current = null;
  });

  /** Rows come, go and move at once; what is being written in them goes out before. */
  function put(next: readonly Row[], focusOn: string, saying: string) {
    flush();
    setRows(next);
    respond({ interaction: "rows", rows: next });
    focus.current = focusOn;
    setSaid(saying);
  }
  function write(rowId: string, columnId: string, text: string) {
    const next = rows.map((row) => (row.id === rowId ? { ...row, cells: { ...row.cells, [columnId]: text } } : row));
    setRows(next);
    draft({ interaction: "rows", rows: next });
  }
  function add() {
    const row = { id: crypto.randomUUID().slice(0, 8), cells: {} };
    setRemoved(null);
    put([...rows, row], firstField(row.id), t("rows.added", { name: name(rows.length) }));
  }
  function move(at: number, by: -1 | 1) {
    const next = movedAt(rows, at, by);
    const rowId = rows[at]?.id ?? "";
    if (next === rows) return setSaid(t("rows.end"));
    put(next, `[data-move="${rowId}${by}"]`, t("rows.moved", { number: at + by + 1, total: rows.length }));
  }
  function remove(at: number) {
    const row = rows[at];
    if (!row) return;
    setRemoved({ row, at });
    put(rows.filter((one) => one !== row), "[data-undo]", t("rows.removed", { name: name(at) }));
  }
  function undo() {
    if (!removed) return;
    setRemoved(null);
    put([...rows.slice(0, removed.at), removed.row, ...rows.slice(removed.at)], firstField(removed.row.id), t("rows.restored"));
  }
  const name = (at: number) => `${item.rowName} ${at + 1}`;
  return (
    <div ref={root} role="group" aria-labelledby={id}>
      <h3 id={id} className={classes.label}>
        {labelled(item.prompt, item.required)}
      </h3>
      {item.guidance ? <p className={classes.guidance}>{item.guidance}</p> : null}
      {rows.length === 0 ? <p className={classes.empty}>{t("rows.none")}</p> : null}
      {rows.map((row, at) => (
        <fieldset key={row.id} className={classes.row} data-row={row.id}>
          <legend>{name(at)}</legend>
          <div className={classes.rowTools}>
            {([-1, 1] as const).map((by) => (
              <button
                key={by}
                type="button"
                data-move={`${row.id}${by}`}
                aria-disabled={(by === -1 ? at === 0 : at === rows.length - 1) || undefined}
                aria-label={t(by === -1 ? "rows.up" : "rows.down", { name: name(at) })}
                onClick={() => move(at, by)}
              >
                {by === -1 ? <IconArrowUp size={20} stroke={1.8} aria-hidden /> : <IconArrowDown size={20} stroke={1.8} aria-hidden />}
              </button>
            ))}
            <button type="button" aria-label={t("rows.remove", { name: name(at) })} onClick={() => remove(at)}>
              <IconTrash size={20} stroke={1.7} aria-hidden />
            </button>
          </div>
          <Cells item={item} row={row} onWrite={(columnId, text) => write(row.id, columnId, text)} onLeave={flush} />
        </fieldset>
      ))}
      <div className={classes.rowFoot}>
        <Button variant="default" mih={44} disabled={rows.length >= item.maxRows} leftSection={<IconPlus size={18} stroke={1.8} />} onClick={add}>
          {t("rows.add", { name: item.rowName.toLocaleLowerCase("id") })}
        </Button>
        {removed ? (
          <Button variant="subtle" mih={44} data-undo onClick={undo}>
            {t("rows.undo")}
          </Button>
        ) : null}
        {rows.length >= item.maxRows ? <span className={classes.guidance}>{t("rows.full", { count: item.maxRows })}</span> : null}
      </div>
      <p role="status" className={classes.hidden}>
        {said}
      </p>
    </div>
  );
}

function Cells({ item, row, onWrite, onLeave }: { item: RowsItem; row: Row; onWrite: (columnId: string, text: string) => void; onLeave: () => void }) {
  const { t } = useTranslation("form");
  const id = useId();
  const gaps = gapsOf(item, row);
  return (
    <div className={classes.cells}>
      {item.columns.map(({ id: columnId, label, format, hint, required }) => {
        const text = row.cells[columnId] ?? "";
        const wrongYear = format === "year" && text.trim() !== "" && gaps.includes(columnId);
        const note = wrongYear ? t("rows.year") : hint;
        const field = {
          id: `${id}-${columnId}`,
          required,
          maxLength: format === "year" ? 4 : cellMax,
          "aria-invalid": wrongYear || undefined,
          "aria-describedby": note ? `${id}-${columnId}-ket` : undefined,
          value: text,
          onChange: (event: { currentTarget: { value: string } }) => onWrite(columnId, event.currentTarget.value),
          onBlur: onLeave,
        };
        return (
          <div key={columnId} className={classes.cell} data-format={format}>
            <label htmlFor={field.id}>{labelled(label, required)}</label>
            {format === "long" ? <textarea className={classes.text} rows={2} {...field} /> : <input className={classes.input} autoComplete="off" inputMode={format === "year" ? "numeric" : "text"} {...field} />}
            {note ? (
              <p id={`${id}-${columnId}-ket`} className={classes.hint} data-wrong={wrongYear || undefined}>
                {note}
              </p>
            ) : null}
          </div>
        );
      })}
    </div>
  );
}

const firstField = (rowId: string): string => `[data-row="${rowId}"] :is(input, textarea)`;
