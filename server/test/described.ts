/** What /api/docs leaves untold of the routes that are declared. */
import { sessionScheme } from "../src/platform/auth/index.ts";
import type { DeclaredRoute } from "./routes.ts";

type Schema = Record<string, unknown>;
type Content = Record<string, { schema?: Schema; encoding?: Record<string, { contentType?: string }> } | undefined>;
type Operation = { security?: object[]; requestBody?: { content: Content }; responses: Record<string, { content?: Content } | undefined> };
/** As much of an OpenAPI document as is looked at here. */
export type ApiDocument = { paths: Record<string, Record<string, Operation | undefined> | undefined>; components: { schemas: Record<string, Schema | undefined>; securitySchemes: Record<string, object> } };

/** One line a fault; none when every route says whom it is for, what it takes and what it answers with, and no more than that. */
export function undescribed(document: ApiDocument, routes: readonly DeclaredRoute[]): string[] {
  return routes.flatMap((route) => {
    const operation = document.paths[pathOf(route)]?.[route.method.toLowerCase()];
    const faults = operation === undefined ? ["is not there"] : [securityFault(operation, route), bodyFault(document, operation, route), answerFault(document, operation, route)];
    return faults.filter((fault) => fault !== undefined).map((fault) => `${route.method} ${route.path} ${fault}`);
  });
}

export function pathOf({ path }: DeclaredRoute): string {
  return path.replaceAll(/:([A-Za-z]+)/g, "{$1}");
}

function securityFault({ security = [] }: Operation, { permission }: DeclaredRoute): string | undefined {
  const expected = permission === "open" ? [] : [{ [sessionScheme]: [] }];
  return JSON.stringify(security) === JSON.stringify(expected) ? undefined : `is ${String(permission)}, and its security is ${JSON.stringify(security)}`;
}

function bodyFault(document: ApiDocument, { requestBody }: Operation, { takes }: DeclaredRoute): string | undefined {
  if (takes === undefined) return requestBody === undefined ? undefined : "takes no body, and one is described";
  if (takes === "body") return says(document, requestBody?.content["application/json"]?.schema) ? undefined : "takes a body that is not described";
  const form = requestBody?.content["multipart/form-data"];
  const field = (form?.schema?.["properties"] as Record<string, Schema> | undefined)?.["file"];
  return field?.["format"] === "binary" && (form?.encoding?.["file"]?.contentType ?? "") !== "" ? undefined : "takes a file whose field and media types are not described";
}

function answerFault(document: ApiDocument, { responses }: Operation, { status }: DeclaredRoute): string | undefined {
  const answer = responses[status];
  if (answer === undefined) return `answers ${status}, which is not described`;
  const contents = Object.values(answer.content ?? {});
  if (status === 204) return contents.length === 0 ? undefined : "answers nothing, and something is described";
  return contents.length > 0 && contents.every((content) => says(document, content?.schema)) ? undefined : `answers ${status} without a schema`;
}

/** Whether a schema, or what it refers to, is more than "anything". */
function says(document: ApiDocument, schema: Schema | undefined): boolean {
  const name = (schema?.["$ref"] as string | undefined)?.split("/").at(-1);
  const meant = name === undefined ? schema : document.components.schemas[name];
  return meant !== undefined && ["type", "properties", "anyOf", "oneOf", "allOf", "enum"].some((member) => member in meant);
}
