import { fileURLToPath } from "node:url";

/** Of the server, wherever this runs: as source, as compiled, or in the program that all of it ends up in. */
const serverRoot = new URL(import.meta.url.replace(/^(.*\/)(?:src|dist)\/.*$/, "$1"));

/** What ships with the server: instruments, catalogues, documents, portraits. */
export const contentDir = fileURLToPath(new URL("content/", serverRoot));
/** Of the checkout. */
export const repositoryRoot = fileURLToPath(new URL("../", serverRoot));
