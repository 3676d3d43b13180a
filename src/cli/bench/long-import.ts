// A file of 100,000 rows as a person brings it in: sent to the server, looked at by its worker, answered, imported. How long
// each takes, and how far the worker's and the server's memory go beyond what they had after a small file.
import { present } from "@/domain/assert.ts";
import type { ImportState, ImportSummary } from "@/domain/imports/file.ts";
import { peakBeyond, processOf } from "./memory.ts";
import { makeSample } from "./sample.ts";
import { command, fileIdOf, sendFile, whenNot, type Member } from "./sent-files.ts";
import { round, type Part, type Row } from "./table.ts";

const CUSTOMERS = 5_000;
const SMALL = 100;

type Kind = { what: string; line: (n: number) => string; comesTo: (rows: number) => Partial<ImportSummary> };

const HEAD = "Customer,Number,Date,Due date,Amount,Open balance";

const lineOf = (n: number, open: string): string =>
  `Customer ${n % CUSTOMERS},L-${n},1999-${10 + (n % 3)}-${10 + (n % 18)},1999-12-${10 + (n % 18)},${10 + (n % 90)}.25,${open}`;

const KINDS: readonly Kind[] = [
  {
    what: "open items",
    line: (n) => lineOf(n, `${10 + (n % 90)}.25`),
    comesTo: (rows) => ({ invoices: rows, payments: 0 }),
  },
  {
    what: "half of them paid in part",
    line: (n) => lineOf(n, n % 2 === 0 ? `${10 + (n % 90)}.25` : "4.05"),
    comesTo: (rows) => ({ invoices: rows }),
  },
];

export async function benchLongImport(count = 100_000): Promise<Part> {
  const rows: Row[] = [];
  for (const kind of KINDS) rows.push(await measure(kind, count));
  return {
    name: "long-import",
    says: `a file of ${count} rows of ${CUSTOMERS} customers, by HTTP: from its last byte to the look, from Import to imported; memory beyond a small file’s`,
    rows,
  };
}

async function measure(kind: Kind, count: number): Promise<Row> {
  const member = await makeSample();
  await broughtIn(member, kind, { from: count, rows: SMALL });
  const counted = ["worker.mjs", "next-server"].map((word) => {
    const pid = processOf(word);
    return pid === null ? () => Number.NaN : peakBeyond(pid);
  });
  const { look, imported } = await broughtIn(member, kind, { from: 0, rows: count });
  const [worker, web] = counted.map((beyond) => Math.round(beyond()));
  return {
    what: kind.what,
    rows: count,
    "look s": round(look),
    "import s": round(imported),
    "worker +MB": present(worker, "counted"),
    "server +MB": present(web, "counted"),
  };
}

/** Seconds of the first look, which asks what the file is, and of the import after the answer. */
async function broughtIn(member: Member, kind: Kind, { from, rows }: { from: number; rows: number }) {
  const lines = Array.from({ length: rows }, (_, n) => kind.line(from + n));
  const sent = await sendFile(member, Buffer.from([HEAD, ...lines, ""].join("\n")));
  const fileId = fileIdOf(sent);
  const after = (state: ImportState) => whenNot(member, { fileId, state, everyMs: 200 });
  const asking = await after("looking");
  const look = secondsSince(sent.sentAt);
  const [way] = present(asking.look, "it was looked at").questions;
  const patch = present(way?.options[0], "it asks whether these are open items").patch;
  await command(member, "imports.look", { fileId, plan: { ...asking.plan, ...patch } });
  const { asked } = await after("looking");
  const started = performance.now();
  await command(member, "imports.start", { fileId, asked });
  const { state, summary, fault } = await after("importing");
  const imported = secondsSince(started);
  const wrong = Object.entries(kind.comesTo(rows)).filter(
    ([name, value]) => summary?.[name as keyof ImportSummary] !== value,
  );
  if (state !== "imported" || wrong.length > 0)
    throw new Error(`the import is ${state}: ${JSON.stringify(fault ?? summary)}`);
  return { look, imported };
}

const secondsSince = (at: number) => (performance.now() - at) / 1000;
