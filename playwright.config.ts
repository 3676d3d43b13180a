// The story, told by a browser. `npm test` starts servers of its own, one for each worker, and names them in E2E_SERVERS;
// without them the tests go to a copy that someone started on the usual port.
import { chromium, defineConfig } from "@playwright/test";
import { browserLaunch } from "./src/cli/browser.mjs";

const servers: NodeJS.ProcessEnv[] = JSON.parse(process.env["E2E_SERVERS"] ?? "[]");
// A worker reads this file, too, before its tests: from then on E2E_URL and the others are those of its own server.
Object.assign(process.env, servers[Number(process.env["TEST_PARALLEL_INDEX"] ?? 0)]);

/** They kill processes, read the log or pay by a stand-in: only of a copy that the tests started themselves. */
const OF_OUR_OWN = ["**/stays-up.spec.ts", "**/keeps-its-log.spec.ts", "**/pays-online.spec.ts"];

export default defineConfig({
  testDir: "e2e",
  testIgnore: process.env["E2E_DATA_DIR"] ? [] : OF_OUR_OWN,
  outputDir: "test-results",
  forbidOnly: Boolean(process.env["CI"]),
  fullyParallel: false,
  workers: Math.max(1, servers.length),
  retries: 0,
  // Twice what the longest takes where it shares two processors with another.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    baseURL: process.env["E2E_URL"] ?? "http://localhost:3000",
    launchOptions: browserLaunch(chromium.executablePath()) ?? {},
    locale: "en-US",
    timezoneId: "America/New_York",
    // What isn't there by then won't come: said at once, not when the story's time is over.
    actionTimeout: 20_000,
    // A trace of each story costs a sixth of their time: E2E_TRACE=1 where one is to be looked into.
    trace: process.env["E2E_TRACE"] ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
  },
  projects: [
    // What is told of a phone is told there only.
    { name: "desktop", grepInvert: /(from|on) a phone/, use: { viewport: { width: 1440, height: 900 } } },
    {
      name: "phone",
      grep: /@phone/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
  ],
});
