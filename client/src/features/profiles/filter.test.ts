import { expect, it } from "vitest";
import { readFilter, toQuery } from "./filter.ts";

it.each([
  [{}, {}, {}],
  [{ kegiatan: "a", kategori: "MS", unit: "Biro" }, { kegiatan: "a", kategori: "MS", unit: "Biro" }, { assessmentId: "a", category: "MS", unit: "Biro" }],
  [{ kegiatan: "", kategori: 7, lain: "x" }, {}, {}],
])("reads %j from the address", (search, filter, query) => {
  expect(readFilter(search)).toEqual(filter);
  expect(toQuery(readFilter(search))).toEqual(query);
});
