import "reflect-metadata";
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import { MikroORM } from "@mikro-orm/postgresql";
import { ConsoleLogger, type LogLevel } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { FastifyAdapter, type NestFastifyApplication } from "@nestjs/platform-fastify";
import { DocumentBuilder, SwaggerModule } from "@nestjs/swagger";
import { AppModule, entities } from "./app.module.ts";
import { sessionCookie, sessionScheme } from "./platform/index.ts";
import { ormOptions } from "./platform/database/orm.ts";
import { Jobs } from "./platform/jobs/jobs.ts";
import { SocketAdapter } from "./platform/realtime/socket-adapter.ts";
import { serveClient } from "./serve-client.ts";

export type AppOptions = {
  /** The application's URL: never the owner's. */
  databaseUrl: string;
  /** The installation's, the same for every process: it opens the private keys that lie in the database. */
  secret: string;
  poolSize?: number;
  logLevels?: LogLevel[] | false;
  jsonLogs?: boolean;
  /** Where the built client lies; undefined for tests that speak HTTP only. */
  clientDir?: string;
};

export type App = { nest: NestFastifyApplication; orm: MikroORM; close: () => Promise<void> };

/** The whole application on an already prepared database, jobs running, not yet listening. */
export async function createApp(options: AppOptions): Promise<App> {
  const orm = await MikroORM.init(ormOptions(options.databaseUrl, entities, options.poolSize ?? 20));
  const adapter = new FastifyAdapter({ trustProxy: "127.0.0.1", bodyLimit: 2 * 1024 * 1024 });
  const nest = await NestFactory.create<NestFastifyApplication>(AppModule.with(orm, options.secret), adapter, {
    logger: options.logLevels === false ? false : new ConsoleLogger({ logLevels: options.logLevels ?? ["log", "warn", "error", "fatal"], json: options.jsonLogs ?? false }),
    abortOnError: false,
  });
  await nest.register(cookie as never);
  await nest.register(helmet as never, { contentSecurityPolicy: { directives: contentPolicy } } as never);
  await nest.register(multipart as never, { limits: { fileSize: 10 * 1024 * 1024, files: 1, fields: 10 } } as never);
  nest.useWebSocketAdapter(new SocketAdapter(nest));
  describe(nest);
  noStore(nest);
  if (options.clientDir !== undefined) await serveClient(nest, options.clientDir);
  await nest.init();
  await nest.get(Jobs).start(options.databaseUrl);
  return {
    nest,
    orm,
    close: async () => {
      await nest.close();
      await orm.close(true);
    },
  };
}

const contentPolicy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  // The component library sets styles on elements; there is no way to inject markup into them.
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", "data:", "blob:"],
  connectSrc: ["'self'"],
  fontSrc: ["'self'"],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: null,
};

/** The HTTP interface at /api/docs, from the same zod schemas that validate it. */
function describe(nest: NestFastifyApplication): void {
  // Written down when somebody first asks: nobody should wait for it at a start.
  const document = () => SwaggerModule.createDocument(nest, new DocumentBuilder().setTitle("Kompeten").setDescription("HTTP interface of Kompeten").setVersion("1").addCookieAuth(sessionCookie, { type: "apiKey" }, sessionScheme).build());
  SwaggerModule.setup("api/docs", nest, document, { customSiteTitle: "Kompeten API" });
}

/** Nothing the interface answers may be kept by a browser or a proxy: a restored page must not show an old state. */
function noStore(nest: NestFastifyApplication): void {
  nest
    .getHttpAdapter()
    .getInstance()
    .addHook("onRequest", async (request, reply) => {
      if (request.url.startsWith("/api/")) reply.header("cache-control", "no-store");
    });
}
