import { rmSync } from "node:fs";

export default function teardown(): void {
  const dir = process.env["E2E_DATA_DIR"];
  if (dir?.includes("kompeten-e2e-")) process.once("exit", () => rmSync(dir, { recursive: true, force: true }));
}
