import { Configuration } from "./configuration.entity.ts";

export { CatalogueModule } from "./catalogue.module.ts";
/** Dated configuration of the current agency: load it, find what is in force, read a version by its id. */
export { Configurations, type ConfigurationWhere, type PositionStandard } from "./configurations.service.ts";
export type { CompetencyDictionary, ConfigurationKind, JpmCategories, NineBoxConfiguration, Notice, PositionStandards } from "./content.ts";
/** A content file that must not be loaded, with every problem and its path. */
export { ContentError, problemsOf, type ContentProblem } from "./content-problem.ts";
/** The nine competencies of PermenPANRB 38/2017. */
export { coreCompetencies } from "./content.rules.ts";
/** `loadShippedCatalogue(configurations)`: what the software ships with, into the current agency. */
export { loadShippedCatalogue } from "./shipped-catalogue.ts";
export type { ConfigurationSummary } from "@kompeten/shared/contracts/catalogue";
export const catalogueEntities = [Configuration];
