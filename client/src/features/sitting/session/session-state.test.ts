import { firstSection, sectionsAt } from "@kompeten/shared/attempt";
import { describe, expect, it } from "vitest";
import { withOpened } from "./session-state.ts";

const plan = [
  { id: "a", limitMs: 60_000, forwardOnly: false, itemIds: ["a1"] },
  { id: "b", limitMs: 60_000, forwardOnly: false, itemIds: ["b1"] },
  { id: "c", limitMs: null, forwardOnly: false, itemIds: ["c1"] },
];
const open = (sectionId: string) => ({ kind: "open-section", sectionId }) as const;
const sections = firstSection(plan, 0, 1);

describe("[T7] a section opened here", () => {
  it("is shown before the server has answered, with its time from when it was opened", () => {
    const opened = withOpened(sections, open("b"), 20_000);
    expect(opened && sectionsAt(opened, 79_000)).toMatchObject({ index: 1, openedAtMs: 20_000 });
    expect(opened && sectionsAt(opened, 81_000)).toMatchObject({ index: 2, openedAtMs: 80_000 });
  });
  it("is no other than the next", () => {
    expect(withOpened(sections, open("c"), 20_000)).toBe(sections);
    expect(withOpened(sections, open("a"), 20_000)).toBe(sections);
  });
  it("is not opened a second time where its time has come by then", () => expect(withOpened(sections, open("b"), 70_000)).toBe(sections));
  it("is nothing in a paper whose sections all lie open", () => expect(withOpened(null, open("b"), 0)).toBeNull());
});
