import { Injectable } from "@nestjs/common";
import { hash, verify } from "@node-rs/argon2";
import { randomInt } from "node:crypto";

/** OWASP's recommendation for argon2id (the library's default algorithm): 19 MiB, 2 passes, 1 lane. */
const production = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** For tests only: hundreds of accounts a file would cost minutes. */
const quick = { memoryCost: 256, timeCost: 1, parallelism: 1 };

/** Without the letters and digits that look alike when printed on a card. */
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

@Injectable()
export class PasswordHasher {
  private readonly options = process.env["NODE_ENV"] === "test" || process.env["VITEST"] !== undefined ? quick : production;
  private readonly dummy = hash("a password that nobody has", this.options);

  hash(password: string): Promise<string> {
    return hash(password, this.options);
  }

  /** Takes as long for an account that does not exist or has no password as for one that has. */
  async verify(stored: string | null | undefined, password: string): Promise<boolean> {
    const matches = await verify(stored ?? (await this.dummy), password);
    return matches && stored !== null && stored !== undefined;
  }

  /** Twelve characters in three groups, about 59 bits: to be read from a card and typed once. */
  oneTime(): string {
    const group = (): string => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join("");
    return `${group()}-${group()}-${group()}`;
  }
}
