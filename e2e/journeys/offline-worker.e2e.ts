/** The worker that keeps a sitting's pages, beside a server that brings out a new version and goes away: no page ever has another version's files. */
import { expect, test } from "@playwright/test";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

const worker = readFileSync(join(import.meta.dirname, "..", "..", "client", "scripts", "sitting-worker.js"), "utf8");
const pageOf = (version: string) => `<!doctype html><title>${version}</title><button>part</button><p></p><script type="module" src="/assets/entry-${version}.js"></script>`;
const registration = `navigator.serviceWorker.register("/sitting-worker.js", { scope: "/pengerjaan" });`;
const entryOf = (version: string) => `${registration} document.querySelector("button").onclick = async () => { document.querySelector("p").textContent = (await import("/assets/part-${version}.js")).part; };`;

/** As a build makes it. */
const workerOf = (version: string) => [`const version = "${version}";`, `const pageDigest = "${createHash("sha256").update(pageOf(version)).digest("hex")}";`, `const files = ["/assets/entry-${version}.js", "/assets/part-${version}.js"];`, worker].join("\n");

/** Serves one version's files and no other's; a worker of the next one may be ahead of it, as while it is being rolled out. */
function deployment(): { server: Server; deploy: (version: string, workerAhead?: string) => void } {
  let files = new Map<string, [type: string, body: string]>();
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    const [type, body] = files.get(path) ?? (path.startsWith("/assets/") ? ["", ""] : (files.get("/") ?? ["", ""]));
    response.writeHead(type === "" ? 404 : 200, { "content-type": type, "cache-control": path.startsWith("/assets/") ? "no-store" : "no-cache" }).end(body);
  });
  const deploy = (version: string, workerVersion = version) => {
    const script = "text/javascript";
    files = new Map([
      ["/", ["text/html", pageOf(version)]],
      ["/sitting-worker.js", [script, workerOf(workerVersion)]],
      [`/assets/entry-${version}.js`, [script, entryOf(version)]],
      [`/assets/part-${version}.js`, [script, `export const part = "${version}";`]],
    ]);
  };
  return { server, deploy };
}

test("a page keeps its own version's files, is never the old one where there is a line, and is whole where there is none", async ({ context, page }) => {
  const { server, deploy } = deployment();
  deploy("one");
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}/pengerjaan/1`;
  const keptBy = () => page.evaluate(async () => (await Promise.all((await caches.keys()).map(async (name) => ((await (await caches.open(name)).match("/")) ? [name.replace("kompeten-shell-", "")] : [])))).flat());
  const part = page.locator("p");
  try {
    await page.goto(address);
    await expect.poll(keptBy).toEqual(["one"]);

    // A new version comes out while the page is at work, and another tab brings its worker along.
    deploy("two");
    const other = await context.newPage();
    await other.goto(address);
    await expect(other).toHaveTitle("two");
    await expect.poll(keptBy).toEqual(["one", "two"]);
    await page.getByRole("button").click();
    await expect(part).toHaveText("one");
    await page.reload();
    await expect(page).toHaveTitle("two");

    // A worker whose page the server does not give yet keeps nothing of it.
    deploy("two", "three");
    await page.reload();
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update().catch(() => {}));
    expect(await keptBy()).toEqual(["one", "two"]);

    // The version after the next: only the one before it is kept beside it.
    deploy("three");
    await page.reload();
    await expect.poll(keptBy).toEqual(["two", "three"]);

    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
    await page.reload();
    await expect(page).toHaveTitle("three");
    await page.getByRole("button").click();
    await expect(part).toHaveText("three");
    // What is not a page of a sitting is not this worker's.
    await expect(page.goto(`http://127.0.0.1:${port}/pegawai`)).rejects.toThrow();
  } finally {
    server.close();
  }
});
