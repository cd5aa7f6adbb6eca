/** People who can sign in, made through the real services. */
import type { Role } from "@kompeten/shared/contracts/permissions";
import { randomUUID } from "node:crypto";
import { Accounts } from "../src/identity/index.ts";
import type { HttpClient, TestApp } from "./harness.ts";

export type NewAccount = { agencyId: string; roles: readonly Role[]; login?: string; name?: string; password?: string; mustChangePassword?: boolean; validUntil?: string };
export type AccountForTest = { accountId: string; login: string; password: string };

/** An account with these roles in this agency. */
export async function newAccount(app: TestApp, given: NewAccount): Promise<AccountForTest> {
  const login = given.login ?? `uji.${randomUUID().slice(0, 13)}`;
  const password = given.password ?? `sandi ${randomUUID()}`;
  const accounts = app.get(Accounts);
  const accountId = await app.run({ agencyId: given.agencyId, accountId: null }, () =>
    accounts.create({ login, name: given.name ?? `Orang ${login}`, password, mustChangePassword: given.mustChangePassword ?? false }),
  );
  await grantRoles(app, { ...given, accountId });
  return { accountId, login, password };
}

/** More roles for somebody, possibly in another agency. */
export async function grantRoles(app: TestApp, given: { agencyId: string; accountId: string; roles: readonly Role[]; validUntil?: string }): Promise<void> {
  await app.run({ agencyId: given.agencyId, accountId: null }, async () => {
    for (const role of given.roles) {
      await app.get(Accounts).grant({ accountId: given.accountId, role, basis: "uji", ...(given.validUntil === undefined ? {} : { validUntil: given.validUntil }) });
    }
  });
}

/** A new account with these roles, signed in through the front door. */
export async function signedIn(app: TestApp, given: NewAccount): Promise<HttpClient & { accountId: string }> {
  const { accountId, login, password } = await newAccount(app, given);
  return Object.assign(await app.http().signIn(login, password), { accountId });
}
