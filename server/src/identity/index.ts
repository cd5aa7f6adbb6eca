import { Account, Agency, Membership } from "./account.entity.ts";
import { Session } from "./session.entity.ts";

export { IdentityModule } from "./identity.module.ts";
/** Accounts and memberships of the current agency; the one thing other contexts ask identity for. */
export { Accounts, type GrantInput, type Holder, type IssuedPassword } from "./accounts.service.ts";
/** What an administrator does; for the routes and for `npm run admin:create`. */
export { AccountAdmin } from "./account-admin.service.ts";
/** The tenants: the current one with its time zone, and making one. */
export { Agencies, type NewAgency } from "./agencies.service.ts";
/** Session tokens; other contexts have no use for it, the socket adapter and tests do. */
export { Sessions } from "./sessions.service.ts";
/** What candidates may sign in with for one sitting. */
export { SittingTokens, type IssuedToken, type TokenState } from "./sitting-tokens.service.ts";
export const identityEntities = [Agency, Account, Membership, Session];
