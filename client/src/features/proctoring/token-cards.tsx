import type { SittingTokenCards } from "@kompeten/shared/contracts/sitting-tokens";
import { Alert, Button, Group, Stack } from "@mantine/core";
import { IconAlertTriangle, IconFileExport, IconPrinter } from "@tabler/icons-react";
import { useRef } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { useSession } from "../../api/session.ts";
import { LeaveGuard } from "../../app/leave-guard.tsx";
import { saveFile } from "../../browser/save-file.ts";
import { CardSheet } from "../../ui/card-sheet.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { toCsv } from "../../ui/csv.ts";
import { formatDateTime, formatNip } from "../../ui/format.ts";

/** R6: to be printed or exported now; afterwards they can only be renewed. */
export function TokenCards({ made, onClose }: { made: SittingTokenCards; onClose: () => void }) {
  const { t } = useTranslation("proctoring");
  const { agency } = useSession();
  const { cards, timeZone } = made;
  // Once closed on purpose nothing more is asked.
  const closed = useRef(false);
  const valid = t("tokens.between", { from: formatDateTime(made.validFromMs, timeZone), until: formatDateTime(made.validUntilMs, timeZone) });
  const place = [made.sittingTitle, made.place].filter(Boolean).join(" · ");
  function download() {
    const header = [t("column.candidate"), t("tokens.login"), t("tokens.token"), t("sitting"), t("tokens.validity"), t("tokens.address")];
    // In groups, as sign-in accepts it: a spreadsheet would round eighteen digits.
    const rows = cards.map(({ name, login, token }) => [name, formatNip(login), token, place, valid, window.location.origin]);
    saveFile(new Blob([toCsv(header, rows)], { type: "text/csv;charset=utf-8" }), `${t("tokens.title")} ${made.sittingTitle}.csv`);
  }
  return (
    <>
      <CardSheet
        caption={t("tokens.title")}
        cards={cards.map(({ enrolmentId, name, login, token }) => ({
          key: enrolmentId,
          head: t("tokens.card"),
          name,
          line: `${agency.shortName} · ${made.assessmentTitle}`,
          facts: [
            { term: t("tokens.login"), value: formatNip(login) },
            { term: t("tokens.token"), value: token, secret: true },
            { term: t("sitting"), value: place },
            { term: t("tokens.validity"), value: valid },
            { term: t("tokens.address"), value: window.location.origin },
          ],
          foot: t("tokens.instruction"),
        }))}
      >
        <Stack gap="md" mb="md">
          <Alert color="yellow" variant="light" role="status" icon={<IconAlertTriangle size={20} stroke={1.8} />} title={t("tokens.issued", { count: cards.length })}>
            {t("tokens.once")}
          </Alert>
          <Group gap="sm">
            <Button leftSection={<IconPrinter size={18} stroke={1.7} />} disabled={cards.length === 0} onClick={() => window.print()}>
              {t("tokens.print")}
            </Button>
            <Button variant="light" leftSection={<IconFileExport size={18} stroke={1.7} />} disabled={cards.length === 0} onClick={download}>
              {t("tokens.csv")}
            </Button>
            <ConfirmButton
              variant="default"
              title={t("tokens.leaveTitle")}
              consequence={t("tokens.leaveText")}
              confirmLabel={t("tokens.leave")}
              onConfirm={() => {
                closed.current = true;
                onClose();
              }}
            >
              {t("tokens.done")}
            </ConfirmButton>
          </Group>
        </Stack>
      </CardSheet>
      <LeaveGuard when={() => !closed.current && cards.length > 0} title={t("tokens.leaveTitle")} text={t("tokens.leaveText")} confirm={t("tokens.leave")} />
    </>
  );
}
