import { createDecipheriv, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { QueuedOperation } from "../queue/queued-operation.ts";
import { sealEmergencyFile } from "./emergency-file.ts";

const server = generateKeyPairSync("ec", { namedCurve: "P-256" });
const offer = { keyId: "0123456789abcdef", publicKey: server.publicKey.export({ format: "der", type: "spki" }).toString("base64"), pass: "rahasia" };
const queued = (opId: string, serverMadeAtMs: number | null): QueuedOperation => ({
  attemptId: "pengerjaan",
  order: 1,
  opId,
  epoch: 2,
  operation: { opId, kind: "respond", itemId: "v01", response: { interaction: "extended-text", text: "Jawaban é 👋".repeat(2_000) } },
  madeAtMs: 1,
  serverMadeAtMs,
  refusal: null,
});

/** The server's half, as docs/protocol.md tells it. */
function open(file: Awaited<ReturnType<typeof sealEmergencyFile>>, epoch = file.epoch) {
  const spki = Buffer.from(file.ephemeralKey, "base64");
  const shared = diffieHellman({ privateKey: server.privateKey, publicKey: createPublicKey({ key: spki, format: "der", type: "spki" }) });
  const sealed = Buffer.from(file.sealed, "base64");
  const decipher = createDecipheriv("aes-256-gcm", Buffer.from(hkdfSync("sha256", shared, spki, "kompeten emergency file v1", 32)), Buffer.from(file.iv, "base64"));
  decipher.setAAD(Buffer.from(`{"attemptId":"${file.attemptId}","document":"kompeten-emergency-file","epoch":${epoch},"keyId":"${file.keyId}","madeAtMs":${file.madeAtMs},"version":1}`));
  decipher.setAuthTag(sealed.subarray(-16));
  return JSON.parse(Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]).toString("utf8"));
}

describe("an emergency file", () => {
  it("holds the queue as it is, with the same opIds and when each was made, for the server alone", async () => {
    const operations = [queued("a", 1_764_000_000_000.4), queued("b", null)];
    const file = await sealEmergencyFile({ attemptId: "pengerjaan", epoch: 2, offer, operations }, 5);
    expect(file).toMatchObject({ document: "kompeten-emergency-file", attemptId: "pengerjaan", epoch: 2, madeAtMs: 5 });
    expect(atob(file.sealed)).not.toContain("Jawaban");
    expect(open(file)).toEqual({ pass: "rahasia", operations: [{ epoch: 2, operation: { ...operations[0]?.operation, madeAtMs: 1_764_000_000_000 } }, { epoch: 2, operation: operations[1]?.operation }] });
  });

  it("is bound to its attempt and epoch", async () => {
    const file = await sealEmergencyFile({ attemptId: "pengerjaan", epoch: 2, offer, operations: [queued("a", null)] }, 5);
    expect(() => open(file, 3)).toThrow(/authenticate/);
    expect(() => open({ ...file, attemptId: "lain" })).toThrow(/authenticate/);
  });
});
