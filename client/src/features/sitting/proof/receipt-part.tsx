import type { ReceiptAnswer } from "@kompeten/shared/contracts/receipts";
import { partText, type PartDigest, workParts } from "@kompeten/shared/proof";
import type { Work } from "@kompeten/shared/attempt";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "../../../words/use-translation.ts";
import { apiGet } from "../../../api/client.ts";
import { paths } from "../../../app/paths.ts";
import lobbyClasses from "../lobby/lobby.module.css";
import { saveReceipt } from "./save-receipt.ts";

/** J9: the receipt of an attempt that has ended; with the work at hand, as of the entry `seq`, whether it matches. */
export default function ReceiptPart({ attemptId, shown }: { attemptId: string; shown?: { work: Work; seq: number; receipt: ReceiptAnswer | null } }) {
  const { t } = useTranslation("receipts");
  const receipt = useQuery({
    // What is counted afterwards makes a further receipt.
    queryKey: ["sitting", "receipt", attemptId, shown?.seq],
    queryFn: async ({ signal }) => {
      // The hand-in has brought it; what is counted afterwards has to be asked for.
      const brought = shown?.receipt?.receipt.content.journal.entries === shown?.seq ? shown?.receipt : null;
      const answer = brought ?? (await apiGet<ReceiptAnswer>(`/api/attempts/${attemptId}/receipt`, { signal }));
      // Nothing is claimed where the receipt is of another moment than the page, nor without a secure context, where a page cannot hash.
      const comparable = shown?.seq === answer.receipt.content.journal.entries;
      return { ...answer, matches: shown && comparable ? await matching(shown.work, answer).catch(() => null) : null };
    },
  });
  const { data } = receipt;
  return (
    <section aria-labelledby={`tanda-terima-${attemptId}`}>
      <h3 id={`tanda-terima-${attemptId}`} className={lobbyClasses.subtitle}>
        {t("own.title")}
      </h3>
      <p className={lobbyClasses.text}>{t("own.text")}</p>
      {data?.matches ? <p className={lobbyClasses.text}>{data.matches === "all" ? t("own.matches", { count: data.receipt.content.parts.length }) : t("own.differs")}</p> : null}
      {receipt.error ? <p role="alert">{t("own.failed")}</p> : null}
      <div className={lobbyClasses.row}>
        <Button variant="default" loading={receipt.isPending} onClick={() => (data ? saveReceipt(data.receipt) : void receipt.refetch())}>
          {t(receipt.error ? "own.again" : "own.download")}
        </Button>
        <Button component="a" href={paths.verification} target="_blank" variant="subtle">
          {t("own.verify")}
        </Button>
      </div>
    </section>
  );
}

/** Whether the work that this page shows has the digests that were signed. */
async function matching(work: Work, { receipt, salt }: ReceiptAnswer): Promise<"all" | "some"> {
  const saltBytes = Uint8Array.from(salt.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const here = await Promise.all(workParts(work).map(async (part): Promise<PartDigest> => ({ kind: part.kind, id: part.id, sha256: await sha256(saltBytes, partText(part)) })));
  const { parts } = receipt.content;
  return here.length === parts.length && here.every(({ id, sha256: digest }, index) => parts[index]?.id === id && parts[index]?.sha256 === digest) ? "all" : "some";
}

async function sha256(salt: Uint8Array, text: string): Promise<string> {
  const bytes = new Uint8Array([...salt, ...new TextEncoder().encode(text)]);
  return Array.from(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
