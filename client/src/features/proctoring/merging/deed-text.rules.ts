import type { SetAsideView } from "@kompeten/shared/contracts/supervision";

type Deed = SetAsideView["operations"][number]["deed"];

/** Where on the paper: an item, or a document of an in-basket; null for what starts from the desk. */
export function placeOf(deed: Deed): string | null {
  return deed.kind === "acted" ? deed.action.documentId : deed.itemId;
}

/** What it says, as it came: texts whole, choices by their ids. Empty where nothing was said, or an answer taken back. */
export function contentOf(deed: Deed): string {
  if (deed.kind === "flagged" || deed.kind === "visited") return "";
  const { interaction: _, type: __, actionId: ___, documentId: ____, ...said } = (deed.kind === "acted" ? deed.action : deed.response) as Record<string, unknown>;
  return Object.values(said).flatMap(textOf).join(" · ");
}

function textOf(value: unknown): string[] {
  if (value === null || value === undefined || value === "") return [];
  if (Array.isArray(value)) return value.flatMap(textOf);
  if (typeof value === "object") return Object.entries(value).flatMap(([name, one]) => textOf(one).map((text) => `${name}: ${text}`));
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? [String(value)] : [];
}
