import { currentAgencyId } from "../platform/index.ts";

/**
 * Keeps the most recently used values in memory: only for what can never change. Entries are kept apart by agency, because a
 * cache does not know row-level security.
 */
export class BoundedCache<T> {
  private readonly entries = new Map<string, T>();

  constructor(private readonly max: number) {}

  get(id: string): T | undefined {
    const name = this.name(id);
    const value = this.entries.get(name);
    if (value === undefined) return undefined;
    this.entries.delete(name);
    this.entries.set(name, value);
    return value;
  }

  set(id: string, value: T): void {
    this.entries.set(this.name(id), value);
    const oldest = this.entries.keys().next();
    if (this.entries.size > this.max && !oldest.done) this.entries.delete(oldest.value);
  }

  private name(id: string): string {
    return `${currentAgencyId()}/${id}`;
  }
}
