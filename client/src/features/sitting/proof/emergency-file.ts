import type { PaperView } from "@kompeten/shared/contracts/delivery";
import type { EmergencyContents, EmergencyFile } from "@kompeten/shared/contracts/emergency";
import { isWork } from "@kompeten/shared/attempt";
import { bindingText, type EmergencyHead, emergencyKeyInfo } from "@kompeten/shared/proof";
import type { QueuedOperation } from "../queue/queued-operation.ts";

export type Unsent = { attemptId: string; epoch: number; offer: PaperView["emergency"]; operations: readonly QueuedOperation[] };

const curve = { name: "ECDH", namedCurve: "P-256" } as const;
const utf8 = (text: string) => new TextEncoder().encode(text);

/**
 * What could not be sent, sealed for the server: ECDH on P-256 with a key made for this file, HKDF, AES-GCM; bound to attempt
 * and epoch. Curves that browsers learnt later (X25519) would leave old laptops out. Throws where there is no secure context.
 */
export async function sealEmergencyFile({ attemptId, epoch, offer, operations }: Unsent, nowMs: number): Promise<EmergencyFile> {
  const { subtle } = crypto;
  const own = await subtle.generateKey(curve, false, ["deriveBits"]);
  const server = await subtle.importKey("spki", bytesOf(offer.publicKey), curve, false, []);
  const spki = new Uint8Array(await subtle.exportKey("spki", own.publicKey));
  const shared = await subtle.importKey("raw", await subtle.deriveBits({ name: "ECDH", public: server }, own.privateKey, 256), "HKDF", false, ["deriveKey"]);
  const key = await subtle.deriveKey({ name: "HKDF", hash: "SHA-256", salt: spki, info: utf8(emergencyKeyInfo) }, shared, { name: "AES-GCM", length: 256 }, false, ["encrypt"]);
  const head: EmergencyHead = { document: "kompeten-emergency-file", version: 1, attemptId, epoch, keyId: offer.keyId, madeAtMs: nowMs };
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const contents: EmergencyContents = { pass: offer.pass, operations: operations.map(onPaper) };
  const sealed = await subtle.encrypt({ name: "AES-GCM", iv, additionalData: utf8(bindingText(head)) }, key, utf8(JSON.stringify(contents)));
  return { ...head, ephemeralKey: base64(spki), iv: base64(iv), sealed: base64(new Uint8Array(sealed)) };
}

/** J7: with when it was made, as far as this page knows the server's time. */
function onPaper({ epoch, operation, serverMadeAtMs }: QueuedOperation): EmergencyContents["operations"][number] {
  return { epoch, operation: serverMadeAtMs === null || !isWork(operation) ? operation : { ...operation, madeAtMs: Math.round(serverMadeAtMs) } };
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

function base64(bytes: Uint8Array): string {
  let text = "";
  // In pieces: a call takes only so many arguments.
  for (let from = 0; from < bytes.length; from += 8192) text += String.fromCharCode(...bytes.subarray(from, from + 8192));
  return btoa(text);
}
