import type { Server } from "socket.io";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Line, newDelivery, respond, started } from "../../test/delivery.builders.ts";
import { TestApp } from "../../test/harness.ts";
import { grantRoles, signedIn } from "../../test/identity.builders.ts";
import { Sessions } from "../identity/index.ts";
import type { ActorSocket } from "../platform/realtime/socket-adapter.ts";
import { AttemptAudience } from "./attempt-audience.ts";
import { SocketSessions } from "./socket-session.ts";

let app: TestApp;
beforeAll(async () => void (app = await TestApp.start()));
afterAll(() => app?.stop());

/** The server's end of the one open line, looked at more often than every minute. */
function watchedOften(): ActorSocket {
  const { server } = app.get(AttemptAudience) as unknown as { server: Server };
  const [socket] = [...server.sockets.sockets.values()] as ActorSocket[];
  if (!socket) throw new Error("nobody is connected");
  new SocketSessions(app.get(Sessions), 50).watch(socket);
  return socket;
}

describe("an open socket", () => {
  it("loses what an ended membership allowed, without waiting for a new connection", async () => {
    const delivery = await newDelivery(app, { candidates: 1, instruments: ["penalaran-umum"] });
    const [candidate] = delivery.candidates as [(typeof delivery.candidates)[number]];
    const attemptId = await started(app, delivery, candidate, "penalaran-umum");
    // The session outlives the role: they also work here.
    await grantRoles(app, { agencyId: delivery.agencyId, accountId: candidate.actor.accountId, roles: ["author"] });
    const line = await Line.open(app.url, candidate.token);
    await line.snapshot(attemptId);
    const socket = watchedOften();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await line.append(attemptId, [respond("v01", "a")])).map((one) => one.ok)).toEqual([true]);

    const admin = await signedIn(app, { agencyId: delivery.agencyId, roles: ["administrator"] });
    const rows = (await admin.get("/api/accounts?role=candidate")).body.rows;
    const membership = rows[0].memberships.find((one: any) => one.role === "candidate");
    const cut = new Promise((resolve) => line.socket.once("disconnect", resolve));
    expect((await admin.delete(`/api/memberships/${membership.id}`)).status).toBe(204);
    // A client comes back by itself after this reason, unlike after a server's "disconnect".
    expect(await cut).toBe("transport close");
    expect(socket.data.actor.roles).toEqual(["author"]);
    const again = await Line.open(app.url, candidate.token);
    expect(await again.call("attempt:open", { attemptId })).toMatchObject({ ok: false, refusal: "not-found" });
    again.close();
  });
});
