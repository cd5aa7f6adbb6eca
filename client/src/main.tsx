import "./app/theme/styles.ts";
import { createRoot } from "react-dom/client";
import { makeQueryClient } from "./api/query-client.ts";
import { sessionQuery } from "./api/session.ts";
import { App } from "./app/app.tsx";
import { startI18n } from "./app/i18n/index.ts";
import { makeRouter } from "./app/router.tsx";

const queryClient = makeQueryClient(() => void router.invalidate());
const router = makeRouter(queryClient);

// Asked at once, beside the words, because every first page needs the answer; the guard reports a failure.
void queryClient.prefetchQuery(sessionQuery);
await startI18n();

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(<App queryClient={queryClient} router={router} />);
