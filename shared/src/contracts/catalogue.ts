/** Dated configuration as staff may read it. */
import { z } from "zod";

export const configurationKinds = ["competency-dictionary", "position-standards", "jpm-categories", "nine-box", "notice"] as const;

export const configurationFilter = z.strictObject({ kind: z.enum(configurationKinds).optional() });
export type ConfigurationFilter = z.infer<typeof configurationFilter>;

const summary = {
  id: z.uuid(),
  kind: z.enum(configurationKinds),
  code: z.string(),
  version: z.int(),
  title: z.string(),
  /** The regulation it rests on, as cited in print. */
  legalBasis: z.string(),
  effectiveFrom: z.iso.date(),
  contentSha256: z.string(),
};
export const configurationSummary = z.strictObject(summary).meta({ id: "ConfigurationSummary" });
export type ConfigurationSummary = z.infer<typeof configurationSummary>;

export const configurationList = z.strictObject({ configurations: z.array(configurationSummary) }).meta({ id: "ConfigurationList" });
export type ConfigurationList = z.infer<typeof configurationList>;

export const configurationView = z
  .strictObject({ ...summary, /** The whole table; its shape follows the kind. */ content: z.record(z.string(), z.unknown()) })
  .meta({ id: "Configuration" });
export type ConfigurationView = z.infer<typeof configurationView>;
