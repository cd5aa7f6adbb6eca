/** Planning an assessment: what the organiser's pages send and get. */
import { z } from "zod";
import { instrumentKinds } from "./instrument-kind.ts";

export const purposes = ["position-filling", "mapping"] as const;
export type Purpose = (typeof purposes)[number];
export const assessmentStates = ["draft", "open", "closed"] as const;
export type AssessmentState = (typeof assessmentStates)[number];
/** WIB, WITA, WIT. */
export const timeZones = ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"] as const;
export type TimeZone = (typeof timeZones)[number];
export const planSteps = ["purpose", "instruments", "matrix", "sittings", "candidates", "assessors"] as const;
export type PlanStep = (typeof planSteps)[number];

const title = z.string().trim().min(3).max(200);
const competency = z.string().min(1).max(20);
const instant = z.iso.datetime({ offset: true });
/** Of this century: a slip of the keyboard plans nothing for the year 20226. */
const plannable = instant.refine((at) => at >= "2000" && at < "2100", "must be a day from 2000 to 2099");
/** The version the page has seen: another writer in between is refused with `changed-meanwhile`. */
const version = z.int().min(1);

/* —— Sent —— */

/** J7 of delivery: how long after the deadline something made in time while the line was down may still arrive and count; 0: not at all. */
export const offlineWindowMinutesMax = 1440;
const offlineWindowMinutes = z.int().min(0).max(offlineWindowMinutesMax);
const basics = { title, purpose: z.enum(purposes), standardsId: z.uuid(), standardCode: z.string().min(1).max(60), offlineWindowMinutes: offlineWindowMinutes.default(30) };
export const newAssessmentBody = z.strictObject(basics).meta({ id: "NewAssessment" });
export type NewAssessmentBody = z.infer<typeof newAssessmentBody>;
export const basicsBody = z.strictObject({ version, ...basics }).meta({ id: "AssessmentBasics" });
export type BasicsBody = z.infer<typeof basicsBody>;

/** In the order in which they are taken where a sitting holds several. */
export const instrumentsBody = z.strictObject({ version, versionIds: z.array(z.uuid()).max(12) }).meta({ id: "AssessmentInstruments" });
export type InstrumentsBody = z.infer<typeof instrumentsBody>;

export const matrixBody = z.strictObject({ version, cells: z.array(z.strictObject({ versionId: z.uuid(), competency })).max(600) }).meta({ id: "AssessmentMatrix" });
export type MatrixBody = z.infer<typeof matrixBody>;

/** R3 of delivery: candidates wait until the proctor starts the room; minutes after that in which one may still begin, null for no limit. */
const sittingEntry = {
  proctorStarts: z.boolean().default(false),
  entryClosesMinutes: z.int().min(1).max(600).nullable().default(null),
  /** R5 of delivery. */
  safeExamBrowser: z.boolean().default(false),
};
export const entryClosesMinutesMax = 600;

export const sittingsBody = z
  .strictObject({
    version,
    sittings: z
      .array(
        z.strictObject({
          /** Absent for a new one; a sitting left out is taken away. */
          id: z.uuid().optional(),
          title,
          place: z.string().trim().max(200).nullable(),
          windowStart: plannable,
          windowEnd: plannable,
          timeZone: z.enum(timeZones),
          ...sittingEntry,
          instrumentVersionIds: z.array(z.uuid()).min(1).max(12).refine((ids) => new Set(ids).size === ids.length, "each instrument once"),
        }),
      )
      .max(60),
  })
  .meta({ id: "AssessmentSittings" });
export type SittingsBody = z.infer<typeof sittingsBody>;

export const browserExamKeysMax = 20;
const browserExamKey = z.string().regex(/^[0-9a-f]{64}$/i, "64 hexadecimal digits").toLowerCase();
/** R5 of delivery: one for each version and platform of Safe Exam Browser that a sitting may be taken in; none: any that has its settings. */
export const browserExamKeysBody = z.strictObject({ version, keys: z.array(browserExamKey).max(browserExamKeysMax) }).meta({ id: "ChangedBrowserExamKeys" });
export type BrowserExamKeysBody = z.infer<typeof browserExamKeysBody>;
export const browserExamKeysView = z.strictObject({ keys: z.array(z.string()).max(browserExamKeysMax) }).meta({ id: "BrowserExamKeys" });
export type BrowserExamKeysView = z.infer<typeof browserExamKeysView>;

export const candidatesMax = 3000;
/** Asks about NIPs from a paste; a file goes to the same question as multipart. Nothing is enrolled by asking. */
export const candidateCheckBody = z.strictObject({ nips: z.array(z.string().max(60)).min(1).max(candidatesMax) }).meta({ id: "CandidateCheck" });
export type CandidateCheckBody = z.infer<typeof candidateCheckBody>;

export const enrolBody = z
  .strictObject({
    version,
    employeeIds: z.array(z.uuid()).min(1).max(candidatesMax),
    /** Left out: each candidate is seated where there is room, one sitting per instrument. */
    sittingIds: z.array(z.uuid()).max(60).optional(),
  })
  .meta({ id: "Enrol" });
export type EnrolBody = z.infer<typeof enrolBody>;

export const removeCandidatesBody = z.strictObject({ version, enrolmentIds: z.array(z.uuid()).min(1).max(candidatesMax) }).meta({ id: "RemoveCandidates" });
export type RemoveCandidatesBody = z.infer<typeof removeCandidatesBody>;

export const seatingBody = z
  .strictObject({ version, enrolmentIds: z.array(z.uuid()).min(1).max(candidatesMax), /** Null: seated anew where there is room. */ sittingIds: z.array(z.uuid()).max(60).nullable() })
  .meta({ id: "Seating" });
export type SeatingBody = z.infer<typeof seatingBody>;

export const leadBody = z.strictObject({ version, accountId: z.uuid() }).meta({ id: "Lead" });
export type LeadBody = z.infer<typeof leadBody>;

export const assessorsPerCandidateMax = 6;
export const assignAssessorsBody = z
  .strictObject({
    version,
    enrolmentIds: z.array(z.uuid()).min(1).max(candidatesMax),
    accountIds: z.array(z.uuid()).max(assessorsPerCandidateMax),
    /** `add` keeps who is there already; only that is possible once the assessment is open. */
    mode: z.enum(["replace", "add"]),
  })
  .meta({ id: "AssignAssessors" });
export type AssignAssessorsBody = z.infer<typeof assignAssessorsBody>;

export const distributeBody = z
  .strictObject({ version, accountIds: z.array(z.uuid()).min(2).max(200), perCandidate: z.int().min(2).max(assessorsPerCandidateMax) })
  .meta({ id: "DistributeAssessors" });
export type DistributeBody = z.infer<typeof distributeBody>;

export const openingBody = z.strictObject({ version }).meta({ id: "Opening" });
export type OpeningBody = z.infer<typeof openingBody>;

/** Left out: everybody who has no card of this assessment yet. */
export const signInCardsBody = z.strictObject({ enrolmentIds: z.array(z.uuid()).min(1).max(candidatesMax).optional() }).meta({ id: "SignInCards" });
export type SignInCardsBody = z.infer<typeof signInCardsBody>;

/* —— Answered —— */

export const assessmentSummary = z.strictObject({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  purpose: z.enum(purposes),
  state: z.enum(assessmentStates),
  standardTitle: z.string(),
  leadName: z.string().nullable(),
  instruments: z.int(),
  candidates: z.int(),
  sittings: z.int(),
  /** From the first sitting's window to the last one's. */
  firstStart: z.iso.datetime().nullable(),
  lastEnd: z.iso.datetime().nullable(),
  timeZone: z.enum(timeZones).nullable(),
  createdAt: z.iso.datetime(),
  openedAt: z.iso.datetime().nullable(),
});
export type AssessmentSummary = z.infer<typeof assessmentSummary>;
export const assessmentList = z.strictObject({ assessments: z.array(assessmentSummary) }).meta({ id: "AssessmentList" });
export type AssessmentList = z.infer<typeof assessmentList>;

/** Why a plan cannot be opened (error) or should be looked at again (warning). The client translates the code. */
export const planProblem = z.strictObject({
  code: z.string(),
  severity: z.enum(["error", "warning"]),
  step: z.enum(planSteps),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The candidate it is about. */
  enrolmentId: z.uuid().optional(),
});
export type PlanProblem = z.infer<typeof planProblem>;
/** More problems than this are counted but not listed. */
export const planProblemsMax = 300;

const configurationUsed = z.strictObject({ id: z.uuid(), title: z.string(), version: z.int(), legalBasis: z.string(), effectiveFrom: z.iso.date() });
const person = z.strictObject({ accountId: z.uuid(), name: z.string() });
const plannedInstrument = z.strictObject({
  versionId: z.uuid(),
  code: z.string(),
  kind: z.enum(instrumentKinds),
  title: z.string(),
  version: z.int(),
  durationSeconds: z.int().nullable(),
  summary: z.string(),
  competencies: z.array(z.string()),
});
export type PlannedInstrument = z.infer<typeof plannedInstrument>;
const sittingView = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  place: z.string().nullable(),
  windowStart: z.iso.datetime(),
  windowEnd: z.iso.datetime(),
  timeZone: z.enum(timeZones),
  proctorStarts: z.boolean(),
  entryClosesMinutes: z.int().nullable(),
  safeExamBrowser: z.boolean(),
  instrumentVersionIds: z.array(z.uuid()),
});
export type PlannedSitting = z.infer<typeof sittingView>;
const enrolmentView = z.strictObject({
  id: z.uuid(),
  employeeId: z.uuid(),
  nip: z.string(),
  name: z.string(),
  titleBefore: z.string().nullable(),
  titleAfter: z.string().nullable(),
  positionTitle: z.string(),
  unitName: z.string().nullable(),
  sittingIds: z.array(z.uuid()),
  assessors: z.array(person),
  cardIssuedAt: z.iso.datetime().nullable(),
});
export type PlannedCandidate = z.infer<typeof enrolmentView>;

export const assessmentDetail = z
  .strictObject({
    id: z.uuid(),
    number: z.string(),
    title: z.string(),
    purpose: z.enum(purposes),
    offlineWindowMinutes,
    state: z.enum(assessmentStates),
    version,
    createdAt: z.iso.datetime(),
    openedAt: z.iso.datetime().nullable(),
    standard: z.strictObject({ code: z.string(), title: z.string(), positionType: z.string(), configuration: configurationUsed }),
    /** In the dictionary's order, with the level the position requires. */
    competencies: z.array(z.strictObject({ code: z.string(), name: z.string(), required: z.int() })),
    dictionary: configurationUsed,
    jpm: z.strictObject({ configuration: configurationUsed, categories: z.array(z.strictObject({ code: z.string(), name: z.string(), fromPercent: z.number() })) }),
    notice: configurationUsed,
    lead: person.nullable(),
    instruments: z.array(plannedInstrument),
    matrix: z.array(z.strictObject({ versionId: z.uuid(), competency: z.string() })),
    sittings: z.array(sittingView),
    enrolments: z.array(enrolmentView),
    problems: z.strictObject({ errors: z.int(), warnings: z.int(), list: z.array(planProblem).max(planProblemsMax) }),
  })
  .meta({ id: "Assessment" });
export type AssessmentDetail = z.infer<typeof assessmentDetail>;

/** What an organiser may choose from. */
export const planningChoices = z
  .strictObject({
    standards: z.array(
      z.strictObject({
        configuration: configurationUsed,
        positions: z.array(z.strictObject({ code: z.string(), title: z.string(), positionType: z.string(), note: z.string().nullable(), required: z.record(z.string(), z.int()) })),
      }),
    ),
    categories: z.array(z.strictObject({ purpose: z.enum(purposes), configuration: configurationUsed, categories: z.array(z.strictObject({ code: z.string(), name: z.string(), fromPercent: z.number() })) })),
    competencies: z.array(z.strictObject({ code: z.string(), name: z.string(), group: z.string() })),
    instruments: z.array(plannedInstrument),
    leads: z.array(person),
    assessors: z.array(person),
  })
  .meta({ id: "PlanningChoices" });
export type PlanningChoices = z.infer<typeof planningChoices>;

export const candidateRowStates = ["ok", "malformed", "unknown", "repeated", "enrolled"] as const;
export const candidateCheck = z
  .strictObject({
    rows: z.array(
      z.strictObject({
        /** As the spreadsheet or the paste numbers its rows. */
        row: z.int(),
        nip: z.string(),
        state: z.enum(candidateRowStates),
        employee: z.strictObject({ id: z.uuid(), name: z.string(), titleBefore: z.string().nullable(), titleAfter: z.string().nullable(), positionTitle: z.string(), unitName: z.string().nullable() }).nullable(),
      }),
    ),
  })
  .meta({ id: "CandidateCheckResult" });
export type CandidateCheck = z.infer<typeof candidateCheck>;

/** One-time passwords: shown once, never kept. */
export const signInCards = z
  .strictObject({
    cards: z.array(z.strictObject({ enrolmentId: z.uuid(), name: z.string(), nip: z.string(), login: z.string(), password: z.string(), sittings: z.array(z.string()) })),
    /** Candidates without a new card: they sign in with a password of their own. */
    withOwnPassword: z.array(z.strictObject({ enrolmentId: z.uuid(), name: z.string(), nip: z.string() })),
  })
  .meta({ id: "SignInCardList" });
export type SignInCards = z.infer<typeof signInCards>;
