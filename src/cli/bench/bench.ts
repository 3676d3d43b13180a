// npm run bench [-- PART …] [--json]: measures, each figure beside its floor in the same run.
import { closePool } from "@/db/client.ts";
import { benchJavaScript, benchPage } from "./page.ts";
import { benchApplications, benchBulk, benchHot } from "./bulk.ts";
import { benchGrowth } from "./growth.ts";
import { benchHouseCharge } from "./house-charge.ts";
import { benchInvoice, benchPosting } from "./posting.ts";
import { benchSearch } from "./search.ts";
import { makeSample, type Sample } from "./sample.ts";
import { print, round, type Part } from "./table.ts";

const PARTS: Record<string, (sample: () => Promise<Sample>) => Promise<Part>> = {
  import: async (sample) => ({
    name: "import",
    says: "2,466 invoices and 2,466 payments of 100 customers, from text to committed",
    rows: [{ what: "import", seconds: round((await sample()).importSeconds) }],
  }),
  page: async (sample) => benchPage(await sample()),
  javascript: async (sample) => benchJavaScript(await sample()),
  posting: benchPosting,
  invoice: benchInvoice,
  hot: benchHot,
  "house-charge": benchHouseCharge,
  bulk: benchBulk,
  applications: benchApplications,
  growth: benchGrowth,
  search: benchSearch,
};

const asked = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const asJson = process.argv.includes("--json");
const unknown = asked.filter((name) => !Object.hasOwn(PARTS, name));

let made: Promise<Sample> | undefined;
const sample = () => (made ??= makeSample());

try {
  if (unknown.length > 0)
    throw new Error(`there is no part ${unknown.join(", ")}; there are ${Object.keys(PARTS).join(", ")}`);
  const results: Record<string, Part["rows"]> = {};
  for (const [name, run] of Object.entries(PARTS)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const part = await run(sample);
    results[name] = part.rows;
    if (!asJson) print(part);
  }
  if (asJson) console.log(JSON.stringify(results));
} catch (error) {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await closePool();
}
