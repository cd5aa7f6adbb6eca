import { EntityManager, RequestContext } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import { AsyncLocalStorage } from "node:async_hooks";
import { assert } from "@kompeten/shared/kernel";
import { Admission } from "./admission.ts";

/** In whose name a piece of work is done. Without an agency, tenant-owned tables show nothing and take nothing. */
export type Scope = { agencyId: string | null; accountId: string | null };

type Current = { scope: Scope; afterCommit: (() => void)[]; ended: boolean };
const current = new AsyncLocalStorage<Current>();

/** Connections that only units inside units may take: without them, outer units that hold all would wait for ever for one more. */
const keptForInner = 2;
/** More quick ones at once only take the processor from each other, and each connection that is opened for them costs as much as many of them. */
const quickShare = 1 / 4;
const slowMs = 1_000;

/**
 * One transaction in one scope: what every request, socket message and job runs in. The agency and the account are set in the
 * database session before the first statement, and row-level security does the rest.
 */
@Injectable()
export class UnitOfWork {
  private readonly admission: Admission;

  constructor(private readonly em: EntityManager) {
    const connections = em.config.get("pool").max ?? 10;
    this.admission = new Admission({ insideMax: Math.max(1, connections - keptForInner), quickMax: Math.max(5, Math.round(connections * quickShare)), slowMs });
  }

  /**
   * Commits when `work` resolves, rolls back when it throws. A nested call joins the outer unit if the scope is the same; another
   * scope is a transaction of its own on a second connection, and must not nest further.
   */
  async run<T>(scope: Scope, work: (em: EntityManager) => Promise<T>): Promise<T> {
    const store = current.getStore();
    // A timer set in a unit still carries it when it fires, long after the commit.
    const outer = store?.ended ? undefined : store;
    if (outer && outer.scope.agencyId === scope.agencyId && outer.scope.accountId === scope.accountId) return work(this.em);
    if (outer) return this.transaction(scope, work);
    return this.admission.run(() => this.transaction(scope, work));
  }

  /** Like `run`, but never a part of the unit that happens to be running: for what is gathered from many, of which one only gave the start. */
  apart<T>(scope: Scope, work: (em: EntityManager) => Promise<T>): Promise<T> {
    return current.exit(() => this.run(scope, work));
  }

  private async transaction<T>(scope: Scope, work: (em: EntityManager) => Promise<T>): Promise<T> {
    const variables = { "app.agency_id": scope.agencyId ?? "", "app.account_id": scope.accountId ?? "" };
    const unit: Current = { scope, afterCommit: [], ended: false };
    const fork = this.em.fork({ session: { variables }, useContext: false });
    const value = await current
      .run(unit, () => RequestContext.create(fork, () => fork.transactional(() => work(this.em)), { session: { variables } }))
      .finally(() => (unit.ended = true));
    for (const action of unit.afterCommit) action();
    return value;
  }
}

/** The scope of the unit of work that is running; throws outside one. */
export function currentScope(): Scope {
  const unit = current.getStore();
  assert(unit, "no unit of work is running");
  return unit.scope;
}

export function currentAgencyId(): string {
  const { agencyId } = currentScope();
  assert(agencyId, "the unit of work has no agency");
  return agencyId;
}

export function currentAccountId(): string {
  const { accountId } = currentScope();
  assert(accountId, "the unit of work has no account");
  return accountId;
}

/** Runs `action` once the unit has committed; never when it rolls back. For pushes that may be lost, not for work. */
export function afterCommit(action: () => void): void {
  const unit = current.getStore();
  assert(unit, "no unit of work is running");
  unit.afterCommit.push(action);
}
