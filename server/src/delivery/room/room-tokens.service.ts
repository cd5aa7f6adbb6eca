import { Injectable } from "@nestjs/common";
import type { SittingTokenCards, SittingTokens as SittingTokensView } from "@kompeten/shared/contracts/sitting-tokens";
import { ok, refuse, type Result } from "@kompeten/shared/kernel";
import { SittingTokens } from "../../identity/index.ts";
import { Employees } from "../../personnel/index.ts";
import { Assessments, type SittingView } from "../../planning/index.ts";
import { Clock } from "../../platform/index.ts";

type Seat = { enrolmentId: string; accountId: string; name: string; nip: string };
const hourMs = 3_600_000;

/** R6: from an hour before the window, so that the device can be looked at; until an hour after it, for the receipt and what was still on its way. */
function validity({ windowStart, windowEnd }: Pick<SittingView, "windowStart" | "windowEnd">): { validFrom: Date; validUntil: Date } {
  return { validFrom: new Date(windowStart.getTime() - hourMs), validUntil: new Date(windowEnd.getTime() + hourMs) };
}

/** R6: who sits where is planning's, what lets them in is identity's. In the running unit of work. */
@Injectable()
export class RoomTokens {
  constructor(
    private readonly assessments: Assessments,
    private readonly employees: Employees,
    private readonly tokens: SittingTokens,
    private readonly clock: Clock,
  ) {}

  /** Undefined for a sitting that is not there. */
  async view(sittingId: string): Promise<SittingTokensView | undefined> {
    const place = await this.place(sittingId);
    if (!place) return undefined;
    const states = new Map((await this.tokens.of(sittingId)).map((state) => [state.accountId, state]));
    const candidates = place.seats.map(({ enrolmentId, accountId, name, nip }) => ({ enrolmentId, name, nip, madeAtMs: states.get(accountId)?.madeAtMs ?? null, usedAtMs: states.get(accountId)?.usedAtMs ?? null }));
    return { ...timesOf(place.sitting), candidates };
  }

  async make(sittingId: string, chosen: readonly string[] | undefined): Promise<Result<SittingTokenCards, "not-found" | "assessment-closed" | "sitting-over">> {
    const place = await this.place(sittingId);
    if (!place || chosen?.some((id) => !place.seats.some(({ enrolmentId }) => enrolmentId === id))) return refuse("not-found");
    const { sitting, assessment, seats } = place;
    if (assessment.state !== "open") return refuse("assessment-closed");
    const { validFrom, validUntil } = validity(sitting);
    if (validUntil <= this.clock.now()) return refuse("sitting-over");
    const holders = new Set((await this.tokens.of(sittingId)).map(({ accountId }) => accountId));
    const wanted = seats.filter(({ enrolmentId, accountId }) => (chosen ? chosen.includes(enrolmentId) : !holders.has(accountId)));
    const issued = new Map((await this.tokens.issue({ sittingId, accountIds: wanted.map(({ accountId }) => accountId), validFrom, validUntil })).map((one) => [one.accountId, one]));
    const cards = wanted.flatMap(({ enrolmentId, accountId, name, nip }) => {
      const one = issued.get(accountId);
      return one ? [{ enrolmentId, name, nip, login: one.login, token: one.token }] : [];
    });
    return ok({ assessmentTitle: assessment.title, sittingTitle: sitting.title, place: sitting.place, timeZone: sitting.timeZone, ...timesOf(sitting), cards });
  }

  /** How many were live. */
  async revoke(sittingId: string, chosen: readonly string[]): Promise<Result<number, "not-found">> {
    const place = await this.place(sittingId);
    const accountIds = place?.seats.filter(({ enrolmentId }) => chosen.includes(enrolmentId)).map(({ accountId }) => accountId) ?? [];
    if (accountIds.length < new Set(chosen).size) return refuse("not-found");
    return ok(await this.tokens.revoke(sittingId, accountIds));
  }

  /** Everybody who sits there and has an account, which opening gives them. */
  private async place(sittingId: string) {
    const [sitting] = await this.assessments.sittingsByIds([sittingId]);
    const assessment = sitting && (await this.assessments.view(sitting.assessmentId));
    if (!sitting || !assessment) return undefined;
    const enrolments = await this.assessments.enrolmentsByIds(sitting.enrolmentIds);
    const employees = await this.employees.byIds(enrolments.map(({ employeeId }) => employeeId));
    const seats = enrolments.flatMap(({ id, accountId, employeeId }): Seat[] => {
      const employee = employees.get(employeeId);
      return employee && accountId !== null ? [{ enrolmentId: id, accountId, name: employee.name, nip: employee.nip }] : [];
    });
    return { sitting, assessment, seats };
  }
}

function timesOf(sitting: SittingView): { validFromMs: number; validUntilMs: number } {
  const { validFrom, validUntil } = validity(sitting);
  return { validFromMs: validFrom.getTime(), validUntilMs: validUntil.getTime() };
}
