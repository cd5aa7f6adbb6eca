import { paths } from "../../app/paths.ts";

/** The pages below this feature's address. */
export const instrumentPath = (versionId: string): string => `${paths.authoring}/${versionId}`;
