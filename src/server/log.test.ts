// Nothing that opens a door is written down (faults E27), and whatever anyone sends is one line.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DrizzleQueryError } from "drizzle-orm/errors";
import { consoleToLog } from "./console-to-log.ts";
import { makeLog } from "./log.ts";
import { safePath } from "./log-safely.ts";

const TOKEN = "Zx9-".repeat(10) + "abc";
const encoded = [...TOKEN].map((sign) => `%${sign.charCodeAt(0).toString(16)}`).join("");

test.each([
  ["/s/AbC-123_x", "/s/…"],
  ["//s//AbC/statement.pdf?x=1", "/s/…/statement.pdf"],
  [`/s/${TOKEN}/pdf`, "/s/…/pdf"],
  ["/s/stop/k2j7/now", "/s/…"],
  ["/api/mail/bounces/k2j7", "/api/mail/bounces/…"],
  ["/sign-in/link?token=abc", "/sign-in/link"],
  ["/hillside/customers?search=jones", "/hillside/customers"],
  ["/sales/x", "/sales/x"],
  ["/caf%C3%A9/%zz", "/caf%C3%A9/%zz"],
])("%s is written as %s", (url, path) => {
  expect(safePath(url)).toBe(path);
});

test.each([
  `/S/${TOKEN}`,
  `/%73/${TOKEN}`,
  `/%2573/${TOKEN}`,
  `/s%2F${TOKEN}`,
  `/s%2f${encoded}`,
  `/s/${encoded}`,
  `/s/${TOKEN}%0a`,
  `/s/${TOKEN.slice(0, 20)}/${TOKEN.slice(20)}`,
  `\\s\\${TOKEN}`,
  `/./s/./${TOKEN}`,
  `/x/../s/${TOKEN}`,
  `/hillside/${TOKEN}`,
  `/sign-in/link%3Ftoken=${TOKEN}`,
  `http://localhost:3000/s/${TOKEN}`,
  `/api/mail/bounces/${TOKEN.slice(0, 39)}`,
  `/API//mail/%62ounces%2F${TOKEN.slice(0, 39)}?x`,
])("no spelling of a link writes its token down: %s", (url) => {
  let path = safePath(url);
  for (let round = 0; round < 3; round++) path = decodeURIComponent(path);
  for (const part of [TOKEN.slice(0, 8), TOKEN.slice(-8)]) expect(path).not.toContain(part);
});

const lines: string[] = [];
const log = makeLog({ write: (line) => void lines.push(line) });
log.level = "info";
beforeEach(() => {
  lines.length = 0;
});
const only = () => {
  expect(lines).toHaveLength(1);
  expect(lines[0]?.trimEnd()).not.toContain("\n");
  return JSON.parse(lines[0] ?? "") as Record<string, unknown>;
};

test("secrets are blotted out at any of the usual depths", () => {
  log.info(
    { token: "s3cret", input: { password: "s3cret", by: "me" }, req: { headers: { cookie: "s3cret" } } },
    "tried",
  );
  expect(lines[0]).not.toContain("s3cret");
  expect(only()).toMatchObject({ level: "info", msg: "tried", input: { by: "me" } });
});

/** As postgres.js throws it and drizzle wraps it. */
function databaseError(
  code = "23505",
  message = 'duplicate key value violates unique constraint "users_email_key"',
) {
  const cause = Object.assign(new Error(message), {
    name: "PostgresError",
    code,
    severity: "ERROR",
    constraint_name: "users_email_key",
    detail: "Key (email)=(olive@secret.example) already exists.",
    where: "COPY users, line 1: olive@secret.example",
    query: "insert into users values ($1)",
    parameters: ["olive@secret.example"],
  });
  return new DrizzleQueryError(
    "insert into users values ($1)",
    ["olive@secret.example\n    at x", TOKEN],
    cause,
  );
}

describe("an error of the database", () => {
  test("is told by its query and constraint, never by what was sent", () => {
    log.error({ err: databaseError() }, "failed");
    expect(lines[0]).not.toMatch(/olive|secret|Zx9/);
    expect(only()).toMatchObject({
      err: {
        message: "Failed query: insert into users values ($1)",
        stack: expect.stringContaining("log.test.ts"),
        cause: { code: "23505", constraint_name: "users_email_key" },
      },
    });
  });

  test("says what kind of entry it could not read, not the entry", () => {
    log.error(
      { err: databaseError("22P02", 'invalid input syntax for type uuid: "olive@secret.example"') },
      "x",
    );
    expect(lines[0]).not.toContain("olive");
    expect(lines[0]).toContain("invalid input syntax for type uuid");
  });

  test("thrown as something else than an error, it is one line all the same", () => {
    for (const thrown of [{ params: ["olive@secret.example"] }, `at\n/s/${TOKEN}`, undefined, null])
      log.error({ err: thrown }, "x");
    expect(lines).toHaveLength(4);
    expect(lines.join("")).not.toMatch(/olive|Zx9/);
  });
});

describe("what others print", () => {
  let giveBack = () => {};
  beforeEach(() => {
    giveBack = consoleToLog(log);
  });
  afterEach(() => giveBack());

  test("a line that somebody forged in a path stays within ours", () => {
    console.error("no route for %s", `/x\n{"level":"info","security":"sign-in","actor":"root"}\n\0`);
    expect(only()).toMatchObject({ level: "error", by: "console" });
    expect(only()["security"]).toBeUndefined();
  });

  test("an error in it loses what was sent, and a link its token", () => {
    console.error("⨯", databaseError(), { nested: databaseError() });
    console.warn(`opening /s/${TOKEN} and /S/${encoded}`);
    console.warn(`posting to /api/mail/bounces/${TOKEN.slice(0, 39)}`);
    expect(lines).toHaveLength(3);
    expect(lines.join("")).not.toMatch(/olive|secret|Zx9|%5a/i);
  });

  test("what is written past the console is a line of ours, too", () => {
    process.stderr.write("a warning\nof two lines\n");
    process.stdout.write(Buffer.from("bytes\n"));
    expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual([
      "a warning\nof two lines",
      "bytes",
    ]);
  });
});
