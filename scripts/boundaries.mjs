// Checks the walls of the house, and that the checker still sees: a planted house with one violation of each kind must be caught, each.
import { cruise } from "dependency-cruiser";
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import configuration from "../.dependency-cruiser.mjs";
import { planted } from "./planted-violations.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

async function violations(baseDir, folders) {
  process.chdir(baseDir);
  const { output } = await cruise(
    folders,
    { ...configuration.options, ruleSet: { forbidden: configuration.forbidden }, validate: true, baseDir },
    configuration.options.enhancedResolveOptions,
    { tsConfig: extractTSConfig(join(baseDir, "tsconfig.base.json")) },
  );
  return { found: output.summary.violations, modules: output.summary.totalCruised };
}

const house = await violations(root, ["shared/src", "server/src", "client/src"]);
for (const { from, to, rule } of house.found) console.error(`✗ ${rule.name}: ${from} → ${to}`);
console.log(`boundaries: ${house.modules} modules, ${house.found.length} violations`);
if (house.modules < 50) {
  console.error("✗ the checker saw hardly any modules; it must have gone blind");
  process.exit(1);
}

const dir = mkdtempSync(join(tmpdir(), "kompeten-planted-"));
try {
  cpSync(join(root, "tsconfig.base.json"), join(dir, "tsconfig.base.json"));
  cpSync(join(root, "package.json"), join(dir, "package.json"));
  symlinkSync(resolve(root, "node_modules"), join(dir, "node_modules"));
  for (const [path, text] of Object.entries(planted.files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  const seen = await violations(dir, ["shared/src", "server/src", "client/src"]);
  const caught = new Set(seen.found.map(({ rule, from }) => `${rule.name} ${from}`));
  const missed = planted.expected.filter((name) => !caught.has(name));
  for (const name of missed) console.error(`✗ planted violation not seen: ${name}`);
  console.log(`boundaries: ${planted.expected.length - missed.length} of ${planted.expected.length} planted violations caught`);
  process.chdir(root);
  if (missed.length > 0 || house.found.length > 0) process.exit(1);
} finally {
  rmSync(dir, { recursive: true, force: true });
}
