import { expect, it } from "vitest";
import { ConfigError } from "./config.ts";
import { listenProblem } from "./listening.ts";

it.each([
  ["EADDRINUSE", "PORT: 80 is taken by another program"],
  ["EACCES", "PORT: this user may not listen on 80"],
  ["EADDRNOTAVAIL", "HOST: kantor is no address of this machine"],
  ["ENOTFOUND", "HOST: kantor is no address of this machine"],
  ["EMFILE", "HOST and PORT: cannot listen on kantor:80: too many open files"],
])("says in one line why it cannot listen: %s", (code, message) => {
  const problem = listenProblem({ host: "kantor", port: 80 }, Object.assign(new Error("too many open files"), { code }));
  expect(problem).toBeInstanceOf(ConfigError);
  expect(problem.message).toContain(message);
});
