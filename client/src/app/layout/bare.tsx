import { SessionContext } from "../../api/session.ts";
import { Permitted } from "../permitted.tsx";
import { bareRoute } from "../shell-routes.tsx";

export function Bare() {
  const session = bareRoute.useRouteContext({ select: (context) => context.session });
  return (
    <SessionContext value={session}>
      <Permitted />
    </SessionContext>
  );
}
