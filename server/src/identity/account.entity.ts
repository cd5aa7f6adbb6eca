import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { Role } from "@kompeten/shared/contracts/permissions";

/** The tenant. Agencies are made by the starter, never by a request. */
export const Agency = defineEntity({
  name: "Agency",
  tableName: "agency",
  properties: {
    id: p.uuid().primary(),
    code: p.string(),
    name: p.string(),
    shortName: p.string(),
    /** IANA name: decides what "today" is for memberships. */
    timeZone: p.string(),
    createdAt: p.datetime(),
  },
});
export type Agency = InferEntity<typeof Agency>;

/** A login of one person, across agencies. It may do nothing without a membership. */
export const Account = defineEntity({
  name: "Account",
  tableName: "account",
  properties: {
    id: p.uuid().primary(),
    login: p.string(),
    name: p.string(),
    passwordHash: p.string().strictNullable(),
    mustChangePassword: p.boolean(),
    failedSignIns: p.integer(),
    lockedUntil: p.datetime().strictNullable(),
    lastSignInAt: p.datetime().strictNullable(),
    disabledAt: p.datetime().strictNullable(),
    createdAt: p.datetime(),
  },
});
export type Account = InferEntity<typeof Account>;

/** One role of an account in one agency, with its basis and its last day. */
export const Membership = defineEntity({
  name: "Membership",
  tableName: "membership",
  properties: {
    id: p.uuid().primary(),
    agencyId: p.uuid(),
    accountId: p.uuid(),
    role: p.string().$type<Role>(),
    basis: p.string(),
    validFrom: p.date(),
    validUntil: p.date().strictNullable(),
    endedAt: p.datetime().strictNullable(),
    createdAt: p.datetime(),
  },
});
export type Membership = InferEntity<typeof Membership>;
