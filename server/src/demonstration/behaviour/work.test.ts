import { fits, isWhole } from "@kompeten/shared/attempt";
import { describe, expect, it } from "vitest";
import { paper as paperSchema, type Paper } from "@kompeten/shared/paper";
import { readShippedInstrument, shippedInstrumentCodes } from "../../authoring/index.ts";
import { candidateOf } from "./candidate.rules.ts";
import { stepsThrough, type AnswerKey } from "./work.rules.ts";

const load = async (code: string): Promise<{ paper: Paper; key: AnswerKey }> => {
  const { paper, key } = await readShippedInstrument(code);
  return { paper: paperSchema.parse(paper), key: key as AnswerKey };
};

/** The practice test is there for people to try the interactions on; no simulated candidate takes it. */
const played = (await shippedInstrumentCodes()).filter((code) => code !== "latihan-antarmuka");

describe.each(played)("working through %s", (code) => {
  it("fits the paper, waits for what arrives late, and is the same every time", async () => {
    const { paper, key } = await load(code);
    for (let index = 0; index < 24; index++) {
      const candidate = candidateOf("bkd-jatim/1", index, 24);
      const steps = stepsThrough(candidate, paper, key);
      expect(steps.length).toBeGreaterThan(paper.kind === "case" || paper.kind === "form" ? 5 : 15);
      expect(stepsThrough(candidate, paper, key)).toEqual(steps);
      if (paper.kind === "form") {
        const answers = new Map(steps.flatMap(({ command }) => (command.kind === "respond" ? [[command.itemId, command.response] as const] : [])));
        for (const item of paper.sections.flatMap(({ items }) => items)) {
          const response = answers.get(item.id);
          expect([item.id, response === undefined ? !item.required : fits(item, response) && isWhole(item, response)]).toEqual([item.id, true]);
        }
      }
      for (const { command, notBeforeSeconds } of steps) {
        if (command.kind === "respond" && paper.kind === "test") {
          const item = paper.sections.flatMap((section) => section.items).find(({ id }) => id === command.itemId);
          expect(item?.interaction).toBe(command.response.interaction);
        }
        if (command.kind === "act" && paper.kind === "in-basket") {
          expect(notBeforeSeconds).toBe(paper.documents.find(({ id }) => id === command.action.documentId)?.arrivesAfterSeconds);
        }
      }
    }
  });
});
