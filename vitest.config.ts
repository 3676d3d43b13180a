// Three kinds of tests: unit (values only), database (a real PostgreSQL of their own), tidy (the house rules).
import { defineConfig } from "vitest/config";
import { readVersion } from "./src/db/migrations/folder.ts";

const TIDY = "src/tidy*.test.ts";
const DATABASE = "src/**/*.db.test.{ts,tsx}";

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    pool: "forks",
    maxWorkers: 2,
    // A list that should be empty is shown whole.
    chaiConfig: { truncateThreshold: 0 },
    // No test is about time; how long one takes is the machine's affair.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    env: {
      LOG_LEVEL: "silent",
      AUTH_SECRET: "only-for-tests-only-for-tests-only-for-tests",
      APP_URL: "http://localhost:3000",
      // No test asks Stripe: whoever needs an answer has a stand-in.
      STRIPE_API_URL: "http://127.0.0.1:9",
      DRIZZLE_VERSION: JSON.stringify(readVersion(`${import.meta.dirname}/drizzle`)),
    },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          env: { TZ: "Pacific/Apia" },
          include: ["src/**/*.test.{ts,tsx}"],
          exclude: [DATABASE, TIDY],
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          env: { TZ: "America/St_Johns" },
          include: [DATABASE],
          globalSetup: "src/cli/test-database.mjs",
        },
      },
      { extends: true, test: { name: "tidy", include: [TIDY] } },
    ],
  },
});
