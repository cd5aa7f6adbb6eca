import { Alert, Button, Group, Stack } from "@mantine/core";
import { IconAlertTriangle, IconFileExport, IconPrinter } from "@tabler/icons-react";
import { type ReactNode, useRef } from "react";
import { saveFile } from "../browser/save-file.ts";
import { type Card, CardSheet } from "../ui/card-sheet.tsx";
import { ConfirmButton } from "../ui/confirm-button.tsx";
import { toCsv } from "../ui/csv.ts";
import { LeaveGuard } from "./leave-guard.tsx";

type Words = Record<"caption" | "issued" | "once" | "print" | "csv" | "done" | "leave" | "leaveTitle" | "leaveText", string>;
type Props = {
  words: Words;
  cards: readonly Card[];
  /** The same as a table; `rows` in the order of `header`. */
  table: { name: string; header: string[]; rows: string[][] };
  onClose: () => void;
  children?: ReactNode;
};

/** What lets somebody in and is shown once: to be printed or exported before one leaves. */
export function OneTimeCards({ words, cards, table, onClose, children }: Props) {
  // Once closed on purpose nothing more is asked.
  const closed = useRef(false);
  const nothing = cards.length === 0;
  return (
    <>
      <CardSheet caption={words.caption} cards={cards}>
        <Stack gap="md" mb="md">
          <Alert color="yellow" variant="light" role="status" icon={<IconAlertTriangle size={20} stroke={1.8} />} title={words.issued}>
            {words.once}
          </Alert>
          <Group gap="sm">
            <Button leftSection={<IconPrinter size={18} stroke={1.7} />} disabled={nothing} onClick={() => window.print()}>
              {words.print}
            </Button>
            <Button variant="light" leftSection={<IconFileExport size={18} stroke={1.7} />} disabled={nothing} onClick={() => saveFile(new Blob([toCsv(table.header, table.rows)], { type: "text/csv;charset=utf-8" }), `${table.name}.csv`)}>
              {words.csv}
            </Button>
            <ConfirmButton
              variant="default"
              title={words.leaveTitle}
              consequence={words.leaveText}
              confirmLabel={words.leave}
              onConfirm={() => {
                closed.current = true;
                onClose();
              }}
            >
              {words.done}
            </ConfirmButton>
          </Group>
          {children}
        </Stack>
      </CardSheet>
      <LeaveGuard when={() => !closed.current && !nothing} title={words.leaveTitle} text={words.leaveText} confirm={words.leave} />
    </>
  );
}
