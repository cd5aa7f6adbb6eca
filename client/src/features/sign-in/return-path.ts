/** Only a path of our own: "//elsewhere" and "/\elsewhere" would lead a browser to another site. */
export function returnPath(value: unknown): string | undefined {
  return typeof value === "string" && /^\/(?![/\\])/.test(value) && value.length <= 2000 ? value : undefined;
}
