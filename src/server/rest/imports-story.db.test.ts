// A program brings a file in over the API alone: it sends what another program exported, answers what the file leaves open,
// imports it, sees the figures, and takes all of it back. Then: what isn't taken, and from whom.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { present } from "@/domain/assert.ts";
import { LARGEST_IMPORT } from "@/domain/imports/file.ts";
import type { Permission } from "@/domain/permission.ts";
import { tenantOf } from "../actor.ts";
import { setClock } from "../clock.ts";
import { workOnFile } from "../jobs/import-work.ts";
import { queue } from "../jobs/queue.ts";
import { asMember } from "../testing/fixture-caller.ts";
import { openShop, type Shop } from "../testing/fixture-shop.ts";
import { ask, commandsOf, keyOfShop, problemOf, type Sent } from "../testing/rest-caller.ts";
import { table } from "./table.ts";

let shop = undefined as unknown as Shop;
let all = "";
beforeAll(async () => {
  setClock("2026-06-30T12:00:00Z");
  shop = await openShop();
  all = await keyOfShop(shop);
});
afterAll(async () => {
  setClock(null);
  await (await queue()).stop({ graceful: false });
  await closePool();
});

type Asking = Partial<Omit<Sent, "path">> & {
  of?: Record<string, string>;
  key?: string;
  headers?: Record<string, string>;
};

async function at(name: string, { of = {}, key = all, headers = {}, ...sent }: Asking = {}) {
  const entry = present(
    table().find(({ route }) => `${route.method} ${route.path}` === name),
    name,
  );
  const path = entry.route.path.replace(/\{(\w+)\}/g, (_, field: string) => of[field] ?? "");
  return ask(entry, { path, query: {}, body: {}, ...sent }, { key, headers });
}

const told = async (name: string, asking: Asking = {}) =>
  (await (await at(name, asking)).json()) as Record<string, unknown>;

const sent = (text: string | Buffer, asking: Asking = {}) =>
  at("POST /imports", {
    query: { kind: "receivables", name: "offene.csv" },
    file: Buffer.from(text),
    ...asking,
  });

async function sentId(text: string | Buffer, asking: Asking = {}): Promise<string> {
  const answer = await sent(text, asking);
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { file_id: string }).file_id;
}

type File = {
  state: string;
  asked: number;
  plan: Record<string, unknown>;
  look: { questions: { key: string; options: { patch: object }[] }[] } & Record<string, unknown>;
} & Record<string, unknown>;

/** As it is when the worker is done with it. */
async function worked(file_id: string): Promise<File> {
  const { member } = await asMember(shop, "owner");
  await workOnFile({ tenant: tenantOf(present(member, "a member")), fileId: file_id }, "test");
  return (await told("GET /imports/{file_id}", { of: { file_id } })) as File;
}

const EXPORT = Buffer.from(
  "Offene Posten;;;;\r\nKunde;Rechnungsnummer;Datum;Fällig;Betrag\r\n" +
    "Müller Dachbau;R-1;01/02/2026;01/03/2026;1.190\r\nMöller Bau;R-2;03/02/2026;04/03/2026;12.500\r\nSumme;;;;13.690\r\n",
  "latin1",
);

test("sent, asked, answered, imported, seen, undone", async () => {
  const file_id = await sentId(EXPORT);
  const first = await worked(file_id);
  expect(first).toMatchObject({ state: "ready", kind: "receivables", by: "Till", can_undo: false });
  expect(first.look.questions.map(({ key }) => key)).toEqual(["days", "decimal", "way"]);
  const early = await at("POST /imports/{file_id}/start", {
    of: { file_id },
    body: { asked: first.asked },
  });
  expect(await problemOf(early)).toMatchObject({ status: 422, code: "import-asks" });

  // Day first, a decimal comma, and each billed on its own day.
  const [days, decimal, way] = first.look.questions.map(({ options }) => options);
  const answers = [days?.[0], decimal?.[1], way?.[1]].map((option) => option?.patch);
  const plan = Object.assign({}, first.plan, ...answers) as Record<string, unknown>;
  expect(plan).toMatchObject({ days: "dmy", decimal: ",", way: "history" });
  await at("POST /imports/{file_id}/look", { of: { file_id }, body: { plan } });
  const stale = await at("POST /imports/{file_id}/start", { of: { file_id }, body: { asked: first.asked } });
  expect(await problemOf(stale)).toMatchObject({ status: 422, code: "import-busy" });
  const { look, asked } = await worked(file_id);
  expect(look).toMatchObject({
    format: expect.stringContaining("semicolon"),
    heading_row: 2,
    questions: [],
    figures: { invoices: 2, total: "13690.00", open: "13690.00", currency: "USD" },
    totals: [{ row: 5, label: "Summe", says: "13690.00", ours: "13690.00", currency: "USD" }],
    sample: [
      { row: 3, customer: "Müller Dachbau", on: "2026-02-01", amount: "1190.00" },
      { row: 4, customer: "Möller Bau", on: "2026-02-03", amount: "12500.00" },
    ],
    new_customers: 2,
  });

  expect(await told("POST /imports/{file_id}/start", { of: { file_id }, body: { asked } })).toEqual({
    file_id,
    asked: asked + 1,
  });
  expect(await worked(file_id)).toMatchObject({
    state: "imported",
    summary: { invoices: 2, new_customers: 2, total: "13690.00", currency: "USD" },
    can_undo: true,
  });
  expect(await owed("Möller")).toBe("12500.00");
  const listed = await told("GET /imports");
  expect(listed["files"]).toMatchObject([{ file_id, state: "imported", name: "offene.csv" }]);

  await at("POST /imports/{file_id}/undo", { of: { file_id } });
  expect(await worked(file_id)).toMatchObject({ state: "undone", undone_by: "Till", can_undo: false });
  expect(await owed("Möller")).toBeUndefined();
});

/** What a customer owes, read as any program does; nothing for one who isn't there. */
async function owed(search: string): Promise<string | undefined> {
  const { rows } = (await told("GET /customers", { query: { search } })) as {
    rows: { customer_id: string }[];
  };
  const [found] = rows;
  if (!found) return undefined;
  const of = { customer_id: found.customer_id };
  const { figures } = (await told("GET /customers/{customer_id}/account", { of })) as {
    figures: { balance: string };
  };
  return figures.balance;
}

test("faults are told by group, with the file's own heading, and left out where that is said", async () => {
  const file_id = await sentId(
    "Customer,Number,Date,Amount,Paid on\nAlder,A-1,2026-01-13,much,2026-01-20\nBirch,B-1,2026-01-13,7.00,2026-01-20\n",
  );
  const { look, plan } = await worked(file_id);
  expect(look).toMatchObject({ fault_count: 1, faults: [{ column: "Amount", rows: [2], count: 1 }] });
  const [group] = look["faults"] as { says: string }[];
  expect(await told("GET /imports/{file_id}/faults", { of: { file_id } })).toEqual({
    rows: [{ row: 2, column: "Amount", says: group?.says }],
    next: null,
  });
  await at("POST /imports/{file_id}/look", {
    of: { file_id },
    body: { plan: { ...plan, leave_faulty: true } },
  });
  const { asked } = await worked(file_id);
  await at("POST /imports/{file_id}/start", { of: { file_id }, body: { asked } });
  expect(await worked(file_id)).toMatchObject({ state: "imported", summary: { invoices: 1, left_out: 1 } });
});

test("what was called off leaves nothing, and goes from the list", async () => {
  const file_id = await sentId(EXPORT.subarray(0, -3));
  await at("POST /imports/{file_id}/cancel", { of: { file_id } });
  expect(await worked(file_id)).toMatchObject({ state: "failed", fault: { code: "import-cancelled" } });
  await at("POST /imports/{file_id}/discard", { of: { file_id } });
  for (const read of ["GET /imports/{file_id}", "GET /imports/{file_id}/faults"])
    expect(await problemOf(await at(read, { of: { file_id } }))).toMatchObject({ status: 404 });
});

const LIMITS = "Number,Credit limit\nC-1,500.25\n";
const CUSTOMERS = "Number,Name,Credit limit\nC-900,Alder,500.00\n";
const withScopes = (...scopes: Permission[]) => keyOfShop(shop, scopes);

test("a key that may import and not set limits brings in neither a file of them nor a column", async () => {
  const key = await withScopes("books:import");
  const before = await commandsOf(shop);
  const limits = await sent(LIMITS, { key, query: { kind: "limits", name: "l.csv" } });
  expect(await problemOf(limits)).toMatchObject({ status: 403, scope: "limit:change" });
  expect(await commandsOf(shop)).toBe(before);
  const file_id = await sentId(CUSTOMERS, { key, query: { kind: "customers", name: "c.csv" } });
  const { asked } = await worked(file_id);
  const start = { of: { file_id }, body: { asked } };
  const refused = await at("POST /imports/{file_id}/start", { ...start, key });
  expect(await problemOf(refused)).toMatchObject({ status: 422, code: "import-sets-limits" });
  const both = await withScopes("books:import", "limit:change");
  expect((await at("POST /imports/{file_id}/start", { ...start, key: both })).status).toBe(200);
  await sentId(LIMITS, { key: both, query: { kind: "limits", name: "l.csv" } });
});

test("a look tells which labels would be made, and a key that may not make any doesn't by a file", async () => {
  const key = await withScopes("books:import");
  const body = "Number,Name,Labels\nC-901,Alder,Paves roads\n";
  const file_id = await sentId(body, { key, query: { kind: "customers", name: "labels.csv" } });
  const { asked, look } = await worked(file_id);
  expect(look["new_labels"]).toEqual(["Paves roads"]);
  const start = { of: { file_id }, body: { asked } };
  const refused = await at("POST /imports/{file_id}/start", { ...start, key });
  expect(await problemOf(refused)).toMatchObject({ status: 422, code: "import-makes-labels" });
  const both = await withScopes("books:import", "settings:change");
  expect((await at("POST /imports/{file_id}/start", { ...start, key: both })).status).toBe(200);
});

test.each<[string, Asking, object]>([
  ["of no kind", { query: { kind: "people", name: "x" } }, { status: 400, errors: [{ field: "kind" }] }],
  ["without a name", { query: { kind: "products" } }, { status: 400, errors: [{ field: "name" }] }],
  ["with nothing in it", { file: Buffer.alloc(0) }, { status: 422, code: "file-unreadable" }],
  [
    "in a form",
    { headers: { "content-type": "multipart/form-data; boundary=x" } },
    { status: 415, code: "not-a-file" },
  ],
  [
    "too large",
    { headers: { "content-length": String(LARGEST_IMPORT + 1) } },
    { status: 413, code: "import-too-large" },
  ],
])("a file %s is refused, and nothing is kept", async (_what, asking, problem) => {
  const before = await commandsOf(shop);
  expect(await problemOf(await sent(EXPORT, asking))).toMatchObject(problem);
  expect(await commandsOf(shop)).toBe(before);
});

test("of one business's programs one file comes in at a time, and too many at once are told to wait", async () => {
  const answers = await Promise.all(Array.from({ length: 16 }, (_, n) => sent(`${randomUUID()},${n}\n`)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 429]));
  const late = present(
    answers.find(({ status }) => status === 429),
    "one waits",
  );
  expect(Number(late.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await problemOf(late)).toMatchObject({ code: "crowded" });
});
