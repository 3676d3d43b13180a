// A business's mail goes by its own server, with a password that only this program can open and that is told to nobody; what
// was changed in the database by somebody else opens nothing.
import type { AddressInfo } from "node:net";
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { readMailServer } from "@/books/business/mail-server.ts";
import { changeBooks, readBooks } from "@/books/open.ts";
import { readMails } from "@/books/statements/outbox.ts";
import { closePool } from "@/db/client.ts";
import { present } from "@/domain/assert.ts";
import { tenantOf } from "./actor.ts";
import { mailGoesOut } from "./auth/mailer.ts";
import { deliver } from "./jobs/deliver.ts";
import { queue } from "./jobs/queue.ts";
import { openPassword, sealPassword } from "./mail-secret.ts";
import { asMember, call, openShop, type Shop } from "./testing/fixture-shop.ts";

type Received = { from: string; to: string[]; user: unknown };
const received: Received[] = [];
const PASSWORD = "correct horse";
let port = 0;

const server = new SMTPServer({
  closeTimeout: 100,
  disabledCommands: ["STARTTLS"],
  allowInsecureAuth: true,
  onAuth: ({ username, password }, _session, done) =>
    password === PASSWORD ? done(null, { user: username }) : done(new Error("Wrong password")),
  onData(stream, session, done) {
    stream.resume();
    stream.on("end", () => {
      const { mailFrom, rcptTo } = session.envelope;
      received.push({
        from: mailFrom === false ? "" : mailFrom.address,
        to: rcptTo.map(({ address }) => address),
        user: session.user,
      });
      done();
    });
  },
});

let shop: Shop;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  ({ port } = server.server.address() as AddressInfo);
});
beforeEach(async () => {
  shop = await openShop();
  received.length = 0;
});
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(resolve));
  await (await queue()).stop({ graceful: false });
  await closePool();
});

const own = (more: object = {}) => ({
  commandKey: randomUUID(),
  version: 0,
  host: "127.0.0.1",
  port,
  security: "none",
  username: "books",
  password: PASSWORD,
  fromAddress: "books@shop.example",
  ...more,
});
const owner = () => asMember(shop, "owner");
const change = async (more: object = {}) => call(await owner(), "mailServer.change", own(more));
const memberOf = async () => present((await owner()).member, "the owner is a member");
async function mailed(recipient: string) {
  const member = await memberOf();
  const asked = { commandKey: randomUUID(), statementId: shop.statementId, recipient };
  const { outboxId } = (await call(await owner(), "statements.send", asked)) as { outboxId: string };
  await deliver({ tenant: tenantOf(member), outboxId }, `try-${outboxId}`);
  const mails = await readBooks(member, (books) =>
    readMails(books, { kind: "statement", id: shop.statementId }),
  );
  return present(
    mails.find((mail) => mail.outboxId === outboxId),
    "it was queued",
  );
}
async function inDatabase(set: string): Promise<void> {
  const member = await memberOf();
  await changeBooks(member, { key: randomUUID(), procedure: "test", input: null }, async ({ tx }) => {
    await tx.execute(sql.raw(`update books.mail_servers set ${set}`));
    return null;
  });
}

test("a statement goes by the business's own server, from its own address", async () => {
  await change();
  expect(await mailed("ap@greenleaf.example")).toMatchObject({ status: "sent" });
  expect(received).toEqual([{ from: "books@shop.example", to: ["ap@greenleaf.example"], user: "books" }]);
});

test("a test says what the server answered", async () => {
  await change();
  const { people } = shop;
  expect(await call(await owner(), "mailServer.test", { commandKey: randomUUID() })).toEqual({
    sent: true,
    to: people.owner.email,
  });
  const tried = await readBooks(await memberOf(), readMailServer);
  expect(tried?.testedAt).not.toBeNull();
  await change({ version: 1, password: "wrong" });
  const refused = await call(await owner(), "mailServer.test", { commandKey: randomUUID() });
  expect(refused).toMatchObject({
    sent: false,
    error: expect.stringMatching(/Wrong password|535/) as string,
  });
  expect((await readBooks(await memberOf(), readMailServer))?.testedAt).toBeNull();
});

test("the password is nowhere to be read: not in the row, the audit, the answers, or by guessing at a hash", async () => {
  await change();
  const told = JSON.stringify(await call(await owner(), "mailServer.read", {}));
  const rows = await readBooks(await memberOf(), ({ tx }) =>
    tx.execute<{ all: string }>(sql`
      select (select string_agg(m::text, '') from books.mail_servers m)
        || (select string_agg(a::text, '') from books.audit_entries a)
        || (select string_agg(c::text, '') from books.commands c) as all`),
  );
  for (const text of [told, rows[0]?.all ?? ""]) {
    expect(text).toContain("127.0.0.1");
    expect(text).not.toContain(PASSWORD);
    expect(text).not.toContain(Buffer.from(PASSWORD).toString("hex"));
  }
});

test("a kept password is for its server and user alone, and another business's opens nothing", async () => {
  await change();
  const moved = { version: 1, password: null, username: "other" };
  await expect(change(moved)).rejects.toMatchObject({ cause: { code: "password-again" } });
  await change({ version: 1, password: null, fromAddress: "ar@shop.example" });
  expect(await mailed("one@greenleaf.example")).toMatchObject({ status: "sent" });
  // Somebody who can write to the database has the password sent to a server of theirs.
  await inDatabase("host = 'localhost'");
  expect(await mailed("two@greenleaf.example")).toMatchObject({
    status: "queued",
    lastError: "The password of your mail server must be entered again.",
  });
  expect(received.map(({ to }) => to)).toEqual([["one@greenleaf.example"]]);
  const [mine, theirs] = [
    await memberOf(),
    present((await asMember(await openShop(), "owner")).member, "one"),
  ];
  const login = { host: "a.example", port: 587, security: "tls", username: "u" } as const;
  const sealed = sealPassword(mine, login, PASSWORD);
  expect(openPassword(mine, login, sealed)).toBe(PASSWORD);
  expect(openPassword(theirs, login, sealed)).toBeNull();
  for (let at = 0; at < sealed.length; at++) {
    const bent = Buffer.from(sealed);
    bent[at] = (bent[at] ?? 0) ^ 1;
    expect(openPassword(mine, login, bent)).toBeNull();
  }
});

test("two who change it at once don't overwrite each other, and given up it is gone", async () => {
  await change();
  await expect(change({ host: "localhost" })).rejects.toMatchObject({ cause: { code: "changed-meanwhile" } });
  await call(await owner(), "mailServer.remove", { commandKey: randomUUID(), version: 1 });
  expect(await readBooks(await memberOf(), readMailServer)).toBeNull();
});

test("where the system sends nothing, a business with a server of its own does, and one without waits untried", async () => {
  expect(mailGoesOut()).toBe(false);
  expect(await mailed("first@greenleaf.example")).toMatchObject({ status: "queued", attempts: 0 });
  await change();
  expect(await mailed("ap@greenleaf.example")).toMatchObject({ status: "sent" });
});
