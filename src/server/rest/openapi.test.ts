// The API's document is one that other programs can read, and says every route.
import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";
import { docProblems, docRoutes, searchDocs } from "./docs.ts";
import { openApiDocument } from "./openapi.ts";
import { countRequest, PER_WINDOW } from "./rate-limit.ts";
import { matchesAt, table } from "./table.ts";
import { sendsMoney } from "./wire-shape.ts";

const document = openApiDocument("https://books.example");

test("it is valid OpenAPI 3.1", async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(
    JSON.parse(JSON.stringify(document)) as Record<string, unknown>,
  );
  expect(errors).toBeUndefined();
  expect([valid, validator.version]).toEqual([true, "3.1"]);
});

test("it has every route, each with its scope, its problems, and a name of its own", () => {
  const operations = Object.entries(document["paths"] as Record<string, Record<string, Operation>>).flatMap(
    ([path, methods]) =>
      Object.entries(methods).map(([method, each]) => ({ at: `${method.toUpperCase()} ${path}`, ...each })),
  );
  expect(operations.map(({ at }) => at).sort()).toEqual(
    table()
      .map(({ route }) => `${route.method} ${route.path}`)
      .sort(),
  );
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  for (const { at, responses, "x-scope": scope, parameters } of operations) {
    expect([at, Object.keys(responses)]).toEqual([
      at,
      expect.arrayContaining(["400", "401", "403", "404", "429"]),
    ]);
    expect([at, scope]).toEqual([at, expect.stringMatching(/^[a-z]+:[a-z]+$/)]);
    const isChange = parameters.some((each) => each.$ref === "#/components/parameters/IdempotencyKey");
    expect([at, isChange]).toEqual([at, !at.startsWith("GET")]);
  }
});
type Operation = {
  operationId: string;
  responses: object;
  "x-scope": string;
  parameters: { $ref?: string }[];
};

test("nothing of how it is inside is in it", () => {
  const text = JSON.stringify(document);
  expect(text).not.toMatch(/Cents|x-money|command_?key|org_id/i);
  const names = [...text.matchAll(/"properties":\{"(\w+)"/g)].map((match) => match[1]);
  expect(names.filter((name) => /[A-Z]/.test(name ?? ""))).toEqual([]);
});

/** Reads whose amounts are the same on every day, or that are about now alone. */
const OF_NO_DAY: Record<string, string> = {
  "/accounts/{account_id}/charging":
    "limits of people and what is left of orders are decided, and not posted",
  "/accounts/{account_id}/reservations": "what tills are promised at this instant",
  "/credit/decisions/{decision_id}": "a decision says what it decided, and when",
  "/products": "prices are those of the catalogue",
  "/products/{product_id}": "prices are those of the catalogue",
  "/statements": "a statement is frozen, with its day and the instant at which it was made",
  "/statements/{statement_id}": "a statement is frozen, with its day and the instant at which it was made",
  "/events/{event_id}": "an event is posted once and never changes",
  "/imports": "a file brought in says what its import came to, once",
  "/imports/{file_id}": "a file says what it would do, or did",
};

test("every read of money is asked on a day and as it was known at an instant, or says why not", () => {
  const reads = table().filter(({ isChange, answer }) => !isChange && answer && sendsMoney(answer.shape));
  const without = reads.filter(
    ({ input }) => !("asOf" in (input.properties ?? {}) && "knownAt" in (input.properties ?? {})),
  );
  expect(without.map(({ route }) => route.path).sort()).toEqual(Object.keys(OF_NO_DAY).sort());
  expect(reads.length).toBeGreaterThan(Object.keys(OF_NO_DAY).length + 15);
  const half = table().filter(
    ({ input }) => "asOf" in (input.properties ?? {}) !== "knownAt" in (input.properties ?? {}),
  );
  // What is issued is issued of what is known.
  expect(half.filter(({ isChange }) => !isChange).map(({ route }) => route.path)).toEqual([]);
});

test("a path finds its route, and a said segment isn't taken for an id", () => {
  const at = (path: string) =>
    matchesAt(path.split("/")).map(({ entry, params }) => [entry.route.path, params]);
  expect(at("customers/C-1/account")).toEqual([["/customers/{customer_id}/account", { customer_id: "C-1" }]]);
  expect(at("customers/C-1/nothing")).toEqual([]);
});

test("every route is told in words, with an example, and found by its fields", () => {
  const routes = docRoutes("https://books.example");
  expect(routes).toHaveLength(table().length);
  for (const { asked, answered, isFile } of routes) {
    expect(asked).toContain("https://books.example/api/v1/");
    expect(asked).not.toMatch(/undefined|\{\w+\}/);
    if (!isFile) expect(JSON.parse(answered)).toBeTypeOf("object");
  }
  const found = searchDocs("https://books.example", "refund account_id").map(({ path }) => path);
  expect(found).toEqual(["/accounts/{account_id}/refunds"]);
  expect(new Set(docProblems().map(({ code }) => code)).size).toBe(docProblems().length);
});

test("a key asks so often in a window, is told so, and asks again in the next", () => {
  for (let n = 1; n <= PER_WINDOW; n++) expect(countRequest("k", 1000).isOver).toBe(false);
  const over = countRequest("k", 2000);
  expect(over).toMatchObject({ isOver: true, headers: { ratelimit: `"key";r=0;t=59`, "retry-after": "59" } });
  expect(countRequest("other", 2000).isOver).toBe(false);
  expect(countRequest("k", 61_001)).toMatchObject({
    isOver: false,
    headers: { ratelimit: `"key";r=${PER_WINDOW - 1};t=60` },
  });
});
