import { Button, Loader } from "@mantine/core";
import { IconCompass, IconPlugConnectedX } from "@tabler/icons-react";
import type { ErrorComponentProps } from "@tanstack/react-router";
import { createContext, useContext } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { errorText } from "../../api/errors.ts";
import { ApiProblem, NetworkFailure } from "../../api/problem.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { paths } from "../paths.ts";
import classes from "./layout.module.css";

/** Whether a layout with its own main landmark stands around; without one the page is the landmark. */
export const WithinLayout = createContext(false);

// Plain links in this file: it must work when the router itself is what failed.

export function NotYours() {
  const { t } = useTranslation();
  const Frame = useContext(WithinLayout) ? "div" : "main";
  return (
    <Frame className={classes.fallback}>
      <title>{`${t("notYours.title")} · ${t("product")}`}</title>
      <EmptyState
        as="h1"
        icon={IconCompass}
        title={t("notYours.title")}
        text={t("notYours.text")}
        action={
          <Button component="a" href={paths.home} variant="default">
            {t("action.home")}
          </Button>
        }
      />
    </Frame>
  );
}

/** A failed loader or a bug in a page. What the server refused is explained; a bug is admitted. */
export function Failure({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  if (error instanceof ApiProblem && (error.status === 404 || error.status === 403)) return <NotYours />;
  const known = error instanceof ApiProblem || error instanceof NetworkFailure;
  return (
    <div className={classes.fallback} role="alert">
      <EmptyState
        as="h1"
        icon={IconPlugConnectedX}
        title={t("failure.title")}
        text={known ? errorText(error) : t("failure.text")}
        action={
          <Button variant="default" onClick={() => (known ? reset() : window.location.reload())}>
            {t(known ? "action.retry" : "action.reload")}
          </Button>
        }
      />
    </div>
  );
}

export function PagePending() {
  const { t } = useTranslation();
  return (
    <output style={{ display: "grid", placeItems: "center", minHeight: "40vh" }}>
      <Loader aria-label={t("state.loading")} />
    </output>
  );
}
