/**
 * A candidate's way in three chunks instead of forty: the same code compresses better together, and a browser on a bad line
 * asks three times. Base is libraries, kit is ours until somebody is signed in and at home, sitting is the rest up to the
 * first answer. What is named here is downloaded by everybody, so only what that way needs belongs here.
 */
const packages = ["react", "react-dom", "scheduler", "use-sync-external-store", "clsx"];
const tanstack = ["query-core", "react-query", "router-core", "react-router", "history", "store", "react-store"];
const mantine = ["Button", "UnstyledButton", "Loader", "ActionIcon", "Transition", "Skeleton"];

/** In those packages, but used by other readers' pages alone. */
const staffOnly = "react-router/dist/esm/useBlocker|core/DirectionProvider|use-resolved-styles-api|core/utils/(create-scoped-keydown-handler|find-element|close-on-escape|create-safe-context|get-context-item-index|is-element|get-default-z-index|get-single-element-child|get-base-value|get-safe-id|primitive|create-event-handler|get-ref-prop|get-env)";
const inModules = `^(?!.*(?:${staffOnly})).*node_modules/(@tabler/icons-react/dist/esm/(createReactComponent|defaultAttributes)|${packages.join("|")}|@tanstack/(${tanstack.join("|")})|@mantine/core/esm/(core|components/(${mantine.join("|")})))[/.]`;

const api = ["client", "problem", "errors", "session", "query-client"];
const ui = ["boundary", "format", "loading", "error-notice", "empty-state", "next-card", "page-header", "block-view", "chart-figure", "patient", "scroll-table", "status-badge"];
const app = ["theme/(theme|palette|components)", "i18n/(index|language)", "layout/(?!staff|account-menu-items)[a-z-]+", "home", "link", "problem-notice", "permitted", "paths", "lazy-page", "router", "shell-routes", "app"];
/** Routes and addresses of all features are in the route tree; each would be a file of a hundred bytes. */
const inSource = `client/src/(words/[a-z-]+|api/(${api.join("|")})|ui/(${ui.join("|")})|app/(${app.join("|")})|features/[^/]+/(addresses|routes)|features/sign-in/[a-z-]+)\\.tsx?`;
/** Everything up to the first answer of a test; what only other players or the end need stays apart. */
const inSitting = "client/src/features/sitting/(session/|queue/|test/|lobby/|sitting-page|home-card|queries|bare-page|duration|use-now|window-text|work/(?!warm-up|finished|kept|elsewhere|other-device|leaving|troubles|notice|use-subjects|review|hand-in|locale/|proctor-messages))";

export const chunkGroups = [
  { name: "base", test: new RegExp(inModules), priority: 2 },
  { name: "kit", test: new RegExp(inSource), priority: 1 },
  { name: "sitting", test: new RegExp(inSitting), priority: 0 },
];
