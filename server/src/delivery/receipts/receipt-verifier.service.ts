import { Injectable } from "@nestjs/common";
import type { ReceiptKeys, ReceiptVerdict } from "@kompeten/shared/contracts/receipts";
import { signedText, type Receipt } from "@kompeten/shared/proof";
import { verify } from "node:crypto";
import { InstallationKeys } from "../../platform/index.ts";

/** J9: for anybody, signed in or not; looks at nothing but the public keys. */
@Injectable()
export class ReceiptVerifier {
  constructor(private readonly keys: InstallationKeys) {}

  async publicKeys(): Promise<ReceiptKeys> {
    const keys = await this.keys.all("receipt");
    return { keys: keys.map(({ id, publicKey, createdAt }) => ({ keyId: id, algorithm: "Ed25519", publicKey: publicKey.export({ format: "der", type: "spki" }).toString("base64"), since: createdAt.toISOString() })) };
  }

  async verdict({ content, keyId, signature }: Receipt): Promise<ReceiptVerdict> {
    const key = await this.keys.byId("receipt", keyId);
    if (!key) return { valid: false, reason: "unknown-key" };
    const valid = verify(null, Buffer.from(signedText(content)), key.publicKey, Buffer.from(signature, "base64url"));
    return { valid, reason: valid ? null : "wrong-signature" };
  }
}
