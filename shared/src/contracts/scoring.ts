/** Rating and integration: what assessors and leads read and send. Candidates never receive any of it. */
import { z } from "zod";
import { actionContent, actionTypes } from "./action.ts";
import { noteCharactersMax, reasonCharactersMax } from "./scoring-limits.ts";

const competency = z.string().regex(/^(M\.0[1-8]|SK\.01|T\.\d{2,3})$/);
const level = z.int().min(1).max(5);
const instant = z.iso.datetime();

/* —— Sent —— */

export const ratingDraftBody = z
  .strictObject({
    /** The version the draft was made from; another one means it was changed meanwhile. 0 for the first save. */
    version: z.int().min(0),
    ratings: z.array(z.strictObject({ competency, level: level.nullable(), note: z.string().max(noteCharactersMax) })).max(20),
  })
  .meta({ id: "RatingDraft" });
export type RatingDraftBody = z.infer<typeof ratingDraftBody>;

export const ratingSubmissionBody = z.strictObject({ version: z.int().min(1) }).meta({ id: "RatingSubmission" });
export type RatingSubmissionBody = z.infer<typeof ratingSubmissionBody>;

export const consensusBody = z.strictObject({ competency, level, reason: z.string().trim().max(reasonCharactersMax) }).meta({ id: "ConsensusDecision" });
export type ConsensusBody = z.infer<typeof consensusBody>;

export const integrationClosingBody = z.strictObject({ confirmed: z.literal(true) }).meta({ id: "IntegrationClosing" });

/* —— Answered —— */

/** A candidate as staff see them: never anonymous to assessors. */
export const candidateSummary = z.strictObject({
  enrolmentId: z.uuid(),
  nip: z.string(),
  name: z.string(),
  titleBefore: z.string().nullable(),
  titleAfter: z.string().nullable(),
  positionTitle: z.string(),
  unitName: z.string().nullable(),
});
export type CandidateSummary = z.infer<typeof candidateSummary>;

export const assessmentSummary = z.strictObject({ id: z.uuid(), number: z.string(), title: z.string(), purpose: z.enum(["position-filling", "mapping"]) });
export type AssessmentSummary = z.infer<typeof assessmentSummary>;

/** `not-closed`: the candidate is not through; `absent`: the sitting ended without a start; `not-needed`: the integration is closed without this
 * sheet; the rest is the assessor's own doing. */
export const ratingState = z.enum(["not-closed", "absent", "to-rate", "draft", "submitted", "not-needed"]);
export type RatingState = z.infer<typeof ratingState>;

export const ratingAssignment = z.strictObject({
  assessment: assessmentSummary,
  candidate: candidateSummary,
  /** Whether candidates of the assessment fill in forms, which are read and not rated. */
  hasForms: z.boolean(),
  instruments: z.array(
    z.strictObject({
      instrumentVersionId: z.uuid(),
      title: z.string(),
      kind: z.enum(["in-basket", "case"]),
      attemptId: z.uuid().nullable(),
      state: ratingState,
      closedAt: instant.nullable(),
      savedAt: instant.nullable(),
      submittedAt: instant.nullable(),
    }),
  ),
});
export type RatingAssignment = z.infer<typeof ratingAssignment>;
export const ratingAssignments = z.strictObject({ assignments: z.array(ratingAssignment) }).meta({ id: "RatingAssignments" });
export type RatingAssignments = z.infer<typeof ratingAssignments>;

const blocks = z.array(z.unknown());
const rubricEntry = z.strictObject({
  competency,
  name: z.string(),
  /** Empty where the plan asks for a competency for which the instrument has no rubric. */
  lookFor: z.array(z.string()),
  anchors: z.record(z.string(), z.string()),
});
export type RubricEntry = z.infer<typeof rubricEntry>;

export const caseWork = z.strictObject({
  kind: z.literal("case"),
  scenario: blocks,
  exhibits: z.array(z.strictObject({ id: z.string(), title: z.string(), body: blocks })),
  answers: z.array(
    z.strictObject({
      questionId: z.string(),
      prompt: z.string(),
      minWords: z.int(),
      maxWords: z.int(),
      text: z.string(),
      words: z.int(),
      /** What the designer expects of a good answer, and the exhibits it rests on. */
      expected: z.string(),
      exhibits: z.array(z.string()),
    }),
  ),
});
export type CaseWork = z.infer<typeof caseWork>;

const grade = z.enum(["low", "medium", "high"]);
export const inBasketActionView = z.strictObject({
  /** Place in the order in which the actions were first taken, from 1. */
  order: z.int(),
  actionId: z.string(),
  /** Null for what starts from the desk itself. */
  documentId: z.string().nullable(),
  content: actionContent,
  at: instant,
  /** Seconds after the candidate's start. */
  atSeconds: z.number(),
  lastAtSeconds: z.number(),
  /** How often it was changed after it was first made. */
  revisions: z.int(),
  /** Taken back by the candidate later; shown, because changing one's mind is evidence too. */
  withdrawn: z.boolean(),
});
export type InBasketActionView = z.infer<typeof inBasketActionView>;

/** One step of the replay: a document read, or an action taken, changed or withdrawn. */
export const replayStep = z.strictObject({
  deed: z.enum(["read", "withdraw", ...actionTypes]),
  /** Null for what starts from the desk itself. */
  documentId: z.string().nullable(),
  /** After the candidate's start. */
  atSeconds: z.int(),
  /** How long it was read, or worked on; 0 for what was done at one stroke. */
  seconds: z.int(),
  /** How often it was saved again while it was worked on. */
  changes: z.int(),
  /** Which saves of which action it consists of, to be read by GET …/actions/:actionId/saves; null where a document was only read. */
  saves: z.strictObject({ actionId: z.uuid(), fromSeq: z.int(), toSeq: z.int() }).nullable(),
});
export type ReplayStep = z.infer<typeof replayStep>;

export const inBasketWork = z.strictObject({
  kind: z.literal("in-basket"),
  scenario: z.strictObject({ role: z.string(), organisation: z.string(), now: z.string(), briefing: blocks }),
  organisationChart: z.array(z.strictObject({ id: z.string(), name: z.string(), position: z.string(), reportsTo: z.string().nullable() })),
  calendar: z.array(z.strictObject({ id: z.string(), title: z.string(), start: z.string(), end: z.string(), place: z.string().nullable() })),
  documents: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.string(),
      from: z.string(),
      to: z.string(),
      sentAt: z.string(),
      subject: z.string(),
      body: blocks,
      attachments: z.array(z.strictObject({ title: z.string(), body: blocks })),
      arrivesAfterSeconds: z.int(),
      expected: z.strictObject({ urgency: grade, importance: grade, links: z.array(z.string()), text: z.string() }).nullable(),
      /** What the candidate set last, null where they set nothing. */
      priority: z.strictObject({ urgency: grade.nullable(), importance: grade.nullable() }).nullable(),
    }),
  ),
  actions: z.array(inBasketActionView),
  replay: z.array(replayStep),
});
export type InBasketWork = z.infer<typeof inBasketWork>;

export const ratingSheetView = z.strictObject({
  state: z.enum(["draft", "submitted"]),
  version: z.int(),
  savedAt: instant.nullable(),
  submittedAt: instant.nullable(),
  ratings: z.array(z.strictObject({ competency, level: level.nullable(), note: z.string() })),
});
export type RatingSheetView = z.infer<typeof ratingSheetView>;

export const ratingDesk = z
  .strictObject({
    attemptId: z.uuid(),
    assessment: assessmentSummary,
    candidate: candidateSummary,
    instrument: z.strictObject({ versionId: z.uuid(), code: z.string(), version: z.int(), title: z.string(), durationSeconds: z.int().nullable() }),
    startedAt: instant.nullable(),
    closedAt: instant,
    hasForms: z.boolean(),
    closedReason: z.string(),
    work: z.discriminatedUnion("kind", [caseWork, inBasketWork]),
    rubric: z.array(rubricEntry),
    sheet: ratingSheetView,
  })
  .meta({ id: "RatingDesk" });
export type RatingDesk = z.infer<typeof ratingDesk>;

export const ratingSaved = z.strictObject({ version: z.int(), savedAt: instant }).meta({ id: "RatingSaved" });
export type RatingSaved = z.infer<typeof ratingSaved>;

/** `waiting`: work or sheets are still to come; `absent`: never came, so there is nothing to agree on; `ready`: the board may be opened; `closed`: agreed for good. */
export const integrationState = z.enum(["waiting", "absent", "ready", "closed"]);
export type IntegrationState = z.infer<typeof integrationState>;

const assessorProgress = z.strictObject({ accountId: z.uuid(), name: z.string(), submitted: z.int(), expected: z.int() });

/** How far a candidate is: no level is in here, so it may be read before the board opens. */
export const integrationProgress = z.strictObject({
  candidate: candidateSummary,
  state: integrationState,
  /** Attempts that are through, of all. */
  attemptsClosed: z.int(),
  attempts: z.int(),
  assessors: z.array(assessorProgress),
  /** Competencies agreed, of those to agree. */
  agreed: z.int(),
  competencies: z.int(),
  closedAt: instant.nullable(),
});
export type IntegrationProgress = z.infer<typeof integrationProgress>;

export const integrationList = z
  .strictObject({ assessments: z.array(z.strictObject({ assessment: assessmentSummary, candidates: z.array(integrationProgress) })) })
  .meta({ id: "IntegrationList" });
export type IntegrationList = z.infer<typeof integrationList>;

const boardInstrument = z.strictObject({ versionId: z.uuid(), title: z.string(), kind: z.enum(["test", "in-basket", "case"]), version: z.int() });
const boardScore = z.strictObject({
  scoreId: z.uuid(),
  attemptId: z.uuid(),
  instrumentVersionId: z.uuid(),
  points: z.number(),
  maxPoints: z.number(),
  standardError: z.number().nullable(),
  answered: z.int(),
  items: z.int(),
  groups: z.array(z.strictObject({ kind: z.enum(["facet", "competency"]), code: z.string(), points: z.number(), maxPoints: z.number(), share: z.number() })),
});
export type BoardScore = z.infer<typeof boardScore>;

export const boardCompetency = z.strictObject({
  competency,
  name: z.string(),
  required: level.nullable(),
  ratings: z.array(z.strictObject({ assessorAccountId: z.uuid(), instrumentVersionId: z.uuid(), attemptId: z.uuid(), level, note: z.string() })),
  /** Levels that tests indicate: evidence, never a final level. */
  indicated: z.array(z.strictObject({ instrumentVersionId: z.uuid(), level, share: z.number(), items: z.int() })),
  /** First ratings two levels or more apart: the reason must be a full one (S4). */
  disagreement: z.boolean(),
  consensus: z.strictObject({ level, reason: z.string(), decidedAt: instant, decidedBy: z.string() }).nullable(),
});
export type BoardCompetency = z.infer<typeof boardCompetency>;

export const integrationBoard = z
  .strictObject({
    assessment: assessmentSummary,
    hasForms: z.boolean(),
    progress: integrationProgress,
    /** Null until at least two assessors have submitted all their sheets (S2). */
    board: z
      .strictObject({
        instruments: z.array(boardInstrument),
        assessors: z.array(z.strictObject({ accountId: z.uuid(), name: z.string() })),
        competencies: z.array(boardCompetency),
        scores: z.array(boardScore),
        standardTitle: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: "IntegrationBoard" });
export type IntegrationBoard = z.infer<typeof integrationBoard>;
