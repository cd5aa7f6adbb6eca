import type { ReceiptAnswer } from "@kompeten/shared/contracts/receipts";
import type { LobbyAttempt } from "@kompeten/shared/contracts/lobby";
import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "../../../words/use-translation.ts";
import { apiGet } from "../../../api/client.ts";
import { ProblemNotice } from "../../../app/problem-notice.tsx";
import { saveReceipt } from "./save-receipt.ts";
import classes from "../lobby/lobby.module.css";

/** J9: the receipts of what has ended, also days later. */
export default function LobbyReceipts({ attempts }: { attempts: readonly LobbyAttempt[] }) {
  const { t } = useTranslation("receipts");
  const fetching = useMutation({
    mutationFn: (attemptId: string) => apiGet<ReceiptAnswer>(`/api/attempts/${attemptId}/receipt`),
    onSuccess: ({ receipt }) => saveReceipt(receipt),
  });
  return (
    <>
      <div className={classes.row} style={{ marginTop: "1rem" }}>
        {attempts.map(({ attemptId, instrument }) => (
          <Button key={attemptId} variant="default" loading={fetching.isPending && fetching.variables === attemptId} onClick={() => fetching.mutate(attemptId)}>
            {t("own.of", { title: instrument.title })}
          </Button>
        ))}
      </div>
      {fetching.error ? <ProblemNotice error={fetching.error} /> : null}
    </>
  );
}
