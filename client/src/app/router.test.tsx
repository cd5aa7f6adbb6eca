import { permissions, type Role, roles } from "@kompeten/shared/contracts/permissions";
import { cleanup, render, screen, within } from "@testing-library/react";
import { createMemoryHistory } from "@tanstack/react-router";
import { afterEach, describe, expect, it, vi } from "vitest";
import { makeQueryClient } from "../api/query-client.ts";
import { App } from "./app.tsx";
import { startI18n } from "./i18n/index.ts";
import { bareRoute, shellRoute } from "./shell-routes.tsx";
import { makeRouter, routeTree } from "./router.tsx";

const agency = { id: "a", code: "JATIM", name: "BKD Jawa Timur", shortName: "BKD Jatim", timeZone: "Asia/Jakarta" };
const session = (held: Role[], mustChangePassword = false) => ({
  account: { id: "1", login: "siti", name: "Siti Rahmawati", mustChangePassword },
  agency,
  agencies: [agency],
  roles: held,
  expiresAt: "2027-01-01T00:00:00Z",
});

async function open(path: string, held: Role[] | null, mustChangePassword = false) {
  await startI18n("id");
  vi.stubGlobal("fetch", async () =>
    held ? Response.json(session(held, mustChangePassword)) : Response.json({ code: "not-signed-in", status: 401 }, { status: 401 }),
  );
  const router = makeRouter(makeQueryClient(() => {}));
  router.update({ ...router.options, history: createMemoryHistory({ initialEntries: [path] }) } as never);
  render(<App queryClient={router.options.context.queryClient} router={router} />);
  return router;
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

type AnyRoute = { id: string; options: { staticData?: { permission?: string } }; children?: unknown };
const childrenOf = (route: AnyRoute): AnyRoute[] => Object.values((route.children ?? []) as AnyRoute[]);

describe("routes", () => {
  it("behind the guard each declare a permission of the one table", () => {
    void routeTree;
    const guarded = [shellRoute, bareRoute].flatMap((route) => childrenOf(route as unknown as AnyRoute));
    expect(guarded.length).toBeGreaterThan(9);
    for (const route of guarded) {
      expect({ route: route.id, declared: (route.options.staticData?.permission ?? "") in permissions }).toEqual({ route: route.id, declared: true });
    }
  });

  it("lead a visitor to the sign-in page and remember where they were going", async () => {
    const router = await open("/kegiatan?status=terbit", null);
    expect(await screen.findByRole("heading", { name: "Masuk" })).toBeVisible();
    expect(router.state.location.search).toEqual({ kembali: "/kegiatan?status=terbit" });
  });

  it("lead someone with a one-time password to change it first, wherever they were going", async () => {
    await open("/kegiatan", ["organiser"], true);
    expect(await screen.findByRole("heading", { level: 1, name: "Ganti kata sandi" })).toBeVisible();
  });

  it("show the page to a role that may", async () => {
    await open("/kegiatan", ["organiser"]);
    expect(await screen.findByRole("heading", { level: 1, name: "Kegiatan penilaian" })).toBeVisible();
  });

  it("show a calm refusal to a role that may not, and to an unknown address alike", async () => {
    await open("/administrasi/akun", ["organiser"]);
    const refusal = (await screen.findByRole("heading", { level: 1 })).textContent;
    cleanup();
    await open("/tidak-ada", ["organiser"]);
    expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe(refusal);
  });

  it("have one main landmark also where no layout stands around: an unknown address, signed out and signed in", async () => {
    for (const [path, held] of [["/tidak-ada", null], ["/tidak-ada", ["organiser"]], ["/administrasi/akun", ["organiser"]]] as const) {
      await open(path, held && [...held]);
      expect(within(await screen.findByRole("main")).getByRole("heading", { level: 1, name: /tidak ditemukan/ })).toBeVisible();
      cleanup();
    }
  });

  it("give every role a home page", async () => {
    for (const role of roles) {
      await open("/", [role]);
      expect(await screen.findByRole("heading", { level: 1, name: /Selamat datang, Siti/ })).toBeVisible();
      cleanup();
    }
  });
});
