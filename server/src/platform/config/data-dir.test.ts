import { spawn, type ChildProcess } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { holdDataDir, makeDataDir } from "./data-dir.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "kompeten-data-dir-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const modeOf = (path: string) => statSync(path).mode & 0o777;
const asRoot = process.getuid?.() === 0;

describe("the data folder", () => {
  it("stays as it is where it is there already, and so does what it lies in", () => {
    const data = join(dir, "data");
    mkdirSync(data);
    for (const mode of [0o700, 0o750, 0o770]) {
      chmodSync(data, mode);
      makeDataDir(data);
      expect([modeOf(data), modeOf(dir)]).toEqual([mode, 0o700]);
    }
  });

  it.runIf(asRoot)("is made so that the database's user can enter, all the way, where root starts", () => {
    makeDataDir(join(dir, "a", "b"));
    expect([modeOf(join(dir, "a")), modeOf(join(dir, "a", "b")), modeOf(dir)]).toEqual([0o755, 0o755, 0o700]);
  });
});

/** From the moment it is told, takes one folder after the other, at moments that all takers agree on; tells which it got, and lives on. */
const taker = `
  import { holdDataDir } from ${JSON.stringify(new URL("./data-dir.ts", import.meta.url).href)};
  const [, dir, rounds] = process.argv.slice(1);
  process.stdin.once("data", (startMs) => {
    const got = [];
    for (let round = 0; round < Number(rounds); round++) {
      while (performance.timeOrigin + performance.now() < Number(startMs) + round * 2);
      try {
        holdDataDir(dir + "/" + round);
        got.push(round);
      } catch (error) {
        if (!error.message.includes("is already using the data folder")) throw error;
      }
    }
    console.log(JSON.stringify(got));
  });
  console.log("ready");
`;
const said = (child: ChildProcess) => new Promise<string>((resolve, reject) => {
  child.stdout?.once("data", (text: Buffer) => resolve(text.toString()));
  child.once("exit", () => reject(new Error("a taker ended")));
});

describe("holding a data folder", () => {
  it("is for one of several that start at once, also where one who died has left it", async () => {
    const rounds = 300;
    for (let round = 0; round < rounds; round++) {
      mkdirSync(join(dir, String(round)));
      // Numbers that no process has. Every third folder is new, every third was left while somebody died at taking it.
      if (round % 3 > 0) writeFileSync(join(dir, String(round), "kompeten.pid"), "999999998");
      if (round % 3 > 1) writeFileSync(join(dir, String(round), "kompeten.pid.next"), "999999999");
    }
    // Named like the program: only such a process counts as a holder.
    const takers = Array.from({ length: 3 }, () => spawn(process.execPath, ["--input-type=module", "-e", taker, "main.js", dir, String(rounds)], { stdio: ["pipe", "pipe", "inherit"] }));
    try {
      await Promise.all(takers.map(said));
      const told = Promise.all(takers.map(said));
      for (const child of takers) child.stdin.write(String(Date.now() + 20));
      const got = (await told).map((text) => JSON.parse(text) as number[]);
      expect(got.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: rounds }, (_, round) => round));
      // Nothing is left lying about but the lock itself.
      expect(readdirSync(join(dir, "2"))).toEqual(["kompeten.pid"]);
      expect(() => holdDataDir(join(dir, "0"))).toThrow(/is already using the data folder/);
    } finally {
      for (const child of takers) child.kill();
    }
  }, 20_000);

  it("ends when it is let go", () => {
    const letGo = holdDataDir(dir);
    expect(existsSync(join(dir, "kompeten.pid"))).toBe(true);
    letGo();
    expect(readdirSync(dir)).toEqual([]);
  });
});
