import { expect, it } from "vitest";
import { signInTable } from "./sign-ins.ts";

it("the sign-ins name every role of both agencies, the candidates and the password", () => {
  const table = signInTable({ candidates: [{ agency: "bkd-jatim", login: "198503122010011005", name: "A" }, { agency: "bkpsdmd-babel", login: "199001012015012003", name: "B" }] });
  for (const word of ["admin.jatim", "asesor1…4.babel", "ketua.jatim", "198503122010011005", "199001012015012003", "kompeten-demo-2026"]) expect(table).toContain(word);
  expect(Math.max(...table.split("\n").map((line) => line.length))).toBeLessThan(110);
});
