/** Instruments as organisers and authors see them. */
import { z } from "zod";
import { paper } from "../paper/index.ts";
import { instrumentKinds, type InstrumentKind } from "./instrument-kind.ts";

export { instrumentKinds, type InstrumentKind };
export const instrumentStates = ["draft", "published", "retired"] as const;
export type InstrumentState = (typeof instrumentStates)[number];

const summary = {
  /** Of the version: what an assessment uses. */
  id: z.uuid(),
  instrumentId: z.uuid(),
  code: z.string(),
  kind: z.enum(instrumentKinds),
  version: z.int(),
  title: z.string(),
  state: z.enum(instrumentStates),
  /** Null: without a clock (T8). */
  durationSeconds: z.int().nullable(),
  summary: z.string(),
  /** Competencies it gives evidence for; empty for a reasoning test. */
  competencies: z.array(z.string()),
};
export const instrumentSummary = z.strictObject(summary).meta({ id: "Instrument" });
export type InstrumentSummary = z.infer<typeof instrumentSummary>;

export const instrumentList = z.strictObject({ instruments: z.array(instrumentSummary) }).meta({ id: "InstrumentList" });
export type InstrumentList = z.infer<typeof instrumentList>;

export const instrumentDetail = z.strictObject({ ...summary, candidateInstructions: z.string(), paper }).meta({ id: "InstrumentDetail" });
export type InstrumentDetail = z.infer<typeof instrumentDetail>;

type Weight = "low" | "medium" | "high";
type RubricView = { competency: string; lookFor: string[]; anchors: Record<"1" | "2" | "3" | "4" | "5", string> }[];
type Judged = { difficulty: number; facet: string; rationale: string };
/** All or nothing, or a point for each part: the names of QTI's response processing templates. */
type Scoring = "match-correct" | "map-response";
export type ItemKeyView =
  | ({ interaction: "choice"; correct: string } & Judged)
  | { interaction: "best-worst"; competency: string; effectiveness: Record<string, number>; rationale: string }
  | ({ interaction: "multiple-response" | "order"; correct: string[]; scoring: Scoring } & Judged)
  | ({ interaction: "match" | "inline-choice"; correct: Record<string, string>; scoring: Scoring } & Judged)
  | ({ interaction: "text-entry"; accepted: ({ text: string } | { value: number; tolerance: number; unit?: string | undefined })[] } & Judged)
  | ({ interaction: "slider"; value: number; tolerance: number } & Judged)
  | { interaction: "likert"; reversed: string[]; rationale: string }
  | { interaction: "extended-text"; expected: string };

/**
 * Types only, on purpose: the schema of a key lives on the server, and nothing but the author's page ever receives this.
 */
export type InstrumentKeyView = {
  keySha256: string;
  key:
    | { kind: "test"; items: Record<string, ItemKeyView>; levelBands?: number[] | undefined; levelBandsBasis?: string | undefined }
    | { kind: "in-basket"; rubric: RubricView; documents: Record<string, { urgency: Weight; importance: Weight; links: string[]; expected: string }> }
    | { kind: "form" }
    | { kind: "case"; rubric: RubricView; questions: Record<string, { expected: string; exhibits: string[] }> };
};
