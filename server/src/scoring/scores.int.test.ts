import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "kysely";
import { newScoringStage, sjtAnswers, worked, type ScoringStage } from "../../test/scoring.builders.ts";
import { TestApp, withClient } from "../../test/harness.ts";
import { Attempts } from "../delivery/index.ts";
import { Integrations } from "./integrations.service.ts";
import { Scores } from "./scores.service.ts";

let app: TestApp;
let stage: ScoringStage;
beforeAll(async () => {
  app = await TestApp.start();
  stage = await newScoringStage(app);
  const [candidate] = stage.candidates;
  if (!candidate) throw new Error("no candidate");
  await worked(app, stage, candidate, candidate.attempts.sjt, sjtAnswers("c", "a"));
  await app.jobsDone();
}, 120_000);
afterAll(() => app?.stop());

const inAgency = <T>(work: () => Promise<T>) => app.run({ agencyId: stage.agencyId, accountId: null }, work);
const rows = () => inAgency(() => sql<Record<string, unknown>>`select *, encode(journal_hash, 'hex') as hash from score order by revision`.execute(app.app.orm.em.getKysely()).then((result) => result.rows));
const attemptId = () => stage.candidates[0]?.attempts.sjt as string;

describe("[S1] a closed test is scored by the job", () => {
  it("with the key and the place in the journal it was computed from", async () => {
    const [score, ...more] = await rows();
    expect(more).toEqual([]);
    const attempt = await inAgency(() => app.get(Attempts).byId(attemptId()));
    expect(score).toMatchObject({ revision: 1, attempt_id: attemptId(), max_points: 108, standard_error: null, journal_seq: attempt?.lastSeq, hash: attempt?.lastHashHex });
    expect(score?.["key_sha256"]).toMatch(/^[0-9a-f]{64}$/);
    expect(score?.["detail"]).toMatchObject({ items: 18, answered: 18, unanswered: 0 });
  });

  it("computes the identical score again and writes nothing", async () => {
    const before = await rows();
    expect(await inAgency(() => app.get(Scores).recompute(attemptId()))).toEqual({ ok: true, value: { revision: 1, added: false } });
    expect(await rows()).toEqual(before);
  });

  it("adds a revision with the same points when the stored one was made from another journal head", async () => {
    await withClient(app.database.ownerUrl, (client) =>
      client.query(
        `insert into score (id, agency_id, attempt_id, revision, instrument_version_id, key_sha256, journal_seq, journal_hash, points, max_points, detail)
         select gen_random_uuid(), agency_id, attempt_id, 2, instrument_version_id, key_sha256, journal_seq - 1, journal_hash, 0, max_points, detail from score`,
      ),
    );
    expect(await inAgency(() => app.get(Scores).recompute(attemptId()))).toEqual({ ok: true, value: { revision: 3, added: true } });
    const [first, , third] = await rows();
    for (const column of ["points", "max_points", "detail", "key_sha256", "journal_seq", "hash"]) expect(third?.[column]).toEqual(first?.[column]);
  });

  it("gives the newest revision to the contexts above", async () => {
    const [candidate] = stage.candidates;
    const scores = await inAgency(() => app.get(Integrations).scoresOf([candidate?.enrolmentId as string]));
    expect(scores.get(candidate?.enrolmentId as string)).toMatchObject([{ revision: 3, maxPoints: 108, standardError: null }]);
  });
});

describe("[S1] what is not a closed test has no score", () => {
  it.each([["basket", "not-closed"]] as const)("%s: %s", async (kind, refusal) => {
    expect(await inAgency(() => app.get(Scores).recompute(stage.candidates[0]?.attempts[kind] as string))).toEqual({ ok: false, refusal });
  });
  it("another agency's attempt is not found", async () => {
    const other = await app.newAgency();
    expect(await app.run({ agencyId: other, accountId: null }, () => app.get(Scores).recompute(attemptId()))).toEqual({ ok: false, refusal: "not-found" });
  });
  it("a score cannot be changed, by the owner either", async () => {
    await withClient(app.database.ownerUrl, async (client) => {
      await expect(client.query("update score set points = 0")).rejects.toThrow(/append-only/);
      await expect(client.query("delete from score")).rejects.toThrow(/append-only/);
    });
  });
});
