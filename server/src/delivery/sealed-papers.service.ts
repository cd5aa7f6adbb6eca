import { Injectable } from "@nestjs/common";
import type { SealedPaper } from "@kompeten/shared/contracts/delivery";
import { createCipheriv, randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { InstallationKeys } from "../platform/index.ts";
import type { AttemptActor } from "./acknowledgement.ts";
import { AttemptStates } from "./attempt-states.service.ts";
import { BrowserPasses } from "./safe-exam-browser/browser-passes.ts";
import { Snapshots } from "./snapshots.service.ts";

const nonceBytes = 12;

/**
 * T6: the paper is with the candidate before the clock runs, and nobody can read it before that: it travels sealed while people
 * wait, one by one as they come, and the start gives 32 bytes to each of a whole house in the same second. The key follows from the
 * installation's secret, so that every process knows it and none keeps it.
 */
@Injectable()
export class SealedPapers {
  constructor(
    private readonly keys: InstallationKeys,
    private readonly states: AttemptStates,
    private readonly snapshots: Snapshots,
    private readonly passes: BrowserPasses,
  ) {}

  /** Undefined unless the attempt is the actor's and waits. In the running unit of work. */
  async of(actor: AttemptActor, attemptId: string, browserPass: string | undefined): Promise<SealedPaper | "browser-not-allowed" | undefined> {
    const held = await this.states.one(attemptId);
    if (held?.record.accountId !== actor.accountId || held.attempt.state !== "waiting") return undefined;
    if (!this.passes.admits(actor, held, browserPass)) return "browser-not-allowed";
    const zipped = await promisify(gzip)(JSON.stringify(await this.snapshots.paperAtStart(actor, held)));
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv("aes-256-gcm", Buffer.from(this.keyOf(actor, attemptId), "base64url"), nonce).setAAD(Buffer.from(attemptId));
    return { attemptId, sealed: Buffer.concat([nonce, cipher.update(zipped), cipher.final(), cipher.getAuthTag()]).toString("base64") };
  }

  /** To be told to nobody before the start is acknowledged. */
  keyOf({ accountId }: AttemptActor, attemptId: string): string {
    return this.keys.tokenFor(`paper:${attemptId}:${accountId}`);
  }
}
