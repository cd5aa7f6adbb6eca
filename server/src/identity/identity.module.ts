import { Global, Module } from "@nestjs/common";
import { SESSION_RESOLVER } from "../platform/index.ts";

@Global()
@Module({ providers: [{ provide: SESSION_RESOLVER, useValue: { resolve: async () => undefined } }], exports: [SESSION_RESOLVER] })
export class IdentityModule {}
