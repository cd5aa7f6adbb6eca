/** What stands before any assessment: the agency, its staff, its register, its configuration and its instruments. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Instruments, loadShippedInstruments, readShippedInstrument } from "../authoring/index.ts";
import { Configurations, loadShippedCatalogue } from "../catalogue/index.ts";
import { Accounts, Agencies } from "../identity/index.ts";
import { Employees, Photos } from "../personnel/index.ts";
import { contentDir } from "../platform/index.ts";
import { assert } from "@kompeten/shared/kernel";
import type { InBasketPaper } from "@kompeten/shared/paper";
import { demonstrationPassword, lentAssessor, type DemonstrationAgency, type StaffMember } from "./agencies.ts";
import { candidateOf, type Candidate } from "./behaviour/candidate.rules.ts";
import { peopleOf, type Person } from "./people/people.rules.ts";
import { componentsOf, predicatesOf } from "./people/standing.rules.ts";
import type { Stage } from "./stage.ts";

export type Employee = { person: Person; employeeId: string; candidate: Candidate };
export type Foundation = {
  agency: DemonstrationAgency;
  agencyId: string;
  /** Account per login of the staff. */
  staff: ReadonlyMap<string, string>;
  employees: readonly Employee[];
};

export async function foundAgency(stage: Stage, agency: DemonstrationAgency, finishedCount: number): Promise<Foundation> {
  const agencyId = await stage.get(Agencies).ensure({ code: agency.code, name: agency.name, shortName: agency.shortName, timeZone: agency.timeZone });
  const staff = await hireStaff(stage, agencyId, agency.staff);
  const administrator = one(staff, agency, "administrator");
  const employees = await stage.as(agencyId, administrator, () => fillRegister(stage, agency, finishedCount));
  await stage.as(agencyId, administrator, () => loadShippedCatalogue(stage.get(Configurations)));
  const author = one(staff, agency, "author");
  await stage.as(agencyId, author, async () => {
    await loadShippedInstruments(stage.get(Instruments));
    await loadHastyInBasket(stage.get(Instruments));
  });
  return { agency, agencyId, staff, employees };
}

/** Accounts are the installation's: the first unit has no account, because nobody is there yet to act. */
async function hireStaff(stage: Stage, agencyId: string, members: readonly StaffMember[]): Promise<Map<string, string>> {
  const accounts = stage.get(Accounts);
  return stage.as(agencyId, null, async () => {
    const staff = new Map<string, string>();
    for (const { login, name, role } of members) {
      const accountId = await accounts.create({ login, name, password: demonstrationPassword });
      await accounts.grant({ accountId, role, basis: "Keputusan Kepala Badan tentang pengelola penilaian kompetensi (peragaan)" });
      staff.set(login, accountId);
    }
    return staff;
  });
}

/** The cooperation agreement at work: an assessor of the one agency holds a membership with an end in the other. */
export async function lendAssessor(stage: Stage, from: Foundation, to: Foundation): Promise<void> {
  const accountId = from.staff.get(lentAssessor.login);
  assert(accountId, "the lent assessor is on the staff of their own agency");
  await stage.as(to.agencyId, null, async () => {
    const today = await stage.get(Accounts).today();
    const validUntil = lentAssessor.until > today ? lentAssessor.until : `${Number(today.slice(0, 4)) + 1}-12-31`;
    await stage.get(Accounts).grant({ accountId, role: "assessor", basis: lentAssessor.basis, validUntil });
  });
}

/** The first `finishedCount` of those who might become administrators are the candidates of the finished assessment. */
async function fillRegister(stage: Stage, agency: DemonstrationAgency, finishedCount: number): Promise<Employee[]> {
  const register = stage.get(Employees);
  const people = peopleOf(agency.code, agency.names, agency.units, stage.now);
  const ids = await register.enter(people.map(recordOf));
  const rising = people.filter(({ kind }) => kind === "pws" || kind === "jf2");
  const others = people.filter((person) => !rising.slice(0, finishedCount).includes(person));
  const employees = people.map((person): Employee => {
    const place = rising.indexOf(person);
    const employeeId = ids.get(person.nip);
    assert(employeeId, "everybody is in the register");
    const candidate = place >= 0 && place < finishedCount ? candidateOf(`${agency.code}/2026`, place, finishedCount) : candidateOf(`${agency.code}/others`, others.indexOf(person), others.length);
    return { person, employeeId, candidate };
  });
  const year = stage.now.getUTCFullYear();
  await register.recordPerformance(employees.flatMap(({ employeeId, candidate }) => predicatesOf(candidate.seed, candidate.ability, year).map((one) => ({ employeeId, ...one, source: "e-Kinerja" }))));
  await register.recordComponents(employees.flatMap(({ employeeId, person, candidate }) => componentsOf(candidate.seed, person, candidate.ability, year).map((one) => ({ employeeId, ...one }))));
  await takePhotographs(stage.get(Photos), employees);
  return employees;
}

const drawn = ["male", "female"].map((sex) => [1, 2, 3, 4, 5, 6].map((number) => readFileSync(join(contentDir, "portraits", `${sex}-${number}.jpg`))));

/** Drawings, not faces, and the same few for all; every fifth person has none, so that this is seen too. */
async function takePhotographs(photos: Photos, employees: readonly Employee[]): Promise<void> {
  for (const [index, { employeeId, person }] of employees.entries()) {
    const photo = drawn[person.sex === "male" ? 0 : 1]?.[index % 6];
    assert(photo, "six drawings of each");
    if (index % 5 !== 4) assert((await photos.keep(employeeId, photo)).ok, "a drawing is a photograph as the register takes it");
  }
}

/** What the register takes of a person. */
function recordOf(person: Person): Omit<Person, "kind"> {
  const { kind: _, ...record } = person;
  return record;
}

/** Few enough seconds to wait for, and none the same as another's: what came first must be seen to. */
const hurry = 400;

/**
 * The in-basket again, under a name of its own, with what arrives while the clock runs arriving within seconds: simulated
 * candidates cannot wait for half an hour, and the server's clock is nobody's to turn (T2).
 */
async function loadHastyInBasket(instruments: Instruments): Promise<void> {
  const { header, paper, key } = await readShippedInstrument("in-basket-administrator");
  assert(paper.kind === "in-basket", "it is an in-basket");
  const documents = paper.documents.map((document) => ({ ...document, arrivesAfterSeconds: Math.ceil((document.arrivesAfterSeconds ?? 0) / hurry) }));
  const hasty: InBasketPaper = { ...paper, documents };
  const id = await instruments.load({
    header: {
      ...header,
      code: hastyInBasketCode,
      title: "In-Basket Administrator (peragaan)",
      summary: "Sama dengan In-Basket Administrator, tetapi dokumen susulan tiba dalam hitungan detik agar peserta simulasi dapat menanganinya. Bukan untuk penilaian sungguhan.",
    },
    paper: hasty,
    key,
  });
  const published = await instruments.publish(id);
  assert(published.ok || published.refusal === "not-draft", "the in-basket of the demonstration can be published");
}
export const hastyInBasketCode = "in-basket-peragaan";

/** The account of the only holder of a role. */
export function one(staff: ReadonlyMap<string, string>, agency: DemonstrationAgency, role: StaffMember["role"]): string {
  const accountId = staff.get(agency.staff.find((member) => member.role === role)?.login ?? "");
  assert(accountId, `${agency.code} has no ${role}`);
  return accountId;
}

export function allOf(staff: ReadonlyMap<string, string>, agency: DemonstrationAgency, role: StaffMember["role"]): string[] {
  return agency.staff.filter((member) => member.role === role).flatMap(({ login }) => staff.get(login) ?? []);
}
