import type { AssessmentDetail, SignInCards } from "@kompeten/shared/contracts/planning";
import { useTranslation } from "../../words/use-translation.ts";
import { useSession } from "../../api/session.ts";
import { OneTimeCards } from "../../app/one-time-cards.tsx";
import { formatNip } from "../../ui/format.ts";
import classes from "./planning.module.css";

type Props = { assessment: AssessmentDetail; issued: SignInCards; onClose: () => void };

export function IssuedCards({ assessment, issued, onClose }: Props) {
  const { t } = useTranslation("planning");
  const { agency } = useSession();
  const { cards, withOwnPassword } = issued;
  const words = {
    caption: t("cards.caption"),
    issued: t("cards.issued", { count: cards.length }),
    once: t("cards.once"),
    print: t("cards.print"),
    csv: t("cards.csv"),
    done: t("cards.done"),
    leave: t("cards.leave"),
    leaveTitle: t("cards.leaveTitle"),
    leaveText: t("cards.leaveText"),
  };
  const table = {
    name: `${t("cards.caption")} ${assessment.number}`,
    header: [t("candidates.name"), t("candidates.nip"), t("cards.login"), t("cards.password"), t("cards.sittings")],
    // In groups, as sign-in accepts it: a spreadsheet would round eighteen digits.
    rows: cards.map(({ name, nip, login, password, sittings }) => [name, formatNip(nip), formatNip(login), password, sittings.join(", ")]),
  };
  const printed = cards.map(({ enrolmentId, name, login, password, sittings }) => ({
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
  }));
  return (
    <OneTimeCards words={words} cards={printed} table={table} onClose={onClose}>
      {withOwnPassword.length > 0 ? (
        <p className={classes.hint}>
          {t("cards.ownPassword", { count: withOwnPassword.length })} {withOwnPassword.map(({ name }) => name).join(", ")}
        </p>
      ) : null}
    </OneTimeCards>
  );
}
