// A run's mails through a mail server that is down for an hour, refuses, drops connections in the middle of a message, takes its time
// for every answer, and takes a message and says nothing: each arrives once, and none is given up.
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { changeBooks, readBooks } from "@/books/open.ts";
import { readBounced } from "@/books/statements/bounces.ts";
import { approveRun, startRun } from "@/books/statements/runs.ts";
import { freshBusiness } from "@/books/story/ledger-dsl.ts";
import { closePool } from "@/db/client.ts";
import { present } from "@/domain/assert.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewRun } from "@/domain/statements/run-input.ts";
import { day } from "@/domain/values/day.ts";
import { DEADLINES } from "../auth/mailer.ts";
import { operatorActor, tenantOf, type SystemActor } from "../actor.ts";
import { deliver } from "./deliver.ts";
import { MAIL_QUEUE, MAIL_TRIES, queue } from "./queue.ts";
import { workOnRun } from "./statement-runs.ts";

type Manner = "well" | "refuses" | "drops" | "is slow" | "says nothing" | "knows no Bo" | "bars Bo";
const NO_TO_BO: Partial<Record<Manner, string>> = {
  "knows no Bo": "No such user",
  "bars Bo": "5.7.1 Relay access denied",
};
let manner: Manner = "well";
const received: string[] = [];
/** As whoever gets a mail twice knows it. */
const messageIds: string[] = [];

const SLOWLY_MS = 250;
const slowly = (answer: () => void) => void (manner === "is slow" ? setTimeout(answer, SLOWLY_MS) : answer());
const server = new SMTPServer({
  closeTimeout: 100,
  disabledCommands: ["STARTTLS", "AUTH"],
  onMailFrom: (_from, _session, done) =>
    slowly(() =>
      done(manner === "refuses" ? Object.assign(new Error("Try later"), { responseCode: 451 }) : null),
    ),
  onRcptTo({ address }, _session, done) {
    const no = address.startsWith("ap@bo") ? NO_TO_BO[manner] : undefined;
    slowly(() => done(no === undefined ? null : Object.assign(new Error(no), { responseCode: 550 })));
  },
  onData(stream, session, done) {
    const to = session.envelope.rcptTo.map(({ address }) => address).join();
    if (manner === "drops") {
      // Some of the message is there, and then the line is dead.
      stream.once("data", () => server.connections.forEach((each) => each.close()));
      stream.resume();
      return;
    }
    let text = "";
    stream.on("data", (chunk: Buffer) => (text += chunk.toString("latin1")));
    stream.on("end", () => {
      received.push(to);
      messageIds.push(/^message-id:\s*(<[^>]+>)/im.exec(text)?.[1] ?? "");
      if (manner !== "says nothing") slowly(() => done());
    });
  },
});
let port = 0;

let actor: SystemActor;
let mails: string[] = [];
beforeAll(async () => {
  // A server that says nothing is waited for no longer; one that is slow answers sooner.
  DEADLINES.socketTimeout = 1_500;
  server.on("error", () => {});
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  ({ port } = server.server.address() as AddressInfo);
});
beforeEach(async () => {
  manner = "well";
  received.length = 0;
  messageIds.length = 0;
  const business = await freshBusiness();
  for (const name of ["Ann", "Bo", "Cy", "Di"])
    await business
      .customer(name, { email: `ap@${name.toLowerCase()}.example` })
      .invoice("100.00", "2026-01-05")
      .write();
  actor = present(await operatorActor(business.slug, "test"), "it is there");
  await mailServer(port);
  const asked = inputOf(NewRun, { kind: "open-item", asOf: day("2026-02-28"), deliver: "mail" });
  const { runId } = await business.change((books) => startRun(books, asked));
  await workOnRun(actor, runId);
  await business.change((books) => approveRun(books, { runId }));
  await workOnRun(actor, runId);
  mails = (await outbox()).map(({ id }) => id);
  expect(mails).toHaveLength(4);
});
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(resolve));
  await (await queue()).stop({ graceful: false });
  await closePool();
});

const outbox = () =>
  readBooks(actor, ({ tx }) =>
    tx.execute<{ id: string; status: string; attempts: number; last_error: string }>(
      sql`select id, status, attempts, last_error from books.outbox order by id`,
    ),
  );

async function mailServer(at: number): Promise<void> {
  await changeBooks(actor, { key: randomUUID(), procedure: "test", input: null }, async ({ tx }) => {
    await tx.execute(sql`
      insert into books.mail_servers (host, port, security, from_address, changed_by)
      values ('127.0.0.1', ${at}::int, 'none', 'books@shop.example', 'x')
      on conflict (org_id) do update set port = excluded.port`);
    return null;
  });
}

/** Which are to be tried again. */
async function tryAll(): Promise<string[]> {
  const left: string[] = [];
  for (const outboxId of mails) {
    const { again } = await deliver({ tenant: tenantOf(actor), outboxId }, `try-${randomUUID()}`);
    if (again !== null) left.push(outboxId);
  }
  return left;
}

const EACH_ONCE = ["ap@ann.example", "ap@bo.example", "ap@cy.example", "ap@di.example"];

test("down for an hour, with the shortest pauses that the queue makes: all arrive after it, once", async () => {
  const kept = present(await (await queue()).getQueue(MAIL_QUEUE), "it was made");
  const [first, longest] = [present(kept.retryDelay, "a pause"), present(kept.retryDelayMax, "a longest")];
  expect(kept.retryBackoff).toBe(true);
  let seconds = 0;
  // Nobody listens there.
  await mailServer(1);
  for (let tries = 0; tries < MAIL_TRIES && (await tryAll()).length > 0; tries++) {
    expect((await outbox()).map(({ status }) => status)).toEqual(Array(4).fill("queued"));
    seconds += Math.min(longest, first * 2 ** tries);
    if (seconds >= 3600) await mailServer(port);
  }
  expect(seconds).toBeGreaterThan(3600);
  expect((await outbox()).map(({ status }) => status)).toEqual(Array(4).fill("sent"));
  expect(received.sort()).toEqual(EACH_ONCE);
});

test.each(["refuses", "drops"] as const)(
  "one that %s them is asked again, and gets each once",
  async (how) => {
    manner = how;
    expect(await tryAll()).toEqual(mails);
    expect((await outbox()).map(({ status, attempts }) => [status, attempts])).toEqual(
      Array.from({ length: 4 }, () => ["queued", 1]),
    );
    expect(received).toEqual([]);
    manner = "well";
    expect(await tryAll()).toEqual([]);
    expect(await tryAll()).toEqual([]);
    expect(received.sort()).toEqual(EACH_ONCE);
  },
);

test("one that takes its time for every answer gets each once, in one try", async () => {
  manner = "is slow";
  expect(await tryAll()).toEqual([]);
  expect((await outbox()).map(({ status, attempts }) => [status, attempts])).toEqual(
    Array.from({ length: 4 }, () => ["sent", 1]),
  );
  expect(received.sort()).toEqual(EACH_ONCE);
});

test("one that takes a message and says nothing is asked once more, with a mail that its reader knows again", async () => {
  manner = "says nothing";
  expect(await tryAll()).toEqual(mails);
  expect((await outbox()).map(({ status }) => status)).toEqual(Array(4).fill("queued"));
  manner = "well";
  expect(await tryAll()).toEqual([]);
  expect((await outbox()).map(({ status }) => status)).toEqual(Array(4).fill("sent"));
  expect(received).toHaveLength(8);
  expect(new Set(messageIds).size).toBe(4);
  expect(messageIds).not.toContain("");
});

const statuses = async () => (await outbox()).map(({ status }) => status).sort();
const dead = async () =>
  (await readBooks(actor, (books) => readBounced(books, EACH_ONCE))).map(({ address }) => address);

test("one dead mailbox leaves the others alone, and is mailed no more", async () => {
  manner = "knows no Bo";
  expect(await tryAll()).toEqual([]);
  expect(await statuses()).toEqual(["bounced", "sent", "sent", "sent"]);
  expect(await dead()).toEqual(["ap@bo.example"]);
});

test("one that refuses a mail for another reason says nothing of the address", async () => {
  manner = "bars Bo";
  expect(await tryAll()).toEqual([]);
  expect(await statuses()).toEqual(["failed", "sent", "sent", "sent"]);
  expect(await dead()).toEqual([]);
});
