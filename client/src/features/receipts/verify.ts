import type { ReceiptKeys, ReceiptVerdict } from "@kompeten/shared/contracts/receipts";
import { type Receipt, signedText } from "@kompeten/shared/proof";
import { apiGet, apiPost } from "../../api/client.ts";

export type Checked = ReceiptVerdict & { by: "browser" | "server" };

/** A receipt as it was downloaded; null for anything else. Whether it is genuine is for its signature to say. */
export function readReceipt(text: string): Receipt | null {
  try {
    const receipt = JSON.parse(text) as Partial<Receipt> | null;
    const known = receipt?.content?.document === "kompeten-receipt" && receipt.content.version === 1 && Array.isArray(receipt.content.parts);
    return known && typeof receipt.keyId === "string" && typeof receipt.signature === "string" ? (receipt as Receipt) : null;
  } catch {
    return null;
  }
}

/** In this browser where it knows Ed25519, so that nothing has to be sent anywhere; else by the server. */
export async function verifyReceipt(receipt: Receipt): Promise<Checked> {
  const { keys } = await apiGet<ReceiptKeys>("/api/receipts/keys");
  const key = keys.find(({ keyId }) => keyId === receipt.keyId);
  // A key that is a minute old may be known to one server process and not yet to another: the verdict on it is the server's.
  const valid = key ? await verifiedHere(receipt, key.publicKey).catch(() => null) : null;
  if (valid === null) return { ...(await apiPost<ReceiptVerdict>("/api/receipts/verify", receipt)), by: "server" };
  return { valid, reason: valid ? null : "wrong-signature", by: "browser" };
}

async function verifiedHere({ content, signature }: Receipt, spki: string): Promise<boolean> {
  const key = await crypto.subtle.importKey("spki", bytesOf(spki), { name: "Ed25519" }, false, ["verify"]);
  return crypto.subtle.verify({ name: "Ed25519" }, key, bytesOf(signature), new TextEncoder().encode(signedText(content)));
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
}
