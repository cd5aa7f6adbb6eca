import { type Receipt, type ReceiptContent, receiptNote, signedText } from "@kompeten/shared/proof";
import { generateKeyPairSync, sign } from "node:crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { readReceipt, verifyReceipt } from "./verify.ts";

const pair = generateKeyPairSync("ed25519");
const content: ReceiptContent = {
  document: "kompeten-receipt",
  version: 1,
  note: receiptNote,
  attemptId: "0198f0a0-0000-7000-8000-000000000001",
  agency: "BKD Uji",
  assessment: "Pemetaan",
  sitting: "Sesi 1",
  instrument: { title: "Penalaran Umum", kind: "test", versionId: "0198f0a0-0000-7000-8000-000000000002" },
  candidate: { name: "Siti Rahmawati, S.H.", nip: "1985**** ****** * 005" },
  startedAtMs: 1,
  closedAtMs: 2,
  reason: "submitted",
  journal: { entries: 7, head: "a".repeat(64) },
  parts: [{ kind: "item", id: "v01", sha256: "b".repeat(64) }],
  setAside: { quarantined: 0, late: 0, merged: 0 },
};
const receipt: Receipt = { content, keyId: "0123456789abcdef", signature: sign(null, Buffer.from(signedText(content)), pair.privateKey).toString("base64url") };

function server(verdict: { valid: boolean; reason: string | null } = { valid: true, reason: null }) {
  const asked: string[] = [];
  const keys = [{ keyId: receipt.keyId, algorithm: "Ed25519", publicKey: pair.publicKey.export({ format: "der", type: "spki" }).toString("base64"), since: "2026-11-25T00:00:00Z" }];
  vi.stubGlobal("fetch", async (path: string) => {
    asked.push(path);
    return Response.json(path.endsWith("/keys") ? { keys } : verdict);
  });
  return asked;
}
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("[J9] a receipt in the browser", () => {
  it("is verified here, and each change is seen", async () => {
    const asked = server();
    expect(await verifyReceipt(receipt)).toEqual({ valid: true, reason: null, by: "browser" });
    expect(await verifyReceipt({ ...receipt, content: { ...content, closedAtMs: 3 } })).toEqual({ valid: false, reason: "wrong-signature", by: "browser" });
    expect(new Set(asked)).toEqual(new Set(["/api/receipts/keys"]));
  });

  it("is given to the server where its key is not among the public ones", async () => {
    server({ valid: false, reason: "unknown-key" });
    expect(await verifyReceipt({ ...receipt, keyId: "f".repeat(16) })).toEqual({ valid: false, reason: "unknown-key", by: "server" });
  });

  it("is given to the server where this browser does not know Ed25519", async () => {
    const asked = server();
    vi.spyOn(crypto.subtle, "importKey").mockRejectedValue(new DOMException("no", "NotSupportedError"));
    expect(await verifyReceipt(receipt)).toEqual({ valid: true, reason: null, by: "server" });
    expect(asked).toEqual(["/api/receipts/keys", "/api/receipts/verify"]);
  });

  it("is told apart from anything else", () => {
    expect(readReceipt(JSON.stringify(receipt))).toEqual(receipt);
    for (const text of ["", "{", "null", "[]", "{}", '{"content":{"document":"other"}}']) expect(readReceipt(text)).toBeNull();
  });
});
