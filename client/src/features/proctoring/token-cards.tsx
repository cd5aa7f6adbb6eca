import type { SittingTokenCards } from "@kompeten/shared/contracts/sitting-tokens";
import { useTranslation } from "../../words/use-translation.ts";
import { useSession } from "../../api/session.ts";
import { OneTimeCards } from "../../app/one-time-cards.tsx";
import { formatDateTime, formatNip } from "../../ui/format.ts";

/** R6: to be printed or exported now; afterwards they can only be renewed. */
export function TokenCards({ made, onClose }: { made: SittingTokenCards; onClose: () => void }) {
  const { t } = useTranslation("proctoring");
  const { agency } = useSession();
  const { cards, timeZone } = made;
  const valid = t("tokens.between", { from: formatDateTime(made.validFromMs, timeZone), until: formatDateTime(made.validUntilMs, timeZone) });
  const place = [made.sittingTitle, made.place].filter(Boolean).join(" · ");
  const words = {
    caption: t("tokens.title"),
    issued: t("tokens.issued", { count: cards.length }),
    once: t("tokens.once"),
    print: t("tokens.print"),
    csv: t("tokens.csv"),
    done: t("tokens.done"),
    leave: t("tokens.leave"),
    leaveTitle: t("tokens.leaveTitle"),
    leaveText: t("tokens.leaveText"),
  };
  const table = {
    name: `${t("tokens.title")} ${made.sittingTitle}`,
    header: [t("column.candidate"), t("tokens.login"), t("tokens.token"), t("sitting"), t("tokens.validity"), t("tokens.address")],
    // In groups, as sign-in accepts it: a spreadsheet would round eighteen digits.
    rows: cards.map(({ name, login, token }) => [name, formatNip(login), token, place, valid, window.location.origin]),
  };
  const printed = cards.map(({ enrolmentId, name, login, token }) => ({
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
  }));
  return <OneTimeCards words={words} cards={printed} table={table} onClose={onClose} />;
}
