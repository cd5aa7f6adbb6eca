import type { EmergencyFile } from "@kompeten/shared/contracts/emergency";
import { bindingText, emergencyKeyInfo } from "@kompeten/shared/proof";
import { createDecipheriv, createPublicKey, diffieHellman, hkdfSync, type KeyObject } from "node:crypto";

const tagBytes = 16;

/** The sealed text; undefined where the file was changed, damaged, or sealed for somebody else. */
export function openSealed(file: EmergencyFile, privateKey: KeyObject): string | undefined {
  try {
    const spki = Buffer.from(file.ephemeralKey, "base64");
    const shared = diffieHellman({ privateKey, publicKey: createPublicKey({ key: spki, format: "der", type: "spki" }) });
    const key = Buffer.from(hkdfSync("sha256", shared, spki, emergencyKeyInfo, 32));
    const sealed = Buffer.from(file.sealed, "base64");
    const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(file.iv, "base64")).setAAD(Buffer.from(bindingText(file)));
    decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - tagBytes)), decipher.final()]).toString("utf8");
  } catch {
    return undefined;
  }
}
