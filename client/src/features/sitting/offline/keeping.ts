import type { SessionView } from "@kompeten/shared/contracts/session";
import { patiently } from "../../../ui/patient.ts";
import type { QueueStore } from "../queue/queue-store.ts";
import type { SessionState } from "../session/session-state.ts";
import type { AttemptKeeper, Known } from "./attempt-keeper.ts";

const patienceMs = 1000;

/** The way to the keeper, which is fetched beside the attempt and waited for by nobody. */
export class Keeping {
  private readonly attemptId: string;
  /** Null where nothing is kept: in a practice. */
  private readonly viewer: SessionView | null;
  private readonly known: () => Known;
  private keeper: Promise<AttemptKeeper> | null = null;
  private hanging = false;
  /** As it is kept. */
  private state: SessionState | null = null;

  constructor(attemptId: string, viewer: SessionView | null, known: () => Known) {
    this.attemptId = attemptId;
    this.viewer = viewer;
    this.known = known;
  }

  start(): void {
    void this.with((keeper) => keeper.keepPage());
  }

  /** Keeps what has changed while the attempt runs here; nothing once it has ended or goes on elsewhere, nor while the session is over. */
  follow(state: SessionState): void {
    const before = this.state;
    const over = state.phase === "refused" || state.phase === "other-device" || state.line === "signed-out" || state.status?.state === "closed";
    this.state = over ? null : state;
    if (over) {
      if (before) void this.with((keeper) => keeper.forget());
    } else {
      if (state.status !== before?.status) void this.with((keeper) => keeper.keep());
      if (state.paper && state.paper !== before?.paper) void this.with((keeper) => keeper.keepPaper());
    }
  }

  async with<T>(use: (keeper: AttemptKeeper) => T): Promise<Awaited<T> | null> {
    const { attemptId, viewer, known } = this;
    if (!viewer) return null;
    this.keeper ??= patiently(() => import("./attempt-keeper.ts")).then(({ AttemptKeeper: Keeper }) => new Keeper(attemptId, viewer, known));
    return await use(await this.keeper);
  }

  /**
   * What the server has acknowledged is kept before the queue lets go of it, so that no page ever shows less than was written. A
   * browser that neither writes nor refuses holds nobody's answers up for longer than this, and no more than once.
   */
  around(store: QueueStore): QueueStore {
    return {
      persistent: store.persistent,
      list: (attemptId) => store.list(attemptId),
      replace: async (put, remove) => {
        // What is new waits for nothing: the page may be on its way out.
        if (put.length === 0 && !this.hanging) {
          this.hanging = true;
          const done = this.with((keeper) => keeper.keep()).then(() => (this.hanging = false));
          await Promise.race([done, new Promise((resolve) => setTimeout(resolve, patienceMs))]);
        }
        await store.replace(put, remove);
      },
    };
  }
}
