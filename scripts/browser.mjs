// Finds the Chromium that the browser journeys drive; installs Debian's where we may.
import { existsSync } from "node:fs";
import { run } from "./steps.mjs";

// The headless shell is the same browser without its windows and menus, which journeys never see and every machine has to run.
const shell = "/usr/bin/chromium-headless-shell";
const places = [process.env.CHROMIUM_PATH, shell, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

export function findBrowser() {
  return places.find((path) => path && existsSync(path));
}

/** What is there, the headless shell if it can be had; undefined if there is nothing. */
export function ensureBrowser() {
  const found = findBrowser();
  if (found && (found === process.env.CHROMIUM_PATH || found === shell)) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("Installing Chromium for the browser journeys (once)…");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    run("apt-get", ["update", "-qq"], { env });
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium-headless-shell"], { env, stdio: ["ignore", "ignore", "inherit"] });
  }
  return findBrowser();
}
