import { paths } from "../../app/paths.ts";

/** The addresses below the lobby; links are made from here. */
export const addresses = {
  lobby: paths.sitting,
  deviceCheck: paths.deviceCheck,
  practice: paths.practice,
  notice: (sittingId: string) => `${paths.sitting}/sesi/${sittingId}/pemberitahuan`,
  attempt: (attemptId: string) => `${paths.sitting}/${attemptId}`,
};
