/** Finds what a key says in what a candidate was told. */
import { isDeepStrictEqual } from "node:util";
import { z, type ZodType } from "zod";
import { instrumentKey } from "../src/authoring/content.ts";
import { readShippedInstrument } from "../src/authoring/index.ts";

export type KeyMaterial = { texts: readonly string[]; scores: readonly object[] };

/** Members that keys share with what candidates see or do themselves. Everything else of a key's schema is a key's alone. */
const shared = new Set(["kind", "items", "interaction", "text", "value", "unit", "documents", "questions", "exhibits", "urgency", "importance"]);
const ofKeysAlone = new Set(membersOf(z.toJSONSchema(instrumentKey, { io: "output" })).filter((name) => !shared.has(name)));
/** What a number that rates an answer would be called, whatever the schema of keys calls it. */
const suspicious = /score|points|weight|correct|solution|answerkey|rubric/i;
const sentenceMin = 25;

function membersOf(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const own = "properties" in schema && typeof schema.properties === "object" ? Object.keys(schema.properties as object) : [];
  return [...own, ...Object.values(schema).flatMap(membersOf)];
}

/** What the key of a shipped instrument says and neither its paper nor its header shows: its texts, whole and by sentences, and its scores of options. */
export async function keyMaterial(code: string): Promise<KeyMaterial> {
  const { header, paper, key } = await readShippedInstrument(code);
  const shown = textsIn([header, paper]).join("\n");
  const texts = stringsIn(key).flatMap((text) => [text, ...text.split(/(?<=[.!?;])\s+/).filter((sentence) => sentence.length >= sentenceMin)]);
  return { texts: [...new Set(texts)].filter((text) => text.length >= 8 && !shown.includes(text)), scores: objectsIn(key).filter(isScores) };
}

/** One line for each thing that is wrong with what was told; `contract` is what it must be, and nothing beyond. */
export function leaks(told: unknown, contract: ZodType | undefined, keys: KeyMaterial): string[] {
  const faults: string[] = [];
  const parsed = contract?.safeParse(told);
  if (parsed && !(parsed.success && isDeepStrictEqual(parsed.data, told))) faults.push("is not what its contract says");
  for (const object of objectsIn(told)) {
    if (isScores(object) && keys.scores.some((scores) => isDeepStrictEqual(scores, object))) faults.push("has the scores of a key");
    for (const name of Object.keys(object)) {
      // How urgent a document is, a candidate says by an action of this type; what a key says of it is no action.
      const own = name === "urgency" || name === "importance" ? "type" in object && object.type === "prioritise" : !ofKeysAlone.has(name) && !suspicious.test(name);
      if (!own) faults.push(`has the member ${name}`);
    }
  }
  const text = textsIn(told).join("\n");
  return [...new Set([...faults, ...keys.texts.filter((one) => text.includes(one)).map((one) => `says "${one}"`)])];
}

function isScores(value: object): boolean {
  const values = Object.values(value);
  return !Array.isArray(value) && values.length > 1 && values.every((one) => typeof one === "number");
}

function objectsIn(value: unknown): object[] {
  return typeof value !== "object" || value === null ? [] : [...(Array.isArray(value) ? [] : [value]), ...Object.values(value).flatMap(objectsIn)];
}

/** Every text anywhere, the names of members included. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return objectsIn(value).flatMap((object) => Object.keys(object)).concat(stringsIn(value));
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value !== "object" || value === null ? [] : Object.values(value).flatMap(stringsIn);
}
