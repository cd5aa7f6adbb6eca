import { Injectable } from "@nestjs/common";

/** Of these enrolments, those with a result. */
type Known = (enrolmentIds: readonly string[]) => Promise<ReadonlySet<string>>;

/** Whether a candidate's result is given for good: the context above knows, and says at its start whom to ask. Work no longer comes to count then. */
@Injectable()
export class GivenResults {
  private known: Known | undefined;

  askOf(known: Known): void {
    this.known = known;
  }

  async among(enrolmentIds: readonly string[]): Promise<ReadonlySet<string>> {
    return (await this.known?.(enrolmentIds)) ?? new Set();
  }
}
