import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from "@nestjs/common";
import { UnitOfWork } from "../platform/index.ts";
import { Beat } from "./beat.ts";

/** Somebody in this process who wants to know what others have done. */
export type Looker = {
  /** In which they look. */
  agencies(): Iterable<string>;
  /** Reads, in a unit of work of the agency; what comes of it is told after that unit, or never, and then the next look tells it. */
  look(agencyId: string): Promise<() => void | Promise<void>>;
};

const lookEveryMs = 1_000;

/**
 * T4, P1: what other processes have done is read from the database, once a second, for all who want to know in one unit of work per agency:
 * most of what a look costs is the way to the database and back.
 */
@Injectable()
export class Looks implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger("Looks");
  private readonly lookers = new Set<Looker>();
  private readonly beat = new Beat(lookEveryMs, () => this.look());

  constructor(private readonly units: UnitOfWork) {}

  add(looker: Looker): void {
    this.lookers.add(looker);
  }

  remove(looker: Looker): void {
    this.lookers.delete(looker);
  }

  onApplicationBootstrap(): void {
    this.beat.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.beat.stop();
  }

  private async look(): Promise<void> {
    const wanted = new Map<string, Looker[]>();
    for (const looker of this.lookers) {
      for (const agencyId of new Set(looker.agencies())) wanted.set(agencyId, [...(wanted.get(agencyId) ?? []), looker]);
    }
    for (const [agencyId, lookers] of wanted) {
      if (await this.together(agencyId, lookers)) continue;
      // Whose look fails must not keep the others from theirs.
      if (lookers.length > 1) for (const looker of lookers) await this.together(agencyId, [looker]);
    }
  }

  private async together(agencyId: string, lookers: readonly Looker[]): Promise<boolean> {
    const tellings = await this.guarded(() =>
      this.units.run({ agencyId, accountId: null }, async () => {
        const read: Awaited<ReturnType<Looker["look"]>>[] = [];
        for (const looker of lookers) read.push(await looker.look(agencyId));
        return read;
      }),
    );
    for (const tell of tellings ?? []) await this.guarded(async () => tell());
    return tellings !== undefined;
  }

  private async guarded<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      this.logger.warn((error as Error).message);
      return undefined;
    }
  }
}
