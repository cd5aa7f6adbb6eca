import { Injectable } from "@nestjs/common";
import { hash, verify } from "@node-rs/argon2";
import { randomInt } from "node:crypto";

/** OWASP's recommendation for argon2id (the library's default algorithm): 19 MiB, 2 passes, 1 lane. */
const production = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/**
 * For passwords made here at random (59 bits): slow hashing makes up for what people choose, and these nobody chooses. At the
 * thousand times less of work this is, guessing one from a stolen hash still takes a big machine thousands of years, and the cards
 * of a sitting take a second instead of a minute. The stored hash names its parameters: verifying needs to know no kind.
 */
const forRandom = { memoryCost: 1_024, timeCost: 1, parallelism: 1 };
/** For tests only: hundreds of accounts a file would cost minutes. */
const quick = { memoryCost: 256, timeCost: 1, parallelism: 1 };

/** Without the letters and digits that look alike when printed on a card. */
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

@Injectable()
export class PasswordHasher {
  private readonly isTest = process.env["NODE_ENV"] === "test" || process.env["VITEST"] !== undefined;
  private readonly chosen = this.isTest ? quick : production;
  private readonly random = this.isTest ? quick : forRandom;
  private readonly dummies = Promise.all([this.chosen, this.random].map((options) => hash("a password that nobody has", options)));

  /** Of a password that a person chose. */
  hash(password: string): Promise<string> {
    return hash(password, this.chosen);
  }

  /** Of a password from `oneTime`. */
  hashOneTime(password: string): Promise<string> {
    return hash(password, this.random);
  }

  /** One slow and one quick verification for everybody: the time must not tell who exists, who has a card and who a password. */
  async verify(stored: string | null | undefined, password: string): Promise<boolean> {
    const [chosen = "", random = ""] = await this.dummies;
    const isRandom = stored?.startsWith(parametersOf(random)) ?? false;
    const matches = await verify(stored ?? chosen, password);
    await verify(isRandom ? chosen : random, password);
    return matches && stored !== null && stored !== undefined;
  }

  /** One quick verification, of what `hashOneTime` made or of nobody's. */
  async verifyOneTime(stored: string | undefined, password: string): Promise<boolean> {
    const [, random = ""] = await this.dummies;
    const matches = await verify(stored ?? random, password);
    return matches && stored !== undefined;
  }

  /** Twelve characters in three groups, about 59 bits: to be read from a card and typed once. */
  oneTime(): string {
    const group = (): string => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join("");
    return `${group()}-${group()}-${group()}`;
  }
}

/** "$argon2id$v=19$m=1024,t=1,p=1" of "$argon2id$v=19$m=1024,t=1,p=1$salt$hash". */
function parametersOf(encoded: string): string {
  return encoded.split("$").slice(0, 4).join("$");
}
