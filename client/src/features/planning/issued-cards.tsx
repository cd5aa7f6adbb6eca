import type { AssessmentDetail, SignInCards } from "@kompeten/shared/contracts/planning";
import { Alert, Button, Group, Stack } from "@mantine/core";
import { IconAlertTriangle, IconFileExport, IconPrinter } from "@tabler/icons-react";
import { useRef } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { useSession } from "../../api/session.ts";
import { saveFile } from "../../browser/save-file.ts";
import { CardSheet } from "../../ui/card-sheet.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { toCsv } from "../../ui/csv.ts";
import { formatNip } from "../../ui/format.ts";
import { LeaveGuard } from "../../app/leave-guard.tsx";
import classes from "./planning.module.css";

type Props = { assessment: AssessmentDetail; issued: SignInCards; onClose: () => void };

export function IssuedCards({ assessment, issued, onClose }: Props) {
  const { t } = useTranslation("planning");
  const { agency } = useSession();
  const { cards, withOwnPassword } = issued;
  // Once closed on purpose nothing more is asked.
  const closed = useRef(false);
  function download() {
    const header = [t("candidates.name"), t("candidates.nip"), t("cards.login"), t("cards.password"), t("cards.sittings")];
    // In groups, as sign-in accepts it: a spreadsheet would round eighteen digits.
    const rows = cards.map(({ name, nip, login, password, sittings }) => [name, formatNip(nip), formatNip(login), password, sittings.join(", ")]);
    saveFile(new Blob([toCsv(header, rows)], { type: "text/csv;charset=utf-8" }), `${t("cards.caption")} ${assessment.number}.csv`);
  }
  return (
    <>
      <CardSheet
        caption={t("cards.caption")}
        cards={cards.map(({ enrolmentId, name, login, password, sittings }) => ({
          key: enrolmentId,
          head: `${t("cards.card")} · ${assessment.number}`,
          name,
          line: `${agency.shortName} · ${assessment.title}`,
          facts: [
            { term: t("cards.login"), value: formatNip(login) },
            { term: t("cards.password"), value: password, secret: true },
            { term: t("cards.sittings"), value: sittings.join(", ") || "–" },
            { term: t("cards.address"), value: window.location.origin },
          ],
          foot: t("cards.instruction"),
        }))}
      >
        <Stack gap="md" mb="md">
          <Alert color="yellow" variant="light" role="status" icon={<IconAlertTriangle size={20} stroke={1.8} />} title={t("cards.issued", { count: cards.length })}>
            {t("cards.once")}
          </Alert>
          <Group gap="sm">
            <Button leftSection={<IconPrinter size={18} stroke={1.7} />} disabled={cards.length === 0} onClick={() => window.print()}>
              {t("cards.print")}
            </Button>
            <Button variant="light" leftSection={<IconFileExport size={18} stroke={1.7} />} disabled={cards.length === 0} onClick={download}>
              {t("cards.csv")}
            </Button>
            <ConfirmButton
              variant="default"
              title={t("cards.leaveTitle")}
              consequence={t("cards.leaveText")}
              confirmLabel={t("cards.leave")}
              onConfirm={() => {
                closed.current = true;
                onClose();
              }}
            >
              {t("cards.done")}
            </ConfirmButton>
          </Group>
          {withOwnPassword.length > 0 ? (
            <p className={classes.hint}>
              {t("cards.ownPassword", { count: withOwnPassword.length })} {withOwnPassword.map(({ name }) => name).join(", ")}
            </p>
          ) : null}
        </Stack>
      </CardSheet>
      <LeaveGuard when={() => !closed.current && cards.length > 0} title={t("cards.leaveTitle")} text={t("cards.leaveText")} confirm={t("cards.leave")} />
    </>
  );
}
