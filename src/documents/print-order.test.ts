// What a process printed before leaves no trace: neither a letter that is gone nor another byte. fontkit keeps each
// glyph with the code points that first asked for it, and an accented capital asks for its bare letter with none.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { extractText, getDocumentProxy } from "unpdf";
import { expect, test } from "vitest";
import { SAMPLE_ACCOUNT, businessLike, customerLike, sampleStatement } from "./samples.ts";
import { statementPdf } from "./statement-pdf.tsx";
import { PAPERS } from "./testing/print-in-order.ts";

const run = promisify(execFile);

async function textFor(name: string): Promise<string> {
  const people = { customer: customerLike({ name, addressLines: [name] }), business: businessLike({ name }) };
  const pdf = await statementPdf(sampleStatement(SAMPLE_ACCOUNT, people));
  return (await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })).text;
}

test.each([
  ["Émile Dupont", "Emerald Inc"],
  ["Żabka", "Zeta Corp"],
  ["ÅÇĎĢĤÍĴĶĹŃÓŔŠŤŮŴŶ", "ACDGHIJKLNORSTUWY"],
  ["Ёлка Йод", "ЕИ еи"],
])("after %s, %s has all its letters", async (before, after) => {
  const places = (await textFor("Quux")).split("Quux").length;
  await textFor(before);
  expect((await textFor(after)).split(after)).toHaveLength(places);
});

async function printed(order: readonly string[]): Promise<Map<string, string>> {
  const script = join(import.meta.dirname, "testing/print-in-order.ts");
  const { stdout } = await run(process.execPath, ["--import", "tsx", script, ...order]);
  const lines = stdout.trim().split("\n");
  return new Map(lines.map((line) => [line.split(" ")[0] ?? "", line.split(" ")[1] ?? ""]));
}

const shuffled = (names: readonly string[]) =>
  names
    .map((name) => ({ name, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ name }) => name);

test("papers printed in any order are the bytes of a process that printed nothing else", async () => {
  const names = Object.keys(PAPERS);
  const orders = names.map((first) => [first, ...shuffled(names.filter((name) => name !== first))]);
  const fresh = new Map<string, string | undefined>();
  const all: Map<string, string>[] = [];
  for (const order of orders) {
    const hashes = await printed(order);
    fresh.set(order[0] ?? "", hashes.get(order[0] ?? ""));
    all.push(hashes);
  }
  for (const [at, hashes] of all.entries()) {
    const differing = names.filter((name) => hashes.get(name) !== fresh.get(name));
    expect(differing, `printed in the order ${orders[at]?.join(" ")}`).toEqual([]);
  }
  expect(new Set(fresh.values()).size).toBe(names.length);
}, 240_000);
