/** Simulated candidates at their desks: everything they do goes through the same door as a real candidate's work. */
import type { CandidateCommand } from "@kompeten/shared/attempt";
import type { Operation } from "@kompeten/shared/contracts/delivery";
import { assert } from "@kompeten/shared/kernel";
import type { Paper } from "@kompeten/shared/paper";
import { setTimeout as sleep } from "node:timers/promises";
import { Papers } from "../authoring/index.ts";
import { Keys, type InstrumentKey } from "../authoring/keys.ts";
import { Desk, type AttemptActor, type AttemptView } from "../delivery/index.ts";
import { newId } from "../platform/index.ts";
import type { Candidate } from "./behaviour/candidate.rules.ts";
import { stepsThrough, type WorkStep } from "./behaviour/work.rules.ts";
import type { Stage } from "./stage.ts";

/** Operations sent together, as a browser sends its queue. */
const batchSize = 20;
/** Nobody here waits longer for a document that has not arrived: what comes later stays undone. */
const patienceSeconds = 10;

/** How far somebody gets with an instrument: all of it and handed in, or a share of the work and still at it. */
export type Progress = { share: number; handIn: boolean };
export const throughAndDone: Progress = { share: 1, handIn: true };

export class Seat {
  private readonly desk: Desk;

  constructor(
    private readonly stage: Stage,
    private readonly actor: AttemptActor,
    private readonly candidate: Candidate,
  ) {
    this.desk = stage.get(Desk);
  }

  async acknowledgeNotice(attemptId: string, noticeId: string): Promise<void> {
    const answer = await this.desk.acknowledgeNotice(this.actor, attemptId, noticeId);
    assert(answer.ok, `the notice of ${attemptId} was not acknowledged`);
  }

  /** Starts an attempt and works through it. */
  async take(attempt: AttemptView, progress: Progress): Promise<void> {
    const { paper, key } = await this.materials(attempt.instrumentVersionId);
    const started = await this.desk.start(this.actor, attempt.id);
    assert(started.ok, `attempt ${attempt.id} was not started: ${started.ok ? "" : started.refusal}`);
    const steps = stepsThrough(this.candidate, paper, key).filter(({ notBeforeSeconds }) => notBeforeSeconds <= patienceSeconds);
    await this.work(attempt.id, started.atMs, steps.slice(0, Math.round(steps.length * progress.share)));
    if (!progress.handIn) return;
    const submitted = await this.desk.submit(this.actor, attempt.id);
    assert(submitted.ok, `attempt ${attempt.id} was not handed in`);
  }

  private async work(attemptId: string, startedAtMs: number, steps: readonly WorkStep[]): Promise<void> {
    let batch: CandidateCommand[] = [];
    const send = async (): Promise<void> => {
      if (batch.length > 0) await this.send(attemptId, batch);
      batch = [];
    };
    for (const { command, notBeforeSeconds } of steps) {
      const dueMs = startedAtMs + notBeforeSeconds * 1000 + 100;
      if (notBeforeSeconds > 0 && Date.now() < dueMs) {
        await send();
        await sleep(Math.max(0, dueMs - Date.now()));
      }
      batch.push(command);
      if (batch.length === batchSize) await send();
    }
    await send();
  }

  private async send(attemptId: string, commands: readonly CandidateCommand[]): Promise<void> {
    const operations = commands.map((command) => ({ opId: newId(), ...withActionId(command) }) as Operation);
    const answer = await this.desk.append(this.actor, { attemptId, epoch: 1, operations });
    const refusal = answer.ok ? answer.acknowledgements.find((one) => !one.ok) : answer;
    assert(answer.ok && !refusal, `work on ${attemptId} was refused: ${JSON.stringify(refusal)}`);
  }

  private materials(versionId: string): Promise<{ paper: Paper; key: InstrumentKey }> {
    return this.stage.as(this.actor.agencyId, this.actor.accountId, async () => ({
      paper: await this.stage.get(Papers).paper(versionId),
      key: (await this.stage.get(Keys).key(versionId)).key,
    }));
  }
}

/** The client makes the ids of actions; the pure behaviour knows none. */
function withActionId(command: CandidateCommand): CandidateCommand {
  return command.kind === "act" ? { ...command, action: { ...command.action, actionId: newId() } } : command;
}
