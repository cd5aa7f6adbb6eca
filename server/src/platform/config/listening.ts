import { createServer } from "node:net";
import { ConfigError } from "./config.ts";

type Address = { host: string; port: number };

/** Why a port cannot be listened on, in one line for whoever chose it. */
export function listenProblem({ host, port }: Address, error: NodeJS.ErrnoException): ConfigError {
  if (error.code === "EADDRINUSE") return new ConfigError(`PORT: ${port} is taken by another program; choose another, e.g. PORT=3001 npm start`);
  if (error.code === "EACCES") return new ConfigError(`PORT: this user may not listen on ${port}; choose one from 1024 on`);
  if (["EADDRNOTAVAIL", "ENOTFOUND", "EAI_AGAIN", "EINVAL"].includes(error.code ?? "")) return new ConfigError(`HOST: ${host} is no address of this machine (${error.code})`);
  return new ConfigError(`HOST and PORT: cannot listen on ${host}:${port}: ${error.message}`);
}

/** Asked before anything is made: preparing a demonstration takes a minute, and a port can be told in a moment. */
export function requirePort(address: Address): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => reject(listenProblem(address, error)));
    probe.listen(address, () => probe.close(() => resolve()));
  });
}
