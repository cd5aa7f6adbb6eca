/** Offers data that is already in the browser as a file. */
export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // Revoked later: Safari starts reading after the click returns.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
