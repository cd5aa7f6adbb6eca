import type { AssessmentDetail, SignInCards } from "@kompeten/shared/contracts/planning";
import { Alert, Button, Group, Stack } from "@mantine/core";
import { IconAlertTriangle, IconFileExport, IconPrinter } from "@tabler/icons-react";
import { useRef } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { useSession } from "../../api/session.ts";
import { saveFile } from "../../browser/save-file.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { toCsv } from "../../ui/csv.ts";
import { formatNip } from "../../ui/format.ts";
import { LeaveGuard } from "./leave-guard.tsx";
import classes from "./planning.module.css";

type Props = { assessment: AssessmentDetail; issued: SignInCards; onClose: () => void };

export function IssuedCards({ assessment, issued, onClose }: Props) {
  const { t } = useTranslation("planning");
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
    <Stack gap="md">
      <div className={classes.screenOnly}>
        <Stack gap="md">
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
      </div>
      <ul className={classes.signInCards} aria-label={t("cards.caption")}>
        {cards.map((card) => (
          <Card key={card.enrolmentId} card={card} assessment={assessment} />
        ))}
      </ul>
      <LeaveGuard when={() => !closed.current && cards.length > 0} title={t("cards.leaveTitle")} text={t("cards.leaveText")} confirm={t("cards.leave")} />
    </Stack>
  );
}

function Card({ card, assessment }: { card: SignInCards["cards"][number]; assessment: AssessmentDetail }) {
  const { t } = useTranslation("planning");
  const { agency } = useSession();
  return (
    <li>
      <p className={classes.cardHead}>
        {t("cards.card")} · {assessment.number}
      </p>
      <p className={classes.cardName}>{card.name}</p>
      <p>
        {agency.shortName} · {assessment.title}
      </p>
      <dl>
        <dt>{t("cards.login")}</dt>
        <dd className={classes.nip}>{formatNip(card.login)}</dd>
        <dt>{t("cards.password")}</dt>
        <dd className={classes.password}>{card.password}</dd>
        <dt>{t("cards.sittings")}</dt>
        <dd>{card.sittings.join(", ") || "–"}</dd>
        <dt>{t("cards.address")}</dt>
        <dd>{window.location.origin}</dd>
      </dl>
      <p>{t("cards.instruction")}</p>
    </li>
  );
}
