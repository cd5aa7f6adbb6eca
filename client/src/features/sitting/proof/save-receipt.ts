import type { Receipt } from "@kompeten/shared/proof";
import { saveFile } from "../../../browser/save-file.ts";

/** The receipt alone, without the salt: whoever gets this file cannot guess an answer from it. */
export function saveReceipt(receipt: Receipt): void {
  saveFile(new Blob([JSON.stringify(receipt, null, 2)], { type: "application/json" }), `tanda-terima-${receipt.content.attemptId}.json`);
}
