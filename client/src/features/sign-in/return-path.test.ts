import { describe, expect, it } from "vitest";
import { returnPath } from "./return-path.ts";

describe("returnPath", () => {
  it.each(["/", "/kegiatan/1?status=terbit#peserta"])("keeps our own path %s", (path) => expect(returnPath(path)).toBe(path));
  it.each(["//jahat.example", "/\\jahat.example", "https://jahat.example", "kegiatan", "", 7, undefined])("refuses %s", (path) =>
    expect(returnPath(path)).toBeUndefined(),
  );
});
