import { Module } from "@nestjs/common";
import { CatalogueModule } from "../catalogue/index.ts";
import { AuthoringController } from "./authoring.controller.ts";
import { Instruments } from "./instruments.service.ts";
import { KeysModule } from "./keys.ts";
import { Papers } from "./papers.service.ts";

/** Keys come from their own module, so that importing this one brings no key along. */
@Module({ imports: [CatalogueModule, KeysModule], controllers: [AuthoringController], providers: [Instruments, Papers], exports: [Instruments, Papers] })
export class AuthoringModule {}
