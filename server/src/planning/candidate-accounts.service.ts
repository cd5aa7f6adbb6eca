import { EntityManager } from "@mikro-orm/postgresql";
import { Injectable } from "@nestjs/common";
import type { SignInCards } from "@kompeten/shared/contracts/planning";
import { ok, refuse, type Result } from "@kompeten/shared/kernel";
import { Accounts } from "../identity/index.ts";
import { Employees } from "../personnel/index.ts";
import { Audit, Clock } from "../platform/index.ts";
import { Assessments } from "./assessments.service.ts";
import { Enrolment } from "./enrolment.entity.ts";

/** The logins of candidates: one per employee, named by the NIP, and their sign-in cards. Who vouches for them: ADR 0007. */
@Injectable()
export class CandidateAccounts {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly accounts: Accounts,
    private readonly employees: Employees,
    private readonly assessments: Assessments,
  ) {}

  /** Gives an account and the candidate's role to every candidate of the assessment who has none yet. */
  async ensure(assessmentId: string, number: string): Promise<void> {
    const without = await this.em.find(Enrolment, { assessmentId, accountId: null, withdrawnAt: null });
    if (without.length === 0) return;
    await this.accounts.holdLogins();
    const employees = await this.employees.byIds(without.map((enrolment) => enrolment.employeeId));
    for (const enrolment of without) {
      const employee = employees.get(enrolment.employeeId);
      if (!employee) continue;
      const accountId = await this.accounts.ensureOwn({ login: employee.nip, name: employee.name, linked: employee.accountId });
      if (employee.accountId !== accountId) await this.employees.linkAccount(employee.id, accountId);
      await this.accounts.grant({ accountId, role: "candidate", basis: `kegiatan ${number}` });
      enrolment.accountId = accountId;
    }
    await this.em.flush();
  }

  /**
   * One-time passwords for chosen candidates, or for all who have no card of this assessment yet. A new card ends the old one.
   * Who also works here as assessor, organiser … signs in with their own password and gets no card.
   */
  async cards(assessmentId: string, chosen: readonly string[] | undefined): Promise<Result<SignInCards, "not-found" | "not-open" | "closed" | "unknown-candidate">> {
    const view = await this.assessments.view(assessmentId);
    if (!view) return refuse("not-found");
    if (view.state !== "open") return refuse(view.state === "closed" ? "closed" : "not-open");
    const all = await this.em.find(Enrolment, { assessmentId, withdrawnAt: null }, { orderBy: { enrolledAt: "asc", id: "asc" } });
    if (chosen?.some((id) => !all.some((enrolment) => enrolment.id === id))) return refuse("unknown-candidate");
    const wanted = all.filter((enrolment) => (chosen ? chosen.includes(enrolment.id) : enrolment.cardIssuedAt === null));
    const employees = await this.employees.byIds(wanted.map((enrolment) => enrolment.employeeId));
    const issued = new Map((await this.accounts.issuePasswords(wanted.flatMap((enrolment) => enrolment.accountId ?? []))).map((one) => [one.accountId, one]));
    const sittings = await this.assessments.sittings(assessmentId);
    const answer: SignInCards = { cards: [], withOwnPassword: [] };
    for (const enrolment of wanted) {
      const employee = employees.get(enrolment.employeeId);
      const card = issued.get(enrolment.accountId ?? "");
      const who = { enrolmentId: enrolment.id, name: employee?.name ?? "", nip: employee?.nip ?? "" };
      if (!card) {
        answer.withOwnPassword.push(who);
        continue;
      }
      enrolment.cardIssuedAt = this.clock.now();
      answer.cards.push({ ...who, login: card.login, password: card.password, sittings: sittings.filter((sitting) => sitting.enrolmentIds.includes(enrolment.id)).map((sitting) => sitting.title) });
    }
    await this.em.flush();
    await this.audit.record({ action: "planning.sign-in-cards.issued", subjectKind: "assessment", subjectId: assessmentId, details: { cards: answer.cards.length } });
    return ok(answer);
  }
}
