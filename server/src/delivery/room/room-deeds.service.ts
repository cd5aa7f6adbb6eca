import { Injectable } from "@nestjs/common";
import { identityView, type IdentityView, type RoomDeedBody } from "@kompeten/shared/contracts/room-record";
import { ok, refuse, type Result } from "@kompeten/shared/kernel";
import { Employees, Photos } from "../../personnel/index.ts";
import { Assessments } from "../../planning/index.ts";
import { afterCommit, Audit, currentAccountId, currentAgencyId } from "../../platform/index.ts";
import { AttemptAudience } from "../attempt-audience.ts";
import { RoomRecord, type NewEntry } from "./room-record.service.ts";

/** The deeds as the audit record calls them. */
const actions = {
  message: "delivery.room.message-sent",
  incident: "delivery.room.incident-noted",
  "room-started": "delivery.room.started",
  admitted: "delivery.room.candidate-admitted",
  identity: "delivery.room.identity-checked",
  "browser-exempted": "delivery.room.browser-exempted",
  "browser-released": "delivery.room.browser-released",
} as const;

/** R1: what a proctor does in a room, in the running unit of work. Each deed is an entry for each it concerns, and one in the audit record. */
@Injectable()
export class RoomDeeds {
  constructor(
    private readonly assessments: Assessments,
    private readonly employees: Employees,
    private readonly photos: Photos,
    private readonly record: RoomRecord,
    private readonly audience: AttemptAudience,
    private readonly audit: Audit,
  ) {}

  /** R4: what the register says of a candidate. Undefined for an enrolment that is not there. */
  async identity(enrolmentId: string): Promise<IdentityView | undefined> {
    const enrolment = await this.assessments.enrolment(enrolmentId);
    const employee = enrolment && (await this.employees.byIds([enrolment.employeeId])).get(enrolment.employeeId);
    if (!employee) return undefined;
    await this.audit.record({ action: "delivery.identity.read", subjectKind: "enrolment", subjectId: enrolmentId, details: {} });
    const { name, titleBefore, titleAfter, nip, sex, birthDate, positionTitle, unitName, grade } = employee;
    return identityView.parse({ enrolmentId, name, titleBefore, titleAfter, nip, sex, birthDate, positionTitle, unitName, grade, photoKeptAtMs: await this.photos.keptAtMs(enrolment.employeeId) });
  }

  /** R4: JPEG; undefined without one, and for an enrolment that is not there. */
  async photo(enrolmentId: string): Promise<Buffer | undefined> {
    const enrolment = await this.assessments.enrolment(enrolmentId);
    return enrolment && this.photos.read(enrolment.employeeId);
  }

  /** How many entries it makes. All or nothing: a candidate or sitting of another assessment is "not-found". */
  async do(assessmentId: string, { opId, sittingId, enrolmentIds, deed }: RoomDeedBody): Promise<Result<number, "not-found" | "assessment-closed">> {
    const assessment = await this.assessments.view(assessmentId);
    if (!assessment) return refuse("not-found");
    if (assessment.state === "closed") return refuse("assessment-closed");
    const sittings = (await this.assessments.sittings(assessmentId)).filter((sitting) => sittingId === undefined || sitting.id === sittingId);
    if (sittings.length === 0) return refuse("not-found");
    const enrolled = new Set((await this.assessments.enrolments(assessmentId)).map(({ id }) => id));
    if (enrolmentIds?.some((id) => !enrolled.has(id))) return refuse("not-found");
    const { kind, ...body } = deed;
    const common = { assessmentId, opId, accountId: currentAccountId(), kind, body };
    const entries: NewEntry[] = enrolmentIds
      ? [...new Set(enrolmentIds)].map((enrolmentId) => ({ ...common, sittingId: sittingId ?? null, enrolmentId }))
      : sittings.map((sitting) => ({ ...common, sittingId: sitting.id, enrolmentId: null }));
    const agencyId = currentAgencyId();
    await this.record.add(entries, agencyId);
    await this.audit.record({ action: actions[kind], subjectKind: "assessment", subjectId: assessmentId, details: { opId, sittingId: sittingId ?? null, enrolments: enrolmentIds?.length ?? null } });
    if (kind !== "incident") afterCommit(() => this.audience.lookAtRooms(agencyId));
    return ok(entries.length);
  }
}
