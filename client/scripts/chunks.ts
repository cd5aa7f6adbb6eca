/**
 * What every page needs, in two chunks instead of forty: the same code compresses better together, and a browser on a bad
 * line asks twice instead of forty times. Only modules that the candidate's page downloads anyway belong here.
 */
const packages = ["react", "react-dom", "scheduler", "use-sync-external-store", "clsx", "i18next", "react-i18next"];
const tanstack = ["query-core", "react-query", "router-core", "react-router", "history", "store", "react-store"];
const mantine = ["Button", "UnstyledButton", "Loader", "ActionIcon", "Transition", "Alert", "Skeleton", "VisuallyHidden", "Text", "Container", "CloseButton", "Anchor"];

const api = ["client", "problem", "errors", "session", "query-client"];
const ui = ["boundary", "format", "loading", "error-notice", "empty-state", "block-view", "chart-figure", "scroll-table"];
const app = ["layout/(fallbacks|scheme-switch|skip-link|wordmark|bare)", "link", "problem-notice", "permitted", "paths", "lazy-page", "nav-entry"];

const inModules = `node_modules/(@tabler/icons-react/dist/esm/(createReactComponent|defaultAttributes)|${packages.join("|")}|@tanstack/(${tanstack.join("|")})|@mantine/core/esm/(core|components/(${mantine.join("|")})))[/.]`;
const inSource = `client/src/(api/(${api.join("|")})|ui/(${ui.join("|")})|app/(${app.join("|")}))\\.`;
/** Addresses of all features are in the route tree; each would be a file of a hundred bytes. */
const addresses = "client/src/features/[^/]+/addresses\\.";
/** The sitting page and the test's player; what only lobby, home card or other players need stays apart. */
const inSitting = "client/src/features/sitting/(session/|queue/|test/|bare-page|duration|use-now|window-text|lobby/waiting-room|work/(?!finished|kept|elsewhere|review))";

export const chunkGroups = [
  { name: "base", test: new RegExp(inModules), priority: 2 },
  { name: "kit", test: new RegExp(`${inSource}|${addresses}`), priority: 1 },
  { name: "sitting", test: new RegExp(inSitting), priority: 0 },
];
