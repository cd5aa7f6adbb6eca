/** What zod cannot say about an instrument: whether paper, key and header fit each other. Pure. */
import type { Block, CasePaper, FormPaper, InBasketPaper, Paper, TestPaper } from "@kompeten/shared/paper";
import { checkItem, checkItemKey } from "./item-key.rules.ts";
import type { CaseKey, InBasketKey, InstrumentHeader, InstrumentKey, Rubric, TestKey } from "./content.ts";

type Problem = { path: string; message: string };
type Say = (path: string, message: string) => void;

/** Every problem with its path ("paper.documents.3.arrivesAfterSeconds"); an empty list may be published. */
export function checkInstrument({ header, paper, key }: { header: InstrumentHeader; paper: Paper; key: InstrumentKey }): Problem[] {
  const problems: Problem[] = [];
  const say: Say = (path, message) => problems.push({ path, message });
  if (paper.kind !== header.kind) say("paper.kind", `the instrument is of kind ${header.kind}`);
  if (key.kind !== header.kind) say("key.kind", `the instrument is of kind ${header.kind}`);
  unique(header.competencies, "instrument.competencies", say);
  everyBlock(paper, "paper", say);
  if ((header.durationMinutes === undefined) !== (header.kind === "form")) say("instrument.durationMinutes", header.kind === "form" ? "a form has no clock" : "how long does it take?");
  if (paper.kind === "form") checkForm(header, paper, say);
  if (paper.kind === "test" && key.kind === "test") checkTest(header, paper, key, say);
  if (paper.kind === "in-basket" && key.kind === "in-basket") checkInBasket(header, paper, key, say);
  if (paper.kind === "case" && key.kind === "case") checkCase(header, paper, key, say);
  return problems;
}

function checkTest(header: InstrumentHeader, paper: TestPaper, key: TestKey, say: Say): void {
  unique(paper.sections.map((section) => section.id), "paper.sections", say);
  const limitsSeconds = paper.sections.reduce((sum, { limitSeconds = 0 }) => sum + limitSeconds, 0);
  if (limitsSeconds > minutesOf(header) * 60) say("paper.sections", `the sections' limits are longer than the ${minutesOf(header)} minutes together`);
  const items = paper.sections.flatMap((section, s) => section.items.map((item, i) => ({ item, path: `paper.sections.${s}.items.${i}` })));
  unique(items.map(({ item }) => item.id), "paper.sections", say);
  const measured = new Set<string>();
  for (const { item, path } of items) {
    checkItem(item, path, say);
    const answer = key.items[item.id];
    if (!answer) {
      say(`key.items.${item.id}`, "the item has no key");
    } else if (answer.interaction !== item.interaction) {
      say(`key.items.${item.id}.interaction`, `the item is a ${item.interaction}`);
    } else {
      if (answer.interaction === "best-worst") measured.add(answer.competency);
      checkItemKey(item, answer, `key.items.${item.id}`, say);
    }
  }
  onlyKnown(Object.keys(key.items), items.map(({ item }) => item.id), "key.items", say);
  sameCompetencies(header.competencies, [...measured], "key.items", say);
  const bands = key.levelBands;
  if (bands?.some((band, index) => band <= 0 || band > 1 || (index > 0 && band <= (bands[index - 1] ?? 0)))) say("key.levelBands", "bands must ascend between 0 and 1");
  if (measured.size > 0 && !bands) say("key.levelBands", "a test that gives evidence per competency needs its level bands");
}

function checkInBasket(header: InstrumentHeader, paper: InBasketPaper, key: InBasketKey, say: Say): void {
  const people = paper.organisationChart.map((person) => person.id);
  const documents = paper.documents.map((document) => document.id);
  unique(people, "paper.organisationChart", say);
  unique(paper.calendar.map((entry) => entry.id), "paper.calendar", say);
  unique(documents, "paper.documents", say);
  paper.organisationChart.forEach((person, index) => {
    if (person.reportsTo !== undefined && (!people.includes(person.reportsTo) || person.reportsTo === person.id)) say(`paper.organisationChart.${index}.reportsTo`, `there is no other person ${person.reportsTo}`);
  });
  paper.calendar.forEach((entry, index) => {
    if (entry.end <= entry.start) say(`paper.calendar.${index}.end`, "it must end after it starts");
  });
  paper.documents.forEach((document, index) => {
    if (document.arrivesAfterSeconds >= minutesOf(header) * 60) say(`paper.documents.${index}.arrivesAfterSeconds`, `it arrives after the ${minutesOf(header)} minutes are over`);
    if (!key.documents[document.id]) say(`key.documents.${document.id}`, "the document has no key");
    const answered = paper.documents.find((other) => other.id === document.inReplyTo);
    // What it answers must be there before it, or the thread would tell of something to come.
    if (document.inReplyTo !== undefined && (!answered || answered.id === document.id || answered.arrivesAfterSeconds > document.arrivesAfterSeconds || answered.sentAt > document.sentAt))
      say(`paper.documents.${index}.inReplyTo`, `there is no earlier document ${document.inReplyTo}`);
  });
  onlyKnown(Object.keys(key.documents), documents, "key.documents", say);
  for (const [id, expected] of Object.entries(key.documents)) onlyKnown(expected.links, documents.filter((other) => other !== id), `key.documents.${id}.links`, say);
  checkRubric(header, key.rubric, say);
}

function checkCase(header: InstrumentHeader, paper: CasePaper, key: CaseKey, say: Say): void {
  const exhibits = paper.exhibits.map((exhibit) => exhibit.id);
  const questions = paper.questions.map((question) => question.id);
  unique(exhibits, "paper.exhibits", say);
  unique(questions, "paper.questions", say);
  paper.questions.forEach((question, index) => {
    if (question.minWords > question.maxWords) say(`paper.questions.${index}.minWords`, `more than the ${question.maxWords} words allowed`);
    if (!key.questions[question.id]) say(`key.questions.${question.id}`, "the question has no key");
  });
  onlyKnown(Object.keys(key.questions), questions, "key.questions", say);
  for (const [id, expected] of Object.entries(key.questions)) onlyKnown(expected.exhibits, exhibits, `key.questions.${id}.exhibits`, say);
  checkRubric(header, key.rubric, say);
}

/** Assessors build their interview on it; it gives no evidence of its own, so nothing may promise a competency. */
function checkForm(header: InstrumentHeader, paper: FormPaper, say: Say): void {
  unique(paper.sections.map((section) => section.id), "paper.sections", say);
  const items = paper.sections.flatMap((section, s) => section.items.map((item, i) => ({ item, path: `paper.sections.${s}.items.${i}` })));
  unique(items.map(({ item }) => item.id), "paper.sections", say);
  for (const { item, path } of items) {
    if (item.interaction === "rows") unique(item.columns.map(({ id }) => id), `${path}.columns`, say);
    else checkItem(item, path, say);
  }
  if (header.competencies.length > 0) say("instrument.competencies", "a form is not rated and measures nothing");
}

/** What has no clock is a form, whatever else is wrong with it. */
function minutesOf({ durationMinutes }: InstrumentHeader): number {
  return durationMinutes ?? Number.POSITIVE_INFINITY;
}

function checkRubric(header: InstrumentHeader, rubric: Rubric, say: Say): void {
  unique(rubric.map((entry) => entry.competency), "key.rubric", say);
  sameCompetencies(header.competencies, rubric.map((entry) => entry.competency), "key.rubric", say);
}

/** What the header promises to organisers is exactly what the key can give. */
function sameCompetencies(promised: readonly string[], given: readonly string[], path: string, say: Say): void {
  for (const competency of promised) if (!given.includes(competency)) say(path, `nothing measures ${competency}, which instrument.competencies promises`);
  for (const competency of given) if (!promised.includes(competency)) say("instrument.competencies", `${competency} is measured, but not named`);
}

function unique(ids: readonly string[], path: string, say: Say): void {
  for (const id of new Set(ids.filter((value, index) => ids.indexOf(value) !== index))) say(path, `${id} stands twice`);
}

function onlyKnown(ids: readonly string[], known: readonly string[], path: string, say: Say): void {
  for (const id of ids) if (!known.includes(id)) say(path, `there is no ${id} to refer to`);
}

/** Walks the whole paper: a block may stand in a stimulus, a briefing, an attachment or an exhibit. */
function everyBlock(value: unknown, path: string, say: Say): void {
  if (Array.isArray(value)) {
    value.forEach((member, index) => everyBlock(member, `${path}.${index}`, say));
    return;
  }
  if (value === null || typeof value !== "object") return;
  if ("type" in value) checkBlock(value as Block, path, say);
  for (const [name, member] of Object.entries(value)) everyBlock(member, `${path}.${name}`, say);
}

function checkBlock(block: Block, path: string, say: Say): void {
  if (block.type === "table") {
    block.rows.forEach((row, index) => {
      if (row.length !== block.columns.length) say(`${path}.rows.${index}`, `${row.length} cells in a table of ${block.columns.length} columns`);
    });
  }
  if (block.type === "chart") {
    block.series.forEach((series, index) => {
      if (series.values.length !== block.categories.length) say(`${path}.series.${index}.values`, `${series.values.length} values for ${block.categories.length} categories`);
    });
  }
}
