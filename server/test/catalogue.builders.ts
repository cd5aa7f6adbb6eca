/** Catalogue and instruments, made through the real services. */
import type { InstrumentKind } from "@kompeten/shared/contracts/instrument-kind";
import { Instruments } from "../src/authoring/index.ts";
import { Configurations, loadShippedCatalogue } from "../src/catalogue/index.ts";
import type { Scope } from "../src/platform/index.ts";
import type { TestApp } from "./harness.ts";
import { sampleInstrument } from "./instrument.samples.ts";

/** The catalogue that ships, in the scope's agency; a second time it changes nothing. */
export async function loadCatalogue(app: TestApp, scope: Scope): Promise<void> {
  await app.run(scope, () => loadShippedCatalogue(app.get(Configurations)));
}

/**
 * The version id of a small published instrument of this kind (`instrument.samples.ts`: what is in it); the same one for the
 * same agency, kind and options. Tests: 30 minutes, in-basket: 60, case: 45, unless told otherwise (5 at least).
 */
export function newPublishedInstrument(app: TestApp, scope: Scope, kind: InstrumentKind, options: { code?: string; durationMinutes?: number } = {}): Promise<string> {
  const content = sampleInstrument(kind);
  const minutes = options.durationMinutes ?? content.header.durationMinutes;
  content.header = { ...content.header, durationMinutes: minutes, code: options.code ?? (options.durationMinutes === undefined ? content.header.code : `${content.header.code}-${minutes}`) };
  return app.run(scope, async () => {
    const instruments = app.get(Instruments);
    const versionId = await instruments.load(content);
    const published = await instruments.publish(versionId);
    if (!published.ok && published.refusal !== "not-draft") throw new Error(`the sample ${kind} cannot be published: ${published.refusal}`);
    return versionId;
  });
}
