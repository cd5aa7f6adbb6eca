import { paths } from "../../app/paths.ts";

/** The page of one result. */
export const profilePath = (resultId: string): string => `${paths.profiles}/${resultId}`;
