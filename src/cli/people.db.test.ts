// Who may come in, as an operator types it: passwords come by stdin alone, a business keeps an owner, and what was done
// stands in its audit log.
import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { sql } from "drizzle-orm";
import { afterAll, describe, expect, test, vi } from "vitest";
import { readBooks } from "@/books/open.ts";
import { closePool } from "@/db/client.ts";
import { confirmCodeApp, hasSecond, keepCodeApp } from "@/db/directory/second-factors.ts";
import { liveSession, startSession } from "@/db/directory/sessions.ts";
import { personByEmail } from "@/db/directory/people.ts";
import { present } from "@/domain/assert.ts";
import { Refusal } from "@/domain/refusal.ts";
import { operatorActor } from "@/server/actor.ts";
import { byPassword } from "@/server/auth/sign-in.ts";
import { newToken, tokenHash } from "@/server/auth/tokens.ts";
import { anyEmail, somewhere } from "@/server/testing/fixtures.ts";
import { orgCommand } from "./commands/org.ts";
import { peopleCommand } from "./commands/people.ts";

afterAll(closePool);

type Said = { code: number; out: string; err: string };

/** One command in this process, with so much on its stdin. */
async function books([first, ...args]: readonly string[], stdin = ""): Promise<Said> {
  let [out, err] = ["", ""];
  const command = first === "org" ? orgCommand() : peopleCommand();
  for (const each of [command, ...command.commands])
    each.exitOverride().configureOutput({ writeErr: (text) => void (err += text) });
  vi.spyOn(console, "log").mockImplementation((text: string) => void (out += `${text}\n`));
  vi.spyOn(process, "stdin", "get").mockReturnValue(Readable.from([stdin]) as typeof process.stdin);
  try {
    await command.parseAsync(args, { from: "user" });
    return { code: 0, out, err };
  } catch (error) {
    const words =
      error instanceof Refusal ? `${error.message}\n${JSON.stringify(error.details)}` : String(error);
    return { code: 1, out, err: `${err}${words}` };
  } finally {
    vi.restoreAllMocks();
  }
}

const PASSWORD = "three blind mice";
const anySlug = () => `b-${randomBytes(6).toString("hex")}`;

async function business() {
  const [slug, owner] = [anySlug(), anyEmail()];
  const words = ["--slug", slug, "--name", "Olive’s Tools", "--owner", owner, "--password-stdin"];
  const made = await books(["org", "create", ...words], `${PASSWORD}\n`);
  expect(made).toMatchObject({ code: 0, out: expect.stringContaining(`is at /${slug}`) });
  return { slug, owner };
}

const people = (what: string, words: Record<string, string>, stdin = "") => {
  const flags = Object.entries(words).flatMap(([name, value]) => [`--${name}`, ...(value ? [value] : [])]);
  return books(["people", what, ...flags], stdin);
};

async function auditOf(slug: string) {
  const actor = await operatorActor(slug, "test");
  if (!actor) throw new Error("the business is there");
  const rows = await readBooks(actor, ({ tx }) =>
    tx.execute<{ procedure: string; input: string }>(sql`
      select action as procedure, input from books.audit_entries where action like 'people.%' order by recorded_at`),
  );
  return rows.map(({ procedure, input }) => ({ procedure, ...(JSON.parse(input) as object) }));
}

test("a password in an argument is refused before anything is made", async () => {
  const slug = anySlug();
  const words = ["--slug", slug, "--name", "x", "--owner", anyEmail(), "--password", PASSWORD];
  const { code, err } = await books(["org", "create", ...words]);
  expect([code, err]).toEqual([1, expect.stringContaining("unknown option '--password'")]);
});

test("an operator's password is judged as everybody's is", async () => {
  const words = ["--slug", anySlug(), "--name", "x", "--owner", anyEmail(), "--password-stdin"];
  const { code, err } = await books(["org", "create", ...words], "password1\n");
  expect([code, err]).toEqual([1, expect.stringContaining("commonly used password")]);
  expect((await books(["org", "create", ...words], "")).err).toContain(
    "Give the password as a line of stdin.",
  );
});

describe("a business's people", () => {
  test("are added, listed, given another role, and removed", async () => {
    const { slug, owner } = await business();
    const clerk = anyEmail();
    expect((await people("add", { org: slug, email: clerk, role: "clerk" })).err).toContain("--name");
    expect((await people("add", { org: slug, email: clerk, role: "boss", name: "Cole" })).err).toContain(
      "--role",
    );
    const given = { org: slug, email: clerk, role: "clerk", name: "Cole Baker", "password-stdin": "" };
    expect(await people("add", given, `${PASSWORD}\n`)).toMatchObject({ code: 0 });
    expect(await byPassword(clerk, PASSWORD, somewhere())).not.toBeNull();
    await people("add", { org: slug, email: clerk, role: "viewer" });

    const listed = (await people("list", { org: slug, json: "" })).out.trim().split("\n");
    expect(listed.map((line) => JSON.parse(line) as unknown)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ email: owner, role: "owner", hasPassword: true, disabled: false }),
        expect.objectContaining({ email: clerk, role: "viewer", name: "Cole Baker" }),
      ]),
    );
    expect((await people("list", { org: slug })).out).toMatch(new RegExp(`${clerk}.*Cole Baker.*viewer`));
    await people("remove", { org: slug, email: clerk });
    expect((await people("list", { org: slug })).out).not.toContain(clerk);
    expect((await people("remove", { org: slug, email: clerk })).code).toBe(1);
    expect(await auditOf(slug)).toMatchObject([
      { procedure: "people.add", email: clerk, role: "clerk" },
      { procedure: "people.add", email: clerk, role: "viewer" },
      { procedure: "people.remove", email: clerk },
    ]);
  });

  test("keep an owner who can come in", async () => {
    const { slug, owner } = await business();
    for (const [what, words] of [
      ["remove", { org: slug, email: owner }],
      ["add", { org: slug, email: owner, role: "clerk" }],
      ["disable", { email: owner }],
    ] as const)
      expect(await people(what, words)).toMatchObject({
        code: 1,
        err: expect.stringMatching(`A business keeps an owner.*\n.*${slug}`),
      });
    const second = anyEmail();
    await people("add", { org: slug, email: second, role: "owner", name: "Second" });
    expect(await people("disable", { email: owner })).toMatchObject({ code: 0 });
    expect(await people("remove", { org: slug, email: second })).toMatchObject({ code: 1 });
    expect(await people("remove", { org: slug, email: owner })).toMatchObject({ code: 0 });
  });
});

test("who is disabled is signed out and stays out, until enabled again", async () => {
  const { slug } = await business();
  const email = anyEmail();
  const given = { org: slug, email, role: "clerk", name: "Cole", "password-stdin": "" };
  await people("add", given, `${PASSWORD}\n`);
  const hash = tokenHash(newToken());
  await startSession({ tokenHash: hash, userId: (await personByEmail(email))?.id ?? "", userAgent: null });
  await people("disable", { email });
  expect(await liveSession(hash)).toBeNull();
  expect(await byPassword(email, PASSWORD, somewhere())).toBeNull();
  expect((await people("list", { org: slug })).out).toMatch(new RegExp(`${email}.*disabled`));
  await people("enable", { email });
  expect(await byPassword(email, PASSWORD, somewhere())).not.toBeNull();
});

test("a new password from the operator ends every session", async () => {
  const { owner } = await business();
  const hash = tokenHash(newToken());
  await startSession({ tokenHash: hash, userId: (await personByEmail(owner))?.id ?? "", userAgent: null });
  const told = await people("password", { email: owner }, "four deaf beetles hum\n");
  expect(told).toMatchObject({ code: 0, out: expect.stringContaining("1 of their sessions ended") });
  expect(await liveSession(hash)).toBeNull();
  expect(await byPassword(owner, "four deaf beetles hum", somewhere())).not.toBeNull();
  expect((await people("password", { email: anyEmail() }, "four deaf beetles hum\n")).code).toBe(1);
});

test("the second factor of who lost it is taken off, with every session, and it is said in the audit log", async () => {
  const { slug, owner } = await business();
  const { id } = present(await personByEmail(owner), "they were just added");
  expect(await people("second-factor-off", { email: owner })).toMatchObject({
    code: 1,
    err: expect.stringContaining("has no second factor"),
  });
  const hash = tokenHash(newToken());
  await startSession({ tokenHash: hash, userId: id, userAgent: null });
  const { sessionId } = present(await liveSession(hash), "they are signed in");
  const sealedSecret = Buffer.from("sealed");
  await keepCodeApp(id, sealedSecret);
  await confirmCodeApp(id, { sealedSecret, step: 1, codeHashes: [Buffer.from("a code")], sessionId });
  expect(await people("second-factor-off", { email: owner })).toMatchObject({ code: 0 });
  expect(await hasSecond(id)).toBe(false);
  expect(await liveSession(hash)).toBeNull();
  expect(await auditOf(slug)).toMatchObject([{ procedure: "people.second-factor-off", email: owner }]);
});
