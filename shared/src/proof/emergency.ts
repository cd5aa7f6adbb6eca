/** The emergency file: what a candidate's page could not send, sealed for the server. Ships to browsers. */
import { canonicalJson } from "../kernel/index.ts";

export type EmergencyHead = {
  readonly document: "kompeten-emergency-file";
  readonly version: 1;
  readonly attemptId: string;
  /** Under which the page worked when the file was made (J5); each operation says its own. */
  readonly epoch: number;
  readonly keyId: string;
  /** By the device's clock; shown to people, decides nothing (T2). */
  readonly madeAtMs: number;
};

export const emergencyKeyInfo = "kompeten emergency file v1";

/** Authenticated beside the sealed part, so that a file cannot be passed off as one of another attempt or epoch. */
export function bindingText({ document, version, attemptId, epoch, keyId, madeAtMs }: EmergencyHead): string {
  return canonicalJson({ document, version, attemptId, epoch, keyId, madeAtMs });
}
