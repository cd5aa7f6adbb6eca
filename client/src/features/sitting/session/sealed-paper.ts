import type { PaperView, SealedPaper } from "@kompeten/shared/contracts/delivery";

const nonceBytes = 12;

/** T6: whether this page could open a sealed paper at all; not outside a secure context, nor in an old browser. */
export const canOpenSealed = (): boolean => typeof DecompressionStream === "function" && (globalThis.crypto as Crypto | undefined)?.subtle !== undefined;

/** T6: opens what was fetched before the start with the key that the start brought. Rejects where the two do not belong together. */
export async function openSealed({ attemptId, sealed }: SealedPaper, key: string): Promise<PaperView> {
  const bytes = fromBase64(sealed);
  const secret = await crypto.subtle.importKey("raw", fromBase64(key.replaceAll("-", "+").replaceAll("_", "/")), "AES-GCM", false, ["decrypt"]);
  const zipped = await crypto.subtle.decrypt({ name: "AES-GCM", iv: bytes.subarray(0, nonceBytes), additionalData: new TextEncoder().encode(attemptId) }, secret, bytes.subarray(nonceBytes));
  return (await new Response(new Response(zipped).body?.pipeThrough(new DecompressionStream("gzip"))).json()) as PaperView;
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
