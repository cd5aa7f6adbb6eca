import { z } from "zod";
import { ConfigError } from "../platform/config/config.ts";

/** What the environment says about signing in. */
export class IdentitySettings {
  constructor(
    readonly secureCookies: boolean,
    /** A sitting room may share one address, so this is generous. */
    readonly perAddressMax: number,
    readonly perLoginMax = 10,
  ) {}
}

const environment = z.object({
  KOMPETEN_PUBLIC_URL: z.url().optional(),
  KOMPETEN_SIGN_IN_PER_MINUTE: z.coerce.number().int().min(1).max(100_000).default(300),
});

export function readIdentitySettings(env: NodeJS.ProcessEnv): IdentitySettings {
  const parsed = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== "")));
  if (!parsed.success) throw new ConfigError(`${parsed.error.issues[0]?.path.join(".")}: must be a whole number from 1 to 100000`);
  return new IdentitySettings(parsed.data.KOMPETEN_PUBLIC_URL?.startsWith("https://") ?? false, parsed.data.KOMPETEN_SIGN_IN_PER_MINUTE);
}
