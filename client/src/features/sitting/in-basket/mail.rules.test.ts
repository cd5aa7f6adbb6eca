import { answeredCount, noWork, type Work } from "@kompeten/shared/attempt";
import { type InBasketDocument, inBasketDocument } from "@kompeten/shared/paper";
import { describe, expect, it } from "vitest";
import { excerpt, searchWords } from "../../../ui/block-text.ts";
import { arrivedAt, bodyText, isHandled, listed, threadOf } from "./mail.rules.ts";

const mail = (id: string, more: object = {}): InBasketDocument =>
  inBasketDocument.parse({ id, kind: "email", from: `Pengirim ${id}`, to: "Kabid", sentAt: "2026-11-06T08:00", subject: `Perihal ${id}`, body: [{ type: "text", text: "Isi surat" }], ...more });
const act = (documentId: string, content: object, withdrawn = false) => ({ actionId: documentId, documentId, content, firstAtMs: 0, lastAtMs: 0, revisions: 0, withdrawn }) as Work["actions"][number];

const documents = [
  mail("d01", { attachments: [{ title: "Rekap cuti", body: [{ type: "table", caption: "Pegawai", columns: [{ label: "Nama" }], rows: [["Gabriel Simanjorang"]] }] }] }),
  mail("d02", { from: "Bambang", sentAt: "2026-11-07T08:00", inReplyTo: "d01" }),
  mail("d03", { from: "Andi", sentAt: "2026-11-08T08:00", arrivesAfterSeconds: 480, inReplyTo: "d02" }),
  mail("d04", { from: "Citra", arrivesAfterSeconds: 1020, inReplyTo: "d99" }),
];
const work: Work = { ...noWork, visited: ["d01", "d03"], actions: [act("d01", { type: "decide", text: "Ya" }), act("d02", { type: "note", text: "x" }, true), act("d03", { type: "prioritise", urgency: "high", importance: "high" })] };
const ids = (given: Partial<Parameters<typeof listed>[2]>) => listed(documents, work, { words: [], filter: "all", sort: "arrival", ...given }).map(({ id }) => id);

describe("the inbox", () => {
  it("is searched in sender, subject, body and attachments, every word", () => {
    expect(ids({ words: searchWords("simanjorang") })).toEqual(["d01"]);
    expect(ids({ words: searchWords(" BAMBANG  surat ") })).toEqual(["d02"]);
    expect(ids({ words: searchWords("bambang simanjorang") })).toEqual([]);
    expect(ids({ words: searchWords("rekap") })).toEqual(["d01"]);
  });

  it.each([
    ["unread", ["d04", "d02"]],
    ["open", ["d04", "d02"]],
    ["handled", ["d03", "d01"]],
  ] as const)("narrowed to %s", (filter, expected) => expect(ids({ filter })).toEqual(expected));

  it.each([
    ["arrival", ["d04", "d03", "d01", "d02"]],
    ["sent", ["d03", "d02", "d01", "d04"]],
    ["sender", ["d03", "d02", "d04", "d01"]],
    ["priority", ["d03", "d01", "d02", "d04"]],
  ] as const)("in order of %s", (sort, expected) => expect(ids({ sort })).toEqual(expected));

  it("takes half a priority for none: neither graded nor acted on", () => {
    const half: Work = { ...noWork, actions: [act("d02", { type: "prioritise", urgency: "high", importance: null })] };
    expect([answeredCount(half), isHandled(half, "d02")]).toEqual([0, false]);
    expect(listed(documents, half, { words: [], filter: "all", sort: "priority" }).map(({ id }) => id)).toEqual(["d01", "d02", "d03", "d04"]);
  });

  it("shows where the words were found", () => {
    expect(excerpt(bodyText(documents[0] as InBasketDocument), ["gabriel"], 8)).toBe("…ai Nama Gabriel Simanjor…");
  });
});

describe("a thread", () => {
  it("is what answers one another, oldest first, wherever it is entered", () => {
    for (const id of ["d01", "d02", "d03"]) expect(threadOf(documents, id).map((document) => document.id)).toEqual(["d01", "d02", "d03"]);
  });
  it("knows nothing of what has not come in", () => {
    expect(threadOf(documents, "d04").map((document) => document.id)).toEqual(["d04"]);
  });
});

it("a document came in by the exercise's own clock, or lay there", () => {
  expect(arrivedAt("2026-11-09T09:00", documents[2] as InBasketDocument)).toBe("2026-11-09T09:08");
  expect(arrivedAt("2026-11-09T09:00", documents[0] as InBasketDocument)).toBeNull();
});
