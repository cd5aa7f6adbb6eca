/** What kind of file it is and whose, so that it goes to the right address; everything else is the server's to judge. */
export function attemptOfFile(text: string): { attemptId: string; file: unknown } | null {
  try {
    const file = JSON.parse(text) as { document?: unknown; attemptId?: unknown } | null;
    return file?.document === "kompeten-emergency-file" && typeof file.attemptId === "string" && /^[0-9a-f-]{36}$/.test(file.attemptId) ? { attemptId: file.attemptId, file } : null;
  } catch {
    return null;
  }
}
