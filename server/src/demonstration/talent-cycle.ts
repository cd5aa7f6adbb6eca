/** A talent cycle with its snapshot, and an official who confirms part of what it proposes. */
import { assert } from "@kompeten/shared/kernel";
import { Configurations } from "../catalogue/index.ts";
import { Accounts } from "../identity/index.ts";
import { Placements, TalentCycles, TalentPages } from "../talent/index.ts";
import { placementReason } from "./behaviour/notes.rules.ts";
import { one, type Foundation } from "./foundation.ts";
import type { Stage } from "./stage.ts";

/** Of three proposals the official has confirmed two. */
export async function placePeople(stage: Stage, { agency, agencyId, staff }: Foundation): Promise<void> {
  const official = one(staff, agency, "official");
  await stage.as(agencyId, official, async () => {
    const configuration = (await stage.get(Configurations).list("nine-box")).find(({ code }) => code === "kotak-sembilan-411-2025");
    assert(configuration, "the catalogue holds the nine-box configuration");
    const asOf = await stage.get(Accounts).today();
    const created = await stage.get(TalentCycles).create({ title: `Siklus Manajemen Talenta ${asOf.slice(0, 4)}`, asOf, configurationId: configuration.id });
    assert(created.ok, "the cycle was created");
    const { id } = created.value;
    const people = (await stage.get(TalentPages).nineBox(id))?.people ?? [];
    for (const [index, { standingId, employeeId, box, nip }] of people.filter((person) => person.box !== null).entries()) {
      if (index % 3 === 2 || box === null) continue;
      const confirmed = await stage.get(Placements).confirm(id, { employeeId, standingId, box, reason: placementReason(nip) });
      assert(confirmed.ok, "the placement was confirmed");
    }
  });
}
