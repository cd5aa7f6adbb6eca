import { Injectable } from "@nestjs/common";
import { outlineOf, type Outline } from "@kompeten/shared/attempt";
import { paper, type Paper } from "@kompeten/shared/paper";
import { Papers } from "../authoring/index.ts";

type Shelved = { paper: Paper; outline: Outline };
const shelvedMax = 200;

/**
 * Papers in use, parsed once by the strict schema: what is not a candidate's to see cannot pass, whatever the table holds.
 * A published version never changes, so nothing here grows old.
 */
@Injectable()
export class PaperShelf {
  private readonly shelved = new Map<string, Shelved>();

  constructor(private readonly papers: Papers) {}

  /** In a unit of work of the agency the version belongs to. */
  async get(versionId: string): Promise<Shelved> {
    const present = this.shelved.get(versionId);
    if (present) return present;
    const parsed = paper.parse(await this.papers.paper(versionId));
    const shelved = { paper: parsed, outline: outlineOf(parsed) };
    const [oldest] = this.shelved.keys();
    if (this.shelved.size >= shelvedMax && oldest !== undefined) this.shelved.delete(oldest);
    this.shelved.set(versionId, shelved);
    return shelved;
  }

  /** What lies ready without asking the database. */
  present(versionId: string): Shelved | undefined {
    return this.shelved.get(versionId);
  }
}
