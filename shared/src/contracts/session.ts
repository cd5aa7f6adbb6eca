import { z } from "zod";
import { roles } from "./permissions.ts";

export const signInBody = z
  .strictObject({ login: z.string().trim().min(1).max(100), password: z.string().min(1).max(200) })
  .meta({ id: "SignIn" });
export type SignInBody = z.infer<typeof signInBody>;

export const agencyView = z.strictObject({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  /** IANA name, e.g. Asia/Jakarta. */
  timeZone: z.string(),
});
export type AgencyView = z.infer<typeof agencyView>;

/** Who is signed in, where, and as what. Nothing secret. */
export const sessionView = z
  .strictObject({
    account: z.strictObject({
      id: z.uuid(),
      login: z.string(),
      name: z.string(),
      /** Signed in with a one-time password: every route but the session's own answers 403 `password-change-required`. */
      mustChangePassword: z.boolean(),
    }),
    agency: agencyView,
    /** All agencies in which this account holds a valid membership, the current one included. */
    agencies: z.array(agencyView),
    roles: z.array(z.enum(roles)),
    /** Signed in with a token of a sitting: a candidate and nothing else; the account is changed elsewhere (403 `sitting-token-session`). */
    bySittingToken: z.boolean(),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: "Session" });
export type SessionView = z.infer<typeof sessionView>;

export const switchAgencyBody = z.strictObject({ agencyId: z.uuid() }).meta({ id: "SwitchAgency" });
export type SwitchAgencyBody = z.infer<typeof switchAgencyBody>;

/** Refusals: 400 `wrong-password`, `password-too-short`, `password-is-login`, `password-unchanged`. */
export const changePasswordBody = z
  .strictObject({ currentPassword: z.string().min(1).max(200), newPassword: z.string().min(1).max(200) })
  .meta({ id: "ChangePassword" });
export type ChangePasswordBody = z.infer<typeof changePasswordBody>;
