import { createRoute, redirect } from "@tanstack/react-router";
import { sessionQuery } from "../../api/session.ts";
import { lazyPage } from "../../app/lazy-page.ts";
import { paths } from "../../app/paths.ts";
import { bareRoute, rootRoute } from "../../app/shell-routes.tsx";
import { PasswordPage } from "./password-page.tsx";
import { returnPath } from "./return-path.ts";
import { SignInPage } from "./sign-in-page.tsx";

/* The pages are not fetched apart: everybody passes the first, and only the words are missing. */
export const routes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: paths.signIn,
    validateSearch: (search: Record<string, unknown>): { kembali?: string } => {
      const path = returnPath(search.kembali);
      return path ? { kembali: path } : {};
    },
    beforeLoad: async ({ context, search }) => {
      // When the server cannot be asked, the form is still shown; signing in will say what is wrong.
      const session = await context.queryClient.ensureQueryData(sessionQuery).catch(() => null);
      if (session) throw redirect({ href: search.kembali ?? paths.home, replace: true });
    },
    component: lazyPage("sign-in", async () => SignInPage),
  }),
] as const;

/** Of somebody who is signed in: on a bare screen, because it may be all they can do yet. */
export const ownRoutes = [
  createRoute({
    getParentRoute: () => bareRoute,
    path: paths.password,
    staticData: { permission: "session.own" },
    component: lazyPage("sign-in", async () => PasswordPage),
  }),
] as const;
