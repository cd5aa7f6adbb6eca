import type { LobbyAttempt, LobbySitting } from "@kompeten/shared/contracts/lobby";
import { expect, it } from "vitest";
import { namedAtHome } from "./home.rules.ts";

const sitting = (title: string, state: LobbyAttempt["state"], limitMs: number | null, windowEndMs = 2000) =>
  ({ title, windowStartMs: 1000, windowEndMs, notice: null, attempts: [{ attemptId: title, state, limitMs }] }) as unknown as LobbySitting;

it.each([
  ["a test that waits before a form that is begun, which is named too", [sitting("form", "running", null), sitting("test", "waiting", 60)], ["test", "form"]],
  ["a test that runs before one that waits", [sitting("first", "waiting", 60), sitting("second", "running", 60)], ["second"]],
  ["a form that is begun before another sitting of forms", [sitting("first", "waiting", null), sitting("second", "running", null)], ["second"]],
  ["a form where nothing else is left", [sitting("test", "closed", 60), sitting("form", "waiting", null)], ["form"]],
  ["nothing of what is over", [sitting("test", "waiting", 60, 1400)], []],
] as const)("names %s", (_name, sittings, titles) => expect(namedAtHome(sittings, 1500).named.map((one) => one.sitting.title)).toEqual(titles));
