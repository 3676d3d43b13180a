// Three kinds of tests: unit (values only), database (a real PostgreSQL of their own), tidy (the house rules).
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { readVersion } from "./src/db/migrations/folder.ts";

const TIDY = "src/tidy*.test.ts";
const UNIT = ["src/**/*.test.{ts,tsx}"];
const UNIT_DOMAIN = ["src/domain/**/*.test.ts"];
const DATABASE = ["src/**/*.db.test.{ts,tsx}"];
const DATABASE_BOOKS = ["src/{books,db}/**/*.db.test.ts"];
const UNIT_ZONE = { TZ: "Pacific/Apia" };
const DATABASE_ZONE = { TZ: "America/St_Johns" };

/** The longest: told last, it would have the other worker wait for a minute and a half. */
const LONGEST = ["/model.db.test.ts", "/histories.db.test.ts"];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const isLong = ({ moduleId }: TestSpecification) => LONGEST.some((end) => moduleId.endsWith(end));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    pool: "forks",
    execArgv: ["--import", `${import.meta.dirname}/src/cli/quick-imports.mjs`],
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
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
    // No suite runs in the zone that hides mistakes about days. The files of the lower floors share their workers' modules: these are
    // loaded once instead of once for each file. Doors keep queues, threads and settings in theirs, so each has its own.
    projects: [
      { extends: true, test: { name: "unit-domain", include: UNIT_DOMAIN, isolate: false, env: UNIT_ZONE } },
      {
        extends: true,
        test: { name: "unit", include: UNIT, exclude: [...UNIT_DOMAIN, ...DATABASE, TIDY], env: UNIT_ZONE },
      },
      {
        extends: true,
        test: {
          name: "database-books",
          include: DATABASE_BOOKS,
          isolate: false,
          env: DATABASE_ZONE,
          globalSetup: "src/cli/test-database.mjs",
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: DATABASE,
          exclude: DATABASE_BOOKS,
          env: DATABASE_ZONE,
          globalSetup: "src/cli/test-database.mjs",
        },
      },
      { extends: true, test: { name: "tidy", include: [TIDY] } },
    ],
  },
});
