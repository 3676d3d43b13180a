// npm run bench:data -- --customers N --invoices N [--open N]: a business of that size in the database of DATA_DIR.
import { parseArgs } from "node:util";
import { closePool, pool } from "@/db/client.ts";
import { env, needed } from "@/env.ts";
import { openDataDir } from "../datadir.mjs";
import { letOwnerSkipTriggers } from "./scratch.mjs";
import { makeData, proveData } from "./data.ts";
import { round } from "./table.ts";

const number = { type: "string" } as const;
const { values } = parseArgs({ options: { customers: number, invoices: number, open: number } });
const invoices = Number(values.invoices ?? 1_000_000);
const size = {
  customers: Number(values.customers ?? 50_000),
  invoices,
  open: Number(values.open ?? Math.round(invoices / 25)),
};

/** On a server of the operator's own they grant it themselves; on the embedded one we do. */
async function mayOwnerSkipTriggers(): Promise<boolean> {
  const { rows } = await pool().query<{ may: boolean }>(`
    select has_parameter_privilege('onaccount_owner', 'session_replication_role', 'set') as may`);
  return rows[0]?.may === true;
}

const seconds = (from: number) => `${round((performance.now() - from) / 1000, 1)} s`;

try {
  if (Object.values(size).some((count) => !Number.isSafeInteger(count) || count < 1))
    throw new Error("a size is a whole number");
  if (!(await mayOwnerSkipTriggers()))
    await letOwnerSkipTriggers(openDataDir(env().DATA_DIR), needed("DATABASE_URL")).catch(() => {
      throw new Error("grant it first: grant set on parameter session_replication_role to onaccount_owner");
    });
  const start = performance.now();
  const business = await makeData(size);
  console.log(
    `${business.slug}: ${size.invoices} invoices of ${size.customers} customers, ${size.open} open, in ${seconds(start)}`,
  );
  const proving = performance.now();
  const { events } = await proveData(business);
  console.log(`proven: ${events} events in ${seconds(proving)}`);
} catch (error) {
  process.stderr.write(`bench:data: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await closePool();
}
