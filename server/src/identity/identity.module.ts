import { Global, Module } from "@nestjs/common";
import { APP_INTERCEPTOR } from "@nestjs/core";
import { SESSION_RESOLVER } from "../platform/index.ts";
import { AccountAdmin } from "./account-admin.service.ts";
import { AccountList } from "./account-list.service.ts";
import { AccountsController } from "./accounts.controller.ts";
import { Accounts } from "./accounts.service.ts";
import { Agencies } from "./agencies.service.ts";
import { AuditController } from "./audit.controller.ts";
import { AuditRecord } from "./audit-record.service.ts";
import { AuditVerifier } from "./audit-verifier.service.ts";
import { FailedJobsController } from "./failed-jobs.controller.ts";
import { IdentitySettings, readIdentitySettings } from "./identity.settings.ts";
import { Memberships } from "./memberships.service.ts";
import { OwnSession } from "./own-session.service.ts";
import { PasswordChangeInterceptor } from "./password-change.interceptor.ts";
import { PasswordHasher } from "./password-hasher.ts";
import { SessionController } from "./session.controller.ts";
import { Sessions } from "./sessions.service.ts";
import { SignInThrottle } from "./sign-in-throttle.service.ts";
import { SignIn } from "./sign-in.service.ts";
import { SittingTokens } from "./sitting-tokens.service.ts";

/** Global, because the session guard of the platform needs the resolver in every module. */
@Global()
@Module({
  controllers: [SessionController, AccountsController, AuditController, FailedJobsController],
  providers: [
    AccountAdmin,
    AccountList,
    Accounts,
    Agencies,
    AuditRecord,
    AuditVerifier,
    Memberships,
    OwnSession,
    PasswordHasher,
    Sessions,
    SignIn,
    SignInThrottle,
    SittingTokens,
    { provide: IdentitySettings, useFactory: () => readIdentitySettings(process.env) },
    { provide: SESSION_RESOLVER, useExisting: Sessions },
    { provide: APP_INTERCEPTOR, useClass: PasswordChangeInterceptor },
  ],
  exports: [Accounts, AccountAdmin, Agencies, Sessions, SittingTokens, SESSION_RESOLVER],
})
export class IdentityModule {}
