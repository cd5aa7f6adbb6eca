import fastifyStatic from "@fastify/static";
import type { NestFastifyApplication } from "@nestjs/platform-fastify";
import type { FastifyReply } from "fastify";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** Serves the built client; every path that is no file and not the interface's is the client's own route. */
export async function serveClient(nest: NestFastifyApplication, dir: string): Promise<void> {
  if (!existsSync(join(dir, "index.html"))) throw new Error(`the client is not built: ${dir} has no index.html`);
  // The one file that keeps its name through all versions.
  const setHeaders = (reply: FastifyReply, path: string) => path.includes("sitting-worker.js") && reply.header("cache-control", "no-cache");
  await nest.register(fastifyStatic as never, { root: dir, wildcard: false, globIgnore: ["assets/**"], index: false, immutable: true, maxAge: "365d", preCompressed: true, setHeaders } as never);
  const fastify = nest.getHttpAdapter().getInstance();
  // One route for the hundreds of parts: a route each would cost at every start.
  fastify.get("/assets/:name", (request, reply) => {
    const { name } = request.params as { name: string };
    return /^\w[\w.-]*$/.test(name) ? reply.sendFile(`assets/${name}`) : reply.callNotFound();
  });
  fastify.get("/*", (request, reply) => {
    // A file of an older build is gone: answering with the page would only break later and darker.
    if (/^\/(api|socket\.io|assets)(\/|$|\?)/.test(request.url)) return reply.callNotFound();
    return reply.header("cache-control", "no-cache").sendFile("index.html", { cacheControl: false });
  });
}
