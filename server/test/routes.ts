/** Finds every HTTP route and socket message of the running application, with the permission it declares. */
import { RequestMethod } from "@nestjs/common";
import { GUARDS_METADATA, HTTP_CODE_METADATA, METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from "@nestjs/common/constants.js";
import { RouteParamtypes } from "@nestjs/common/enums/route-paramtypes.enum.js";
import { ModulesContainer } from "@nestjs/core";
import { permissions, roles, type Permission } from "@kompeten/shared/contracts/permissions";
import type { ZodType } from "zod";
import { permissionMetadata } from "../src/platform/index.ts";
import { socketMessageMetadata } from "../src/platform/realtime/socket-message.ts";
import { UploadGuard } from "../src/platform/upload/upload.guard.ts";
import type { TestApp } from "./harness.ts";

export type DeclaredRoute = {
  method: string;
  path: string;
  permission: Permission | "open" | undefined;
  /** What the handler reads of what is sent. */
  takes: "body" | "file" | undefined;
  /** Of an answer that is no refusal. */
  status: number;
  /** What that answer is validated against in tests and described by at /api/docs; undefined for files and for no content. */
  answer: ZodType | undefined;
};
export type DeclaredMessage = { event: string; permission: Permission | "open" | undefined };

const messageMetadata = "message";
const isMessageMetadata = "websockets:message_mapping";

type Handler = ((...args: never[]) => unknown) & object;
type Entry = { handler: Handler; owner: object };

function handlersOf(instance: object): Entry[] {
  const prototype = Object.getPrototypeOf(instance) as Record<string, unknown>;
  return Object.getOwnPropertyNames(prototype)
    .filter((name) => name !== "constructor" && typeof Object.getOwnPropertyDescriptor(prototype, name)?.value === "function")
    .map((name) => ({ handler: prototype[name] as Handler, owner: instance.constructor }));
}

function permissionOf({ handler, owner }: Entry): Permission | "open" | undefined {
  return (Reflect.getMetadata(permissionMetadata, handler) ?? Reflect.getMetadata(permissionMetadata, owner)) as Permission | "open" | undefined;
}

function takenBy({ handler, owner }: Entry): DeclaredRoute["takes"] {
  const guards = (Reflect.getMetadata(GUARDS_METADATA, handler) ?? []) as unknown[];
  if (guards.includes(UploadGuard)) return "file";
  const args = Object.keys((Reflect.getMetadata(ROUTE_ARGS_METADATA, owner, handler.name) ?? {}) as object);
  return args.some((key) => key.startsWith(`${RouteParamtypes.BODY}:`)) ? "body" : undefined;
}

function answerOf({ handler }: Entry, status: number): ZodType | undefined {
  const responses = (Reflect.getMetadata("swagger/apiResponse", handler) ?? {}) as Record<string, { standardSchema?: ZodType }>;
  return responses[status]?.standardSchema;
}

function asList(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value ?? ""]).map(String);
}

export function declaredRoutes(app: TestApp): DeclaredRoute[] {
  const found: DeclaredRoute[] = [];
  for (const module of app.app.nest.get(ModulesContainer).values()) {
    for (const { instance } of module.controllers.values()) {
      if (!instance) continue;
      for (const entry of handlersOf(instance)) {
        const method = Reflect.getMetadata(METHOD_METADATA, entry.handler) as RequestMethod | undefined;
        if (method === undefined) continue;
        const status = (Reflect.getMetadata(HTTP_CODE_METADATA, entry.handler) as number | undefined) ?? (method === RequestMethod.POST ? 201 : 200);
        const declared = { method: RequestMethod[method] ?? "?", permission: permissionOf(entry), takes: takenBy(entry), status, answer: answerOf(entry, status) };
        for (const base of asList(Reflect.getMetadata(PATH_METADATA, instance.constructor)))
          for (const rest of asList(Reflect.getMetadata(PATH_METADATA, entry.handler)))
            found.push({ ...declared, path: `/${base}/${rest}`.replaceAll(/\/+/g, "/").replace(/(.)\/$/, "$1") });
      }
    }
  }
  return found.sort((a, b) => (a.path === b.path ? a.method.localeCompare(b.method) : a.path.localeCompare(b.path)));
}

export function declaredMessages(app: TestApp): DeclaredMessage[] {
  const found: DeclaredMessage[] = [];
  for (const module of app.app.nest.get(ModulesContainer).values()) {
    for (const { instance } of module.providers.values()) {
      if (!instance || typeof instance !== "object") continue;
      for (const entry of handlersOf(instance)) {
        const direct = Reflect.getMetadata(socketMessageMetadata, entry.handler) as string | undefined;
        if (direct !== undefined) found.push({ event: direct, permission: permissionOf(entry) });
        // Nest's own way is not used; were it, it would be shown here.
        if (Reflect.getMetadata(isMessageMetadata, entry.handler) === true) found.push({ event: String(Reflect.getMetadata(messageMetadata, entry.handler)), permission: permissionOf(entry) });
      }
    }
  }
  return found.sort((a, b) => a.event.localeCompare(b.event));
}

/** docs/permissions.md as it must read: made from the declarations, so that it cannot lag behind. */
export function permissionTable(routes: DeclaredRoute[], messages: DeclaredMessage[]): string {
  const names = Object.keys(permissions) as Permission[];
  const mark = (permission: Permission, role: (typeof roles)[number]) => ((permissions[permission] as readonly string[]).includes(role) ? "●" : "");
  return [
    "# Permissions",
    "",
    "Who may enter where. A permission opens the door only; which rows are somebody's own is decided by row-level security and by the use",
    "case, and what is absent and what is not yours answer the same. This page is compared with the code by `server/test/permissions.int.test.ts`;",
    "`UPDATE_DOCS=1 npm run test:int -- server/test/permissions.int.test.ts` writes it anew.",
    "",
    "## Roles",
    "",
    `| Permission | ${roles.join(" | ")} |`,
    `|---|${roles.map(() => ":-:").join("|")}|`,
    ...names.map((permission) => `| \`${permission}\` | ${roles.map((role) => mark(permission, role)).join(" | ")} |`),
    "",
    "## HTTP routes",
    "",
    "| Method | Path | Permission |",
    "|---|---|---|",
    ...routes.map((route) => `| ${route.method} | \`${route.path}\` | ${route.permission === undefined ? "**none**" : `\`${route.permission}\``} |`),
    "",
    "## Socket messages",
    "",
    "| Message | Permission |",
    "|---|---|",
    ...messages.map((message) => `| \`${message.event}\` | ${message.permission === undefined ? "**none**" : `\`${message.permission}\``} |`),
    "",
  ].join("\n");
}
