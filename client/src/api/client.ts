import { NetworkFailure, problemOf } from "./problem.ts";

type QueryValue = string | number | boolean | undefined;

export type RequestOptions = {
  /** Search parameters; `undefined` ones are left out. */
  query?: Record<string, QueryValue>;
  /** TanStack Query passes one, so that leaving a page stops its requests. */
  signal?: AbortSignal;
  headers?: Record<string, string>;
};

type Sent = RequestOptions & { method: string; json?: unknown; form?: FormData };

function urlOf(path: string, query: RequestOptions["query"]): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {})) if (value !== undefined) search.set(key, String(value));
  return search.size > 0 ? `${path}?${search}` : path;
}

export async function send(path: string, { method, query, signal, json, form, headers: given }: Sent): Promise<Response> {
  const headers: Record<string, string> = { accept: "application/json", ...given };
  if (json !== undefined) headers["content-type"] = "application/json";
  let response: Response;
  try {
    response = await fetch(urlOf(path, query), {
      method,
      headers,
      credentials: "same-origin",
      body: form ?? (json === undefined ? null : JSON.stringify(json)),
      signal: signal ?? null,
    });
  } catch (error) {
    // A request that was given up on purpose is not a broken line.
    if (signal?.aborted) throw error;
    throw new NetworkFailure(error);
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

export async function sendForJson<T>(path: string, sent: Sent): Promise<T> {
  const response = await send(path, sent);
  // T is the contract's type of this route; the server validates its answers, so the client does not carry zod.
  return (response.status === 204 ? undefined : await response.json()) as T;
}

export const apiGet = <T>(path: string, options: RequestOptions = {}) => sendForJson<T>(path, { ...options, method: "GET" });

export const apiPost = <T = void>(path: string, json?: unknown, options: RequestOptions = {}) =>
  sendForJson<T>(path, { ...options, method: "POST", json });

export const apiPut = <T = void>(path: string, json?: unknown, options: RequestOptions = {}) =>
  sendForJson<T>(path, { ...options, method: "PUT", json });

export const apiDelete = <T = void>(path: string, options: RequestOptions = {}) =>
  sendForJson<T>(path, { ...options, method: "DELETE" });
