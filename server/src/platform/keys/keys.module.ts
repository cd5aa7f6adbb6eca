import { Global, Module, type DynamicModule } from "@nestjs/common";
import { INSTALLATION_SECRET, InstallationKeys } from "./installation-keys.service.ts";

/** The starter knows the secret; nothing else of the application does. */
@Global()
@Module({})
export class KeysModule {
  static use(secret: string): DynamicModule {
    return { module: KeysModule, providers: [{ provide: INSTALLATION_SECRET, useValue: secret }, InstallationKeys], exports: [InstallationKeys] };
  }
}
