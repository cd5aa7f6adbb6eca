import { join } from "node:path";
import { pathToFileURL } from "node:url";

export const repositoryRoot = join(import.meta.dirname, "..", "..");
export const serverProgram = join(repositoryRoot, "server", "dist", "program", "main.js");

/** A module of the server as it was built: its source has decorators, which Node does not strip. The type is that of the source. */
export async function built<T>(module: string): Promise<T> {
  return (await import(pathToFileURL(join(repositoryRoot, "server", "dist", `${module}.js`)).href)) as T;
}
