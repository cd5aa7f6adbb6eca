import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { repositoryRoot } from "../../platform/config/folders.ts";
import { candidateOf, competencies, type Candidate } from "./candidate.rules.ts";
import { caseAnswer, questionsWithTexts, wordCount } from "./case-answer.rules.ts";
import { actionsAtDesk, documentsWithTexts, type DeskDocument } from "./in-basket.rules.ts";

const content = (path: string) => parse(readFileSync(join(repositoryRoot, "server/content/instruments", path), "utf8"));
const group = Array.from({ length: 24 }, (_, index) => candidateOf("bkd-jatim/2026", index, 24));
const of = (ability: number): Candidate => ({ seed: `level ${ability}`, ability, trueLevels: Object.fromEntries(competencies.map((code) => [code, 2.55 + 0.72 * ability])) as Candidate["trueLevels"] });

describe("case answers", () => {
  const paper = content("kasus-layanan-terpadu/paper.yaml") as { questions: { id: string; maxWords: number }[] };

  it("answer the questions of the instrument and no others", () => {
    expect(questionsWithTexts).toEqual(paper.questions.map((question) => question.id));
  });

  it("differ from person to person, stay within the limit and leave no mark of the wording", () => {
    for (const { id, maxWords } of paper.questions) {
      const answers = group.map((candidate) => caseAnswer(candidate, id));
      expect(new Set(answers).size).toBe(group.length);
      for (const answer of answers) {
        expect(answer).not.toMatch(/[{}|]|\s[,.;:]|undefined/);
        expect(wordCount(answer)).toBeGreaterThanOrEqual(40);
        expect(wordCount(answer)).toBeLessThanOrEqual(maxWords);
      }
    }
  });

  it("of able people say more", () => {
    for (const id of questionsWithTexts) expect(wordCount(caseAnswer(of(1.5), id))).toBeGreaterThan(1.5 * wordCount(caseAnswer(of(-1.8), id)));
  });
});

describe("in-basket actions", () => {
  const paper = content("in-basket-administrator/paper.yaml") as { documents: { id: string; arrivesAfterSeconds?: number }[]; organisationChart: { id: string; name: string }[] };
  const key = content("in-basket-administrator/key.yaml") as { documents: Record<string, Pick<DeskDocument, "urgency" | "importance">> };
  const documents: DeskDocument[] = paper.documents.map(({ id, arrivesAfterSeconds }) => {
    const { urgency, importance } = key.documents[id] ?? { urgency: "low", importance: "low" };
    return { id, arrivesAfterSeconds: arrivesAfterSeconds ?? 0, urgency, importance };
  });
  const chart = new Set(paper.organisationChart.map((place) => place.id));

  it("know every document of the instrument", () => {
    expect([...documentsWithTexts].sort()).toEqual(documents.map((document) => document.id).sort());
  });

  it("delegate to people who exist, in the future of the exercise, and leave no mark of the wording", () => {
    for (const candidate of [...group, of(-2), of(2)]) {
      for (const { content: action } of actionsAtDesk(candidate, documents)) {
        expect(JSON.stringify(Object.values(action))).not.toMatch(/[{}|]|undefined/);
        if ("to" in action && /^o\d/.test(action.to)) expect(chart).toContain(action.to);
        if (action.type === "delegate") expect(chart).toContain(action.to);
        if (action.type === "delegate" && action.due !== null) expect(action.due >= "2026-11-09T09:00").toBe(true);
        if (action.type === "schedule") expect(action.end > action.start).toBe(true);
      }
    }
  });

  it("of weak people miss what arrives late more often, and misjudge more priorities", () => {
    const late = documents.filter((document) => document.arrivesAfterSeconds > 0).map((document) => document.id);
    const seen = (ability: number) => {
      const people = Array.from({ length: 40 }, (_, index) => ({ ...of(ability), seed: `${ability} ${index}` }));
      const actions = people.flatMap((candidate) => actionsAtDesk(candidate, documents));
      const priorities = actions.flatMap(({ documentId, content: action }) => (action.type === "prioritise" ? [{ documentId, action }] : []));
      return {
        late: priorities.filter(({ documentId }) => late.includes(documentId)).length / (40 * late.length),
        right: priorities.filter(({ documentId, action }) => action.urgency === key.documents[documentId]?.urgency).length / priorities.length,
      };
    };
    expect(seen(-1.5).late).toBeLessThan(0.75);
    expect(seen(1.5).late).toBeGreaterThan(0.95);
    expect(seen(-1.5).right).toBeLessThan(seen(1.5).right);
  });

  it("differ from person to person and are the same for the same person", () => {
    const all = group.map((candidate) => JSON.stringify(actionsAtDesk(candidate, documents)));
    expect(new Set(all).size).toBe(group.length);
    expect(JSON.stringify(actionsAtDesk(group[0] as Candidate, documents))).toBe(all[0]);
  });
});
