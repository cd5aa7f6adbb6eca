import { z } from "zod";
import { roles } from "./permissions.ts";

const role = z.enum(roles);
const page = z.coerce.number().int().min(1).max(100_000).default(1);
const pageSize = z.coerce.number().int().min(1).max(200).default(50);
const validUntil = z.iso.date().nullable().default(null);
/** Said once the administrator has been told which agency looks after the account, and what that means. */
const acceptOtherAgency = z.boolean().default(false);
const basis = z.string().trim().min(3).max(300);

/** `ending`: within so many days from today. */
export const endingSoonDays = 30;

export const accountListQuery = z
  .strictObject({
    /** Part of the name or the login. */
    search: z.string().trim().max(100).optional(),
    role: role.optional(),
    /** `valid`: at least one membership valid today; `ended`: none; `ending`: a valid one ends soon; `locked`: by wrong passwords, now. */
    state: z.enum(["valid", "ended", "ending", "locked"]).optional(),
    page,
    pageSize,
  });
export type AccountListQuery = z.infer<typeof accountListQuery>;

export const membershipView = z.strictObject({
  id: z.uuid(),
  role,
  basis: z.string(),
  validFrom: z.iso.date(),
  validUntil: z.iso.date().nullable(),
  endedAt: z.iso.datetime().nullable(),
  /** Valid on the agency's date of today. */
  valid: z.boolean(),
});
export type MembershipView = z.infer<typeof membershipView>;

export const accountView = z
  .strictObject({
    id: z.uuid(),
    login: z.string(),
    name: z.string(),
    hasPassword: z.boolean(),
    mustChangePassword: z.boolean(),
    lockedUntil: z.iso.datetime().nullable(),
    lastSignInAt: z.iso.datetime().nullable(),
    /** Nobody can sign in with it, in any agency, until it is enabled again. */
    disabledAt: z.iso.datetime().nullable(),
    /** False when another agency looks after the account: only that one may issue a password, disable and enable. */
    ownPassword: z.boolean(),
    memberships: z.array(membershipView),
  })
  .meta({ id: "Account" });
export type AccountView = z.infer<typeof accountView>;

export const accountPage = z
  .strictObject({ rows: z.array(accountView), total: z.int(), page: z.int(), pageSize: z.int() })
  .meta({ id: "AccountPage" });
export type AccountPage = z.infer<typeof accountPage>;

/** GET /api/accounts/attention: what an administrator has to look at, counted. */
export const accountAttention = z.strictObject({ failedJobs: z.int(), locked: z.int(), ending: z.int(), valid: z.int() }).meta({ id: "AccountAttention" });
export type AccountAttention = z.infer<typeof accountAttention>;

/** For a login that exists already (somebody of another agency, say) only the memberships are added. */
export const createAccountBody = z
  .strictObject({
    login: z.string().trim().min(3).max(100).regex(/^[\p{L}\d._@ -]+$/u),
    name: z.string().trim().min(2).max(200),
    roles: z.array(role).min(1).max(roles.length),
    basis,
    validUntil,
    acceptOtherAgency,
  })
  .meta({ id: "CreateAccount" });
export type CreateAccountBody = z.infer<typeof createAccountBody>;

export const accountCreated = z
  .strictObject({
    accountId: z.uuid(),
    login: z.string(),
    /** The account was there before; its name and password stay as they are. */
    existing: z.boolean(),
    /** Shown once. Null for an account that was there before. */
    password: z.string().nullable(),
  })
  .meta({ id: "AccountCreated" });
export type AccountCreated = z.infer<typeof accountCreated>;

export const grantMembershipBody = z.strictObject({ role, basis, validUntil, acceptOtherAgency }).meta({ id: "GrantMembership" });
export type GrantMembershipBody = z.infer<typeof grantMembershipBody>;

/** Shown once, never again. */
export const issuedPassword = z.strictObject({ accountId: z.uuid(), login: z.string(), password: z.string() }).meta({ id: "IssuedPassword" });
export type IssuedPasswordView = z.infer<typeof issuedPassword>;
