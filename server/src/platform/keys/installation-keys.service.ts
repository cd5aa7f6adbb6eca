import { EntityManager } from "@mikro-orm/postgresql";
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from "@nestjs/common";
import { assert } from "@kompeten/shared/kernel";
import { sql } from "kysely";
import { createHash, createHmac, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { openPrivateKey, sealPrivateKey } from "./sealed-key.ts";

/** receipt: Ed25519, signs. emergency-file: ECDH on P-256, opens what a candidate's page sealed. */
export type KeyPurpose = "receipt" | "emergency-file";
export type InstallationKey = {
  /** The first 16 hexadecimal digits of SHA-256 over the public key. */
  id: string;
  purpose: KeyPurpose;
  publicKey: KeyObject;
  /** Undefined where this process's secret does not open it: it can still be verified with. */
  privateKey: KeyObject | undefined;
  createdAt: Date;
};
type Row = { id: string; purpose: KeyPurpose; publicKey: Buffer; sealed: Buffer; createdAt: Date };

export const INSTALLATION_SECRET = Symbol("INSTALLATION_SECRET");
const rememberedMs = 60_000;

/**
 * The installation's key pairs: made at the first start, kept for ever, so that what was signed can always be verified. The
 * newest that this secret opens is in use; a changed secret therefore leads to a new pair, and so does `rotate`.
 */
@Injectable()
export class InstallationKeys implements OnApplicationBootstrap {
  private readonly logger = new Logger("InstallationKeys");
  private known: InstallationKey[] = [];
  private readAtMs = Number.NEGATIVE_INFINITY;
  private reading: Promise<void> | undefined;

  constructor(
    private readonly em: EntityManager,
    @Inject(INSTALLATION_SECRET) private readonly secret: string,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.current("receipt");
    await this.current("emergency-file");
  }

  /** The pair in use, with its private half. */
  async current(purpose: KeyPurpose): Promise<InstallationKey & { privateKey: KeyObject }> {
    const { privateKey, ...key } = usable(await this.all(purpose)) ?? (await this.make(purpose, usable));
    assert(privateKey, "the key in use opens");
    return { ...key, privateKey };
  }

  /** Oldest first. */
  async all(purpose: KeyPurpose): Promise<InstallationKey[]> {
    if (performance.now() - this.readAtMs > rememberedMs) await this.read();
    return this.known.filter((key) => key.purpose === purpose);
  }

  /** Asked for by its id: another process may have made it a moment ago. */
  async byId(purpose: KeyPurpose, id: string): Promise<InstallationKey | undefined> {
    const find = async () => (await this.all(purpose)).find((key) => key.id === id);
    const found = await find();
    if (found) return found;
    await this.read();
    return find();
  }

  /** From now on (in other processes within a minute) a new pair is in use. */
  rotate(purpose: KeyPurpose): Promise<InstallationKey> {
    return this.make(purpose, () => undefined);
  }

  /** A secret token for somebody, recomputable by every process: HMAC-SHA-256 under a key of its own. */
  tokenFor(text: string): string {
    return createHmac("sha256", createHmac("sha256", this.secret).update("kompeten tokens").digest()).update(text).digest("base64url");
  }

  private async make(purpose: KeyPurpose, present: (keys: InstallationKey[]) => InstallationKey | undefined): Promise<InstallationKey> {
    const id = await this.em.fork().transactional(async (em) => {
      // Several processes may start at once: one makes it, the others find it.
      const kysely = em.getKysely();
      await sql`select pg_advisory_xact_lock(hashtext('kompeten installation key'))`.execute(kysely);
      const known = (await this.rows(em)).filter((key) => key.purpose === purpose);
      const found = present(known);
      if (found) return found.id;
      if (known.length > 0) this.logger.warn(`a new key pair is made for ${purpose}; the ${known.length} older one(s) stay for what was made with them`);
      const made = newPair(purpose);
      await sql`
        insert into installation_key (id, purpose, public_key, sealed_private_key)
        values (${made.id}, ${purpose}, ${made.spki}, ${sealPrivateKey(made.privateKey, this.secret, made.id)})`.execute(kysely);
      return made.id;
    });
    // A reading that was under way may have begun before the commit.
    await this.reading;
    await this.read();
    const key = this.known.find((one) => one.id === id);
    assert(key, "what was committed is there");
    return key;
  }

  /** Once for all who ask at the same moment: a room that starts together must not ask the database a thousand times. */
  private read(): Promise<void> {
    this.reading ??= this.rows(this.em.fork())
      .then((rows) => {
        this.known = rows;
        this.readAtMs = performance.now();
      })
      .finally(() => (this.reading = undefined));
    return this.reading;
  }

  private async rows(em: EntityManager): Promise<InstallationKey[]> {
    const { rows } = await sql<Row>`
      select id, purpose, public_key as "publicKey", sealed_private_key as sealed, created_at as "createdAt" from installation_key order by created_at, id`.execute(em.getKysely());
    return rows.map(({ id, purpose, publicKey, sealed, createdAt }) => ({
      id,
      purpose,
      publicKey: createPublicKey({ key: publicKey, format: "der", type: "spki" }),
      privateKey: openPrivateKey(sealed, this.secret, id),
      createdAt: new Date(createdAt),
    }));
  }
}

function newPair(purpose: KeyPurpose): { id: string; spki: Buffer; privateKey: KeyObject } {
  const { publicKey, privateKey } = purpose === "receipt" ? generateKeyPairSync("ed25519") : generateKeyPairSync("ec", { namedCurve: "P-256" });
  const spki = publicKey.export({ format: "der", type: "spki" });
  return { id: createHash("sha256").update(spki).digest("hex").slice(0, 16), spki, privateKey };
}

function usable(keys: InstallationKey[]): InstallationKey | undefined {
  return keys.findLast((key) => key.privateKey !== undefined);
}
