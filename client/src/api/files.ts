import { saveFile } from "../browser/save-file.ts";
import { type RequestOptions, send, sendForJson } from "./client.ts";

/* Apart from client.ts, because candidates neither send files nor fetch any. */

/** Sends one file as multipart, under the field name `file`, with any plain fields before it. */
export function apiUpload<T>(path: string, file: File, fields: Record<string, string> = {}): Promise<T> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append("file", file, file.name);
  return sendForJson<T>(path, { method: "POST", form });
}

/** Fetches a file with the session and hands it to the browser, under the server's name for it if it gives one. */
export async function apiDownload(path: string, fallbackName: string, options: RequestOptions = {}): Promise<void> {
  const response = await send(path, { ...options, method: "GET" });
  saveFile(await response.blob(), fileName(response.headers.get("content-disposition")) ?? fallbackName);
}

function fileName(disposition: string | null): string | undefined {
  const encoded = disposition?.match(/filename\*=UTF-8''([^;]+)/i)?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return disposition?.match(/filename="?([^";]+)"?/i)?.[1];
}
