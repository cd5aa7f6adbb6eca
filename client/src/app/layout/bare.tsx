import { useRouteContext } from "@tanstack/react-router";
import { SessionContext } from "../../api/session.ts";
import { Permitted } from "../permitted.tsx";

export function Bare() {
  const session = useRouteContext({ from: "/bare", select: (context) => context.session });
  return (
    <SessionContext value={session}>
      <Permitted />
    </SessionContext>
  );
}
