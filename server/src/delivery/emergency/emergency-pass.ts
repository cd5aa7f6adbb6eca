import type { InstallationKeys } from "../../platform/index.ts";

/** Comes with the paper to the candidate alone and proves that a file was made by somebody who had it open. */
export function passOf(keys: InstallationKeys, { attemptId, accountId }: { attemptId: string; accountId: string }): string {
  return keys.tokenFor(`emergency file/${attemptId}/${accountId}`);
}
