// Which browser the tests use: Playwright's own Chromium where it is installed, else the system's; as root
// on Debian one is installed; else one line says what to install.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { UserError } from "./user-error.mjs";

// The shell without a window of its own does the same for a fifth less work.
const NAMES = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];

// Without these a browser on a machine without the internet fails to reach its maker, at every start.
const QUIET = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
const MORE_QUIET = ["--disable-component-update", "--disable-sync"];

/** Playwright's launch options, or null when there is no browser. */
export function browserLaunch(playwrightsOwn) {
  const args = [...QUIET, ...MORE_QUIET, ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
  if (fs.existsSync(playwrightsOwn)) return { args };
  const executablePath = systemBrowser();
  return executablePath ? { args, executablePath } : null;
}

export async function ensureBrowser() {
  const { chromium } = await import("@playwright/test");
  if (browserLaunch(chromium.executablePath())) return;
  if (process.getuid?.() === 0 && fs.existsSync("/etc/debian_version")) {
    console.log("no browser here: installing Debian's headless chromium (apt-get)");
    const apt = (...args) =>
      spawnSync("apt-get", args, {
        stdio: ["ignore", "ignore", "inherit"],
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      });
    apt("update");
    const install = (name) => apt("install", "-y", "--no-install-recommends", name);
    if (install("chromium-headless-shell").status !== 0) install("chromium");
  }
  if (!browserLaunch(chromium.executablePath()))
    throw new UserError(
      "the browser tests need Chromium: install it (Debian: apt-get install chromium), or run `npx playwright install chromium`.",
    );
}

function systemBrowser() {
  const folders = [
    ...(process.env.PATH ?? "").split(path.delimiter),
    "/usr/bin",
    "/Applications/Google Chrome.app/Contents/MacOS",
  ];
  const names = [...NAMES, "Google Chrome"];
  return folders
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
    .find((file) => fs.existsSync(file));
}
