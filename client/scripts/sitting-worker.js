/*
 * Keeps the pages of a sitting, so that one can be loaded anew without a line (ADR 0012). Answers of the interface never pass through here.
 * scripts/sitting-worker.mjs puts before this, at every build: `version`, the build's name; `pageDigest`, of the index.html it
 * belongs to; `files`, what every candidate may need. What only some papers need is kept when a page fetches it.
 */
const prefix = "kompeten-shell-";
const own = prefix + version;
const page = "/";
/** After this long a line that gives no page counts as none. */
const patienceMs = 5000;

const hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

async function keepShell() {
  const answer = await fetch(page, { cache: "no-cache" });
  // While a new version is being rolled out one process may give this worker and another the page: never keep a page without its own files.
  if (hex(await crypto.subtle.digest("SHA-256", await answer.clone().arrayBuffer())) !== pageDigest) throw new Error("the page belongs to another version than this worker");
  const shell = await caches.open(own);
  await shell.addAll(files);
  // Last, so that a page that is kept has all it needs.
  await shell.put(page, answer);
}

/** The version before stays, because a page of it may be at work and still ask for its files; what is older goes. */
async function clean() {
  const others = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== own);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}

/** From the server whenever it gives one, so that nobody stays on an old version; the kept page only where there is no line. */
async function pageFor(request) {
  const kept = await caches.match(page, { cacheName: own });
  if (!kept) return fetch(request);
  const late = new Promise((resolve) => setTimeout(resolve, patienceMs, null));
  const answer = await Promise.race([fetch(request).catch(() => null), late]);
  return answer === null || answer.status >= 500 ? kept : answer;
}

/** A file's name changes with its contents, so each version finds its own files among all that are kept, and nobody else's. */
async function fileFor(request) {
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(own)).put(request, answer.clone()).catch(() => {});
  return answer;
}

// At once: this worker serves pages of the version before as well as its own, and a page of its own must not find it waiting.
self.addEventListener("install", (event) => event.waitUntil(keepShell().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(clean().then(() => self.clients.claim())));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(pageFor(request));
  else if (pathname.startsWith("/assets/")) event.respondWith(fileFor(request));
});
/** What a page had fetched before this worker was there to see it. */
self.addEventListener("message", (event) => event.waitUntil(Promise.allSettled(event.data.map((url) => fileFor(new Request(url))))));
