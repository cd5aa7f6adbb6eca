import type { InstrumentKind } from "@kompeten/shared/contracts/instrument-kind";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paper as paperSchema } from "@kompeten/shared/paper";
import { sampleInstrument } from "../../test/instrument.samples.ts";
import { instrumentHeader, instrumentKey } from "./content.ts";
import { checkInstrument } from "./content.rules.ts";
import { readShippedInstrument, shippedInstrumentCodes } from "./shipped-instruments.ts";

type Mutable = any;

/** Breaks a sample on purpose and gives the paths of what is found. */
function broken(kind: InstrumentKind, change: (content: Mutable) => void): string[] {
  const content = sampleInstrument(kind);
  change(content);
  return checkInstrument(content).map((problem) => problem.path);
}

describe("samples and shipped instruments", () => {
  it.each(["test", "in-basket", "case", "form"] as const)("the sample %s has no problem", (kind) => {
    expect(checkInstrument(sampleInstrument(kind))).toEqual([]);
  });

  it("what ships has no problem", async () => {
    const codes = await shippedInstrumentCodes();
    expect(codes.length).toBeGreaterThanOrEqual(4);
    for (const code of codes) {
      const content = await readShippedInstrument(code);
      const parsed = { header: instrumentHeader.parse(content.header), paper: paperSchema.parse(content.paper), key: instrumentKey.parse(content.key) };
      expect([code, checkInstrument(parsed)]).toEqual([code, []]);
    }
  });
});

describe("items of every interaction", () => {
  const faulty = async (change: (item: (id: string) => Mutable, key: Mutable) => void): Promise<string[]> => {
    const content = structuredClone(await readShippedInstrument("latihan-antarmuka")) as Mutable;
    change((id) => content.paper.sections.flatMap((section: Mutable) => section.items).find((item: Mutable) => item.id === id), content.key.items);
    return checkInstrument({ header: instrumentHeader.parse(content.header), paper: paperSchema.parse(content.paper), key: instrumentKey.parse(content.key) }).map((problem) => problem.path);
  };
  it.each<[string, Parameters<typeof faulty>[0], string]>([
    ["more to choose than there is", (item) => (item("l02").maxChoices = 5), "paper.sections.0.items.1.maxChoices"],
    ["a right answer that cannot be given", (item) => (item("l02").minChoices = 3), "key.items.l02.correct"],
    ["an order that leaves one out", (_, key) => key.l03.correct.pop(), "key.items.l03.correct"],
    ["a source without its target", (_, key) => delete key.l04.correct["nota-dinas"], "key.items.l04.correct.nota-dinas"],
    ["a target for more than it may take", (_, key) => (key.l04.correct["nota-dinas"] = "k5"), "key.items.l04.correct"],
    ["an order that its ids tell", (_, key) => key.l03.correct.sort(), "key.items.l03.correct"],
    ["gaps whose answers all have the same id", (_, key) => (key.l06.correct = { g1: "a", g2: "a", g3: "a" }), "key.items.l06.correct"],
    ["sources for which there are not enough targets", (item) => (item("l04").targets.length = 3), "paper.sections.0.items.3.matchMax"],
    ["a gap twice", (item) => (item("l06").text[3].gap = "g1"), "paper.sections.0.items.5.text"],
    ["a gap's answer from another gap", (_, key) => (key.l06.correct.g1 = "z"), "key.items.l06.correct.g1"],
    ["a number without its unit where several are offered", (_, key) => delete key.l07.accepted[0].unit, "key.items.l07.accepted.0.unit"],
    ["a word for a number", (_, key) => (key.l07.accepted[0] = { text: "tiga" }), "key.items.l07.accepted.0"],
    ["a value between two steps", (_, key) => (key.l08.value = 72), "key.items.l08.value"],
    ["a reversed statement that is not there", (_, key) => key.l09.reversed.push("s9"), "key.items.l09.reversed"],
    ["a scale with one point twice", (item) => (item("l09").scale[1].id = "1"), "paper.sections.1.items.2.scale"],
  ])("%s", async (_, change, path) => expect(await faulty(change)).toContain(path));
});

describe("each fault is named with its path", () => {
  const cases: [string, InstrumentKind, (content: Mutable) => void, string][] = [
    ["an item without a key", "test", (c) => delete c.key.items.c1, "key.items.c1"],
    ["a key without an item", "test", (c) => (c.key.items.c9 = c.key.items.c1), "key.items"],
    ["a right answer that is no option", "test", (c) => (c.key.items.c1.correct = "z"), "key.items.c1.correct"],
    ["a key of another interaction", "test", (c) => (c.key.items.c1 = c.key.items.s1), "key.items.c1.interaction"],
    ["two items of one id", "test", (c) => (c.paper.sections[0].items[1].id = "c1"), "paper.sections"],
    ["two options of one id", "test", (c) => (c.paper.sections[0].items[0].options[1].id = "a"), "paper.sections.0.items.0.options"],
    ["an option without effectiveness", "test", (c) => delete c.key.items.s1.effectiveness.d, "key.items.s1.effectiveness.d"],
    ["an effectiveness twice", "test", (c) => (c.key.items.s1.effectiveness.d = 0), "key.items.s1.effectiveness"],
    ["bands that do not ascend", "test", (c) => (c.key.levelBands = [0.5, 0.4, 0.7, 0.8]), "key.levelBands"],
    ["a promised competency nothing measures", "test", (c) => (c.header.competencies = [...c.header.competencies, "T.01"]), "key.items"],
    ["a form with a clock", "form", (c) => (c.header.durationMinutes = 30), "instrument.durationMinutes"],
    ["a test without one", "test", (c) => delete c.header.durationMinutes, "instrument.durationMinutes"],
    ["a form that promises a competency", "form", (c) => (c.header.competencies = ["M.01"]), "instrument.competencies"],
    ["a column twice", "form", (c) => (c.paper.sections[0].items[1].columns[1].id = "nama"), "paper.sections.0.items.1.columns"],
    ["an id in two sections of a form", "form", (c) => (c.paper.sections[1].items[0].id = "surel"), "paper.sections"],
    ["a measured competency not named", "case", (c) => (c.header.competencies = c.header.competencies.slice(1)), "instrument.competencies"],
    ["a document without a key", "in-basket", (c) => delete c.key.documents.d1, "key.documents.d1"],
    ["a link to nothing", "in-basket", (c) => c.key.documents.d1.links.push("d9"), "key.documents.d1.links"],
    ["a document linked to itself", "in-basket", (c) => c.key.documents.d1.links.push("d1"), "key.documents.d1.links"],
    ["an arrival after the end", "in-basket", (c) => (c.paper.documents[2].arrivesAfterSeconds = 3600), "paper.documents.2.arrivesAfterSeconds"],
    ["an answer to what comes later", "in-basket", (c) => (c.paper.documents[0].inReplyTo = "d3"), "paper.documents.0.inReplyTo"],
    ["an answer to itself", "in-basket", (c) => (c.paper.documents[0].inReplyTo = "d1"), "paper.documents.0.inReplyTo"],
    ["a superior who does not exist", "in-basket", (c) => (c.paper.organisationChart[1].reportsTo = "o9"), "paper.organisationChart.1.reportsTo"],
    ["an appointment that ends before it starts", "in-basket", (c) => (c.paper.calendar[0].end = "2026-11-09T12:00"), "paper.calendar.0.end"],
    ["a question without a key", "case", (c) => delete c.key.questions.q1, "key.questions.q1"],
    ["an exhibit that does not exist", "case", (c) => c.key.questions.q1.exhibits.push("e9"), "key.questions.q1.exhibits"],
    ["more words asked for than allowed", "case", (c) => (c.paper.questions[0].minWords = 500), "paper.questions.0.minWords"],
    ["a competency twice in the rubric", "case", (c) => (c.key.rubric = [...c.key.rubric, c.key.rubric[0]]), "key.rubric"],
    ["a table row of another width", "case", (c) => c.paper.scenario.push({ type: "table", caption: "T", columns: [{ label: "A", align: "left" }], rows: [["1"], ["1", "2"]] }), "paper.scenario.1.rows.1"],
    ["a chart with too few values", "case", (c) => c.paper.exhibits[0].body.push({ type: "chart", kind: "bar", title: "G", unit: "", categories: ["a", "b"], series: [{ name: "n", values: [1] }], description: "d" }), "paper.exhibits.0.body.1.series.0.values"],
  ];
  it.each(cases)("%s", (_, kind, change, path) => {
    expect(broken(kind, change)).toContain(path);
  });

  it("the kinds of header, paper and key must agree", () => {
    const paths = checkInstrument({ ...sampleInstrument("test"), paper: sampleInstrument("case").paper }).map((problem) => problem.path);
    expect(paths).toEqual(["paper.kind"]);
  });

  it("an effectiveness is right exactly when it is a permutation of 0 … n−1", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 4, maxLength: 4 }), (values) => {
        const paths = broken("test", (c) => (c.key.items.s1.effectiveness = Object.fromEntries(values.map((value, index) => ["abcd"[index], value]))));
        const permutation = [...values].sort((a, b) => a - b).every((value, index) => value === index);
        expect(paths.length === 0).toBe(permutation);
      }),
    );
  });
});
