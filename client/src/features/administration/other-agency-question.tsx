import { ApiProblem } from "../../api/problem.ts";
import { useTranslation } from "../../words/use-translation.ts";
import { ConfirmModal } from "../../ui/confirm-button.tsx";

/** The agency that looks after the account, where the server asks whether it is to be trusted. */
export function agencyAskedAbout(error: unknown): string | undefined {
  return error instanceof ApiProblem && error.code === "looked-after-elsewhere" ? String(error.params["agency"]) : undefined;
}

type Props = { error: unknown; onAccept: () => void; onCancel: () => void };

/** To give a role to such an account is a decision of its own, about another agency. */
export function OtherAgencyQuestion({ error, onAccept, onCancel }: Props) {
  const { t } = useTranslation("administration");
  const agency = agencyAskedAbout(error);
  return (
    <ConfirmModal
      opened={agency !== undefined}
      onClose={onCancel}
      onConfirm={onAccept}
      title={t("otherAgency.title", { agency: agency ?? "" })}
      consequence={t("otherAgency.text", { agency: agency ?? "" })}
      confirmLabel={t("otherAgency.confirm")}
    />
  );
}
