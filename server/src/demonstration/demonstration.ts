/** Sets the demonstration up, once: two agencies with people, a finished, a running and a planned assessment each. */
import type { App } from "../app.ts";
import { Accounts } from "../identity/index.ts";
import { Employees } from "../personnel/index.ts";
import { bangkaBelitung, demonstrationAgencies, demonstrationPassword, lentAssessor, type DemonstrationAgency } from "./agencies.ts";
import { everything, jobsDone, sit, type Attendance } from "./exam.ts";
import { foundAgency, lendAssessor, type Employee, type Foundation } from "./foundation.ts";
import { begunFact, demonstrationFact, finishedFact, type DemonstrationFact } from "./installation.ts";
import { meet } from "./meeting.ts";
import { plan } from "./plans.ts";
import { throughAndDone } from "./seat.ts";
import { Stage } from "./stage.ts";
import { placePeople } from "./talent-cycle.ts";

/** How many candidates each agency's assessments have. */
type DemonstrationSize = { finished: number; running: number; planned: number };
/** The small one is as true and sooner there. */
export const demonstrationSizes = { full: { finished: 24, running: 12, planned: 8 }, small: { finished: 6, running: 6, planned: 3 } } satisfies Record<string, DemonstrationSize>;

type DemonstrationOptions = { size?: DemonstrationSize; now?: Date; say?: (line: string) => void };

/** Makes the demonstration if this installation has none, and gives what has to be known of it in any case. */
export async function ensureDemonstration(app: App, options: DemonstrationOptions = {}): Promise<DemonstrationFact> {
  const facts = app.orm.em.fork().getKysely<{ installation_fact: { name: string; value: string } }>();
  const known = await facts.selectFrom("installation_fact").select("value").where("name", "=", finishedFact).executeTakeFirst();
  if (known) return demonstrationFact.parse(JSON.parse(known.value));
  const startedMs = Date.now();
  const say = options.say ?? console.log;
  say("Setting up the demonstration, once; this takes about a minute.");
  await facts.insertInto("installation_fact").values({ name: begunFact, value: new Date().toISOString() }).execute();
  const stage = new Stage(app, options.now ?? new Date(), say);
  const fact = await demonstrate(stage, options.size ?? demonstrationSizes.full);
  await facts.insertInto("installation_fact").values({ name: finishedFact, value: JSON.stringify(fact) }).execute();
  say(`The demonstration is ready after ${Math.round((Date.now() - startedMs) / 1000)} s.`);
  return fact;
}

async function demonstrate(stage: Stage, size: DemonstrationSize): Promise<DemonstrationFact> {
  const foundations: Foundation[] = [];
  for (const agency of demonstrationAgencies) {
    stage.say(`  ${agency.shortName}: staff, ${sizeOf(agency)} employees, catalogue, instruments`);
    const foundation = await foundAgency(stage, agency, size.finished);
    foundations.push(agency === bangkaBelitung ? await withLentAssessor(stage, foundations, foundation) : foundation);
  }
  const candidates: DemonstrationFact["candidates"] = [];
  for (const foundation of foundations) candidates.push(...(await assess(stage, foundation, size)));
  return { candidates };
}

async function withLentAssessor(stage: Stage, others: readonly Foundation[], to: Foundation): Promise<Foundation> {
  const from = others.find(({ staff }) => staff.has(lentAssessor.login));
  const accountId = from?.staff.get(lentAssessor.login);
  if (!from || accountId === undefined) return to;
  await lendAssessor(stage, from, to);
  return { ...to, staff: new Map([...to.staff, [lentAssessor.login, accountId]]) };
}

/** All three assessments of one agency; gives the candidates who can sign in and have not begun. */
async function assess(stage: Stage, foundation: Foundation, size: DemonstrationSize): Promise<DemonstrationFact["candidates"]> {
  const { agency, employees } = foundation;
  const rising = employees.filter(({ person }) => person.kind === "pws" || person.kind === "jf2");
  const leading = employees.filter(({ person }) => person.kind === "adm");
  const young = employees.filter(({ person }) => person.kind === "pel" || person.kind === "jf1");

  stage.say(`  ${agency.shortName}: ${size.finished} candidates take four instruments`);
  const finishedId = await plan(stage, foundation, "finished", rising.slice(0, size.finished));
  await jobsDone(stage);
  await sit(stage, foundation, finishedId, () => everything);

  stage.say(`  ${agency.shortName}: an assessment under way and one in preparation`);
  const runners = [...leading, ...rising.slice(size.finished)].slice(0, size.running);
  const fresh = runners.slice(Math.ceil((runners.length * 2) / 3));
  await givePasswords(stage, foundation, fresh);
  const runningId = await plan(stage, foundation, "running", runners);
  await plan(stage, foundation, "planned", young.slice(0, size.planned));
  await jobsDone(stage);
  await sit(stage, foundation, runningId, (employeeId) => attendanceOf(runners.findIndex((runner) => runner.employeeId === employeeId), runners.length));

  stage.say(`  ${agency.shortName}: ratings, agreement, results, talent cycle`);
  await jobsDone(stage);
  await meet(stage, foundation, finishedId);
  await jobsDone(stage);
  await placePeople(stage, foundation);
  return fresh.map(({ person }) => ({ agency: agency.code, login: person.nip, name: person.name }));
}

/** Of the running assessment a third is through, a third is in the middle, each somewhere else, and a third has not begun. */
function attendanceOf(index: number, count: number): Attendance {
  const third = Math.ceil(count / 3);
  if (index < third) return everything;
  if (index >= Math.ceil((count * 2) / 3)) return { noticeRead: false, instruments: [], forms: [] };
  const half = { share: 0.45, handIn: false };
  const middles = [[half], [throughAndDone, half], [throughAndDone, throughAndDone], [throughAndDone, throughAndDone, half]];
  return { noticeRead: true, instruments: middles[(index - third) % middles.length] ?? [], forms: [throughAndDone, half] };
}

/** Accounts whose password is known, before the plan would make them without one. */
async function givePasswords(stage: Stage, { agencyId }: Foundation, people: readonly Employee[]): Promise<void> {
  await stage.as(agencyId, null, async () => {
    for (const { person, employeeId } of people) {
      const accountId = await stage.get(Accounts).create({ login: person.nip, name: person.name, password: demonstrationPassword });
      await stage.get(Employees).linkAccount(employeeId, accountId);
    }
  });
}

function sizeOf(agency: DemonstrationAgency): number {
  return agency.units.reduce((sum, unit) => sum + unit.positions.length, 0);
}

