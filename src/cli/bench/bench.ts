// Measures the parts that it is given (start.mjs has read what was asked for), each figure beside its floor in the same
// run, as tables or as one line of JSON.
import { parseArgs } from "node:util";
import { closePool } from "@/db/client.ts";
import { benchApi } from "./api.ts";
import { benchJavaScript, benchPage } from "./page.ts";
import { benchApplications, benchBulk, benchHot } from "./bulk.ts";
import { benchDecisions } from "./decisions.ts";
import { benchDecisionsHttp } from "./decisions-http.ts";
import { benchGrowth } from "./growth.ts";
import { benchHouseCharge } from "./house-charge.ts";
import { benchIssue } from "./issue.ts";
import { benchLists } from "./lists.ts";
import { benchLink } from "./link.ts";
import { benchLongImport } from "./long-import.ts";
import { benchMail } from "./mail.ts";
import { benchMoreLists } from "./more-lists.ts";
import { benchNeighbour } from "./neighbour.ts";
import { benchInvoice, benchPosting } from "./posting.ts";
import { benchSearch } from "./search.ts";
import { benchStatements } from "./statements.ts";
import type { PARTS } from "./parts.mjs";
import { makeSample, type Sample } from "./sample.ts";
import { print, round, type Part } from "./table.ts";

const MEASURES: Record<keyof typeof PARTS, (sample: () => Promise<Sample>) => Promise<Part>> = {
  import: async (sample) => ({
    name: "import",
    says: "2,466 invoices and 2,466 payments of 100 customers, from text to committed",
    rows: [{ what: "import", seconds: round((await sample()).importSeconds) }],
  }),
  "long-import": async () => benchLongImport(),
  page: async (sample) => benchPage(await sample()),
  link: async (sample) => benchLink(await sample()),
  javascript: async (sample) => benchJavaScript(await sample()),
  posting: benchPosting,
  api: benchApi,
  invoice: benchInvoice,
  hot: benchHot,
  "house-charge": benchHouseCharge,
  decisions: benchDecisions,
  "decisions-http": benchDecisionsHttp,
  issue: benchIssue,
  bulk: benchBulk,
  applications: benchApplications,
  growth: benchGrowth,
  lists: benchLists,
  "more-lists": benchMoreLists,
  mail: benchMail,
  statements: benchStatements,
  neighbour: async (sample) => benchNeighbour(await sample()),
  search: benchSearch,
};

const { values, positionals: asked } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "boolean", default: false } },
});

let made: Promise<Sample> | undefined;
const sample = () => (made ??= makeSample());

try {
  const results: Record<string, Part["rows"]> = {};
  for (const [name, measure] of Object.entries(MEASURES)) {
    if (!asked.includes(name)) continue;
    const part = await measure(sample);
    results[name] = part.rows;
    if (!values.json) print(part);
  }
  if (values.json) console.log(JSON.stringify(results));
} catch (error) {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await closePool();
}
