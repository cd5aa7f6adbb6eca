import { createCipheriv, createDecipheriv, createPrivateKey, hkdfSync, randomBytes, type KeyObject } from "node:crypto";

const ivBytes = 12;
const tagBytes = 16;

/** A private key as it lies in the database: AES-256-GCM under a key derived from the installation's secret, bound to the key's id. */
export function sealPrivateKey(privateKey: KeyObject, secret: string, keyId: string): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv("aes-256-gcm", wrappingKey(secret), iv).setAAD(Buffer.from(keyId));
  const sealed = Buffer.concat([cipher.update(privateKey.export({ format: "der", type: "pkcs8" })), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** Undefined where this secret does not open it. */
export function openPrivateKey(sealed: Buffer, secret: string, keyId: string): KeyObject | undefined {
  const decipher = createDecipheriv("aes-256-gcm", wrappingKey(secret), sealed.subarray(0, ivBytes)).setAAD(Buffer.from(keyId));
  decipher.setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
  try {
    const opened = Buffer.concat([decipher.update(sealed.subarray(ivBytes + tagBytes)), decipher.final()]);
    return createPrivateKey({ key: opened, format: "der", type: "pkcs8" });
  } catch {
    return undefined;
  }
}

/** The secret has at least 32 random characters, so it needs no slow derivation. */
function wrappingKey(secret: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", "kompeten installation keys", 32));
}
