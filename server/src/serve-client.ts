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
  const kept = { index: false, immutable: true, maxAge: "365d", preCompressed: true };
  // A route for each of the few files beside the page; one for the hundreds of parts, each of which would cost at every start.
  await nest.register(fastifyStatic as never, { ...kept, root: dir, wildcard: false, globIgnore: ["assets/**"], setHeaders } as never);
  await nest.register(fastifyStatic as never, { ...kept, root: join(dir, "assets"), prefix: "/assets/", decorateReply: false } as never);
  const fastify = nest.getHttpAdapter().getInstance();
  fastify.get("/*", (request, reply) => {
    // A file of an older build is gone: answering with the page would only break later and darker.
    if (/^\/(api|socket\.io|assets)(\/|$|\?)/.test(request.url)) return reply.callNotFound();
    return reply.header("cache-control", "no-cache").sendFile("index.html", { maxAge: 0, immutable: false });
  });
}
