import { paths } from "../../app/paths.ts";

/** The pages below this feature's address. */
export const deskPath = (attemptId: string): string => `${paths.rating}/${attemptId}`;
export const boardPath = (enrolmentId: string): string => `${paths.rating}/integrasi/${enrolmentId}`;
export const formsPath = (enrolmentId: string): string => `${paths.rating}/formulir/${enrolmentId}`;
export const integrationSearch = { tab: "integrasi" } as const;
