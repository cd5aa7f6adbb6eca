import type { EntityManager } from "@mikro-orm/postgresql";
import type { App } from "../app.ts";
import { UnitOfWork } from "../platform/index.ts";

/** What every step of the demonstration works with: the running application, in somebody's name. */
export class Stage {
  constructor(
    private readonly app: App,
    /** The moment at which the demonstration is set up. */
    readonly now: Date,
    /** Says what is being done. */
    readonly say: (line: string) => void,
  ) {}

  /** A service of any context. */
  get<T>(token: abstract new (...args: never[]) => T): T {
    return this.app.nest.get(token as never, { strict: false });
  }

  /** One unit of work of this agency, in the name of this account. */
  as<T>(agencyId: string, accountId: string | null, work: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.get(UnitOfWork).run({ agencyId, accountId }, work);
  }
}

/** Does `work` for every item, at most `width` at once; the first failure ends it. */
export async function inParallel<T>(items: readonly T[], width: number, work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const lane = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane));
}
