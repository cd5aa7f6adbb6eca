import type { ResultFilter } from "@kompeten/shared/contracts/profiles";

/** The filter as it stands in the address: Indonesian, short, and only what is set. */
export type FilterSearch = { kegiatan?: string; kategori?: string; unit?: string };

export function readFilter(search: Record<string, unknown>): FilterSearch {
  const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);
  const [kegiatan, kategori, unit] = [text(search["kegiatan"]), text(search["kategori"]), text(search["unit"])];
  return { ...(kegiatan ? { kegiatan } : {}), ...(kategori ? { kategori } : {}), ...(unit ? { unit } : {}) };
}

export function toQuery({ kegiatan, kategori, unit }: FilterSearch): ResultFilter {
  return { ...(kegiatan ? { assessmentId: kegiatan } : {}), ...(kategori ? { category: kategori } : {}), ...(unit ? { unit } : {}) };
}
