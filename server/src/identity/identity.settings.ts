import { readEnvironment } from "../platform/config/config.ts";

/** What the environment says about signing in. */
export class IdentitySettings {
  constructor(
    readonly secureCookies: boolean,
    /** A sitting room may share one address, so this is generous. */
    readonly perAddressMax: number,
    readonly perLoginMax = 10,
  ) {}
}

export function readIdentitySettings(env: NodeJS.ProcessEnv): IdentitySettings {
  const { KOMPETEN_PUBLIC_URL, KOMPETEN_SIGN_IN_PER_MINUTE } = readEnvironment(env);
  return new IdentitySettings(KOMPETEN_PUBLIC_URL?.startsWith("https://") ?? false, KOMPETEN_SIGN_IN_PER_MINUTE);
}
