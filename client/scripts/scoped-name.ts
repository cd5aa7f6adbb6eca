import { createHash } from "node:crypto";
import { relative } from "node:path";

const root = new URL("..", import.meta.url).pathname;

/**
 * The class name of a CSS module: its own name and a mark of its file, which repeats and so compresses, where Vite's
 * default ends every name in another hash.
 */
export function scopedName(name: string, file: string): string {
  const mark = createHash("sha256").update(relative(root, file)).digest("hex").slice(0, 5);
  return `${name}-${mark}`;
}
