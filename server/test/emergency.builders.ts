/** Seals an emergency file as docs/protocol.md says, with WebCrypto as a browser does. */
import type { Operation, PaperView } from "@kompeten/shared/contracts/delivery";
import type { EmergencyFile } from "@kompeten/shared/contracts/emergency";
import { webcrypto } from "node:crypto";

type Given = { attemptId: string; epoch?: number; emergency: PaperView["emergency"]; operations: readonly { epoch: number; operation: Operation }[]; pass?: string };
const text = (value: string) => new TextEncoder().encode(value);
const base64 = (value: ArrayBuffer | Uint8Array) => Buffer.from(value as Uint8Array).toString("base64");

export async function sealedFile({ attemptId, epoch = 1, emergency, operations, pass = emergency.pass }: Given): Promise<EmergencyFile> {
  const { subtle } = webcrypto;
  const curve = { name: "ECDH", namedCurve: "P-256" };
  const own = await subtle.generateKey(curve, false, ["deriveBits"]);
  const theirs = await subtle.importKey("spki", Buffer.from(emergency.publicKey, "base64"), curve, false, []);
  const spki = new Uint8Array(await subtle.exportKey("spki", own.publicKey));
  const shared = await subtle.importKey("raw", await subtle.deriveBits({ name: "ECDH", public: theirs }, own.privateKey, 256), "HKDF", false, ["deriveKey"]);
  const key = await subtle.deriveKey({ name: "HKDF", hash: "SHA-256", salt: spki, info: text("kompeten emergency file v1") }, shared, { name: "AES-GCM", length: 256 }, false, ["encrypt"]);
  const head = { document: "kompeten-emergency-file" as const, version: 1 as const, attemptId, epoch, keyId: emergency.keyId, madeAtMs: Date.now() };
  const iv = webcrypto.getRandomValues(new Uint8Array(12));
  const binding = `{"attemptId":"${attemptId}","document":"${head.document}","epoch":${epoch},"keyId":"${head.keyId}","madeAtMs":${head.madeAtMs},"version":1}`;
  const sealed = await subtle.encrypt({ name: "AES-GCM", iv, additionalData: text(binding) }, key, text(JSON.stringify({ pass, operations })));
  return { ...head, ephemeralKey: base64(spki), iv: base64(iv), sealed: base64(new Uint8Array(sealed)) };
}
