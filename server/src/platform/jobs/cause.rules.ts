const lengthMax = 300;

/**
 * Why a job failed, for an administrator's eyes: the kind of error and its message, without what names a person. A database
 * driver prints the statement with its values before the message, and a NIP in a message is 18 digits.
 */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const message = (error.message.split("\n")[0] ?? "").split(" - ").at(-1) ?? "";
  return `${error.name}: ${message.replaceAll(/\d{9,}/g, "…")}`.slice(0, lengthMax);
}
