// A thousand statements by mail to a server on this machine, as the worker sends them, with one mailbox among them whose
// server takes the mail and never answers: from the first job to the last mail that arrived.
import { SMTPServer } from "smtp-server";
import { queueMail } from "@/books/statements/outbox.ts";
import { issueStatement } from "@/books/statements/statements.ts";
import { freshBusiness, type Ledger } from "@/books/story/ledger-dsl.ts";
import { assert, present } from "@/domain/assert.ts";
import { day } from "@/domain/values/day.ts";
import { needed } from "@/env.ts";
import { workMails } from "@/server/jobs/mail-work.ts";
import { sendMailJob, startQueue } from "@/server/jobs/queue.ts";
import { tenantOf } from "./stock.ts";
import { round, type Part } from "./table.ts";

const MAILS = 1_000;
const STATEMENTS = 100;
const DOMAINS = 40;
const DEAD = "accounts@never-answers.example";

export async function benchMail(): Promise<Part> {
  const inbox = await openInbox();
  const ledger = await freshBusiness();
  const mails = await queueAll(ledger, await issueAll(ledger));
  const boss = await startQueue({ supervise: false, schedule: false, useListenNotify: true, max: 6 });
  try {
    const tenant = await tenantOf(ledger);
    for (const mail of mails) await sendMailJob(boss, tenant, mail);
    const began = performance.now();
    await workMails(boss);
    await inbox.arrived(MAILS - 1);
    const seconds = (performance.now() - began) / 1000;
    assert(inbox.ids.length === new Set(inbox.ids).size, "no mail arrives twice");
    return {
      name: "mail",
      says: `${MAILS} mails of ${STATEMENTS} statements, their papers drawn, to a local server with one dead mailbox; at most 60 s`,
      rows: [
        {
          what: "mails",
          seconds: round(seconds, 1),
          "a second": round((MAILS - 1) / seconds, 1),
          arrived: inbox.ids.length,
          "kept waiting": inbox.unanswered(),
        },
      ],
    };
  } finally {
    // The mail to the dead mailbox is still under way, and ends in the books.
    await boss.stop({ graceful: true, timeout: 60_000 });
    inbox.close();
  }
}

async function issueAll(ledger: Ledger): Promise<string[]> {
  const letterhead = { name: "Bench Supply", slug: "bench", locale: "en-US", country: "US" };
  const ids: string[] = [];
  for (let n = 0; n < STATEMENTS; n++) {
    const number = `M-${n}`;
    await ledger
      .customer(`Bench customer ${n}`, { number })
      .invoice("120.00", "2026-04-30")
      .invoice("80.00", "2026-05-31")
      .paid("50.00", "2026-06-10")
      .write();
    const request = { customer: number, asOf: day("2026-06-15") };
    const issued = await ledger.change((books) => issueStatement(books, letterhead, request));
    ids.push(issued.statementId);
  }
  return ids;
}

async function queueAll(ledger: Ledger, statements: readonly string[]) {
  const recipients = Array.from({ length: MAILS }, (_, n) =>
    n === 3 ? DEAD : `accounts-${n}@customer-${n % DOMAINS}.example`,
  );
  return ledger.change(async (books) => {
    const mails: { outboxId: string; recipient: string }[] = [];
    for (const [n, recipient] of recipients.entries()) {
      const statementId = present(statements[n % STATEMENTS], "a statement");
      const { outboxId } = await queueMail(books, {
        paper: { kind: "statement", id: statementId },
        recipient,
        cause: "bench",
      });
      mails.push({ outboxId, recipient });
    }
    return mails;
  });
}

/** Takes every mail, and answers to all but one. */
async function openInbox() {
  const ids: string[] = [];
  let unanswered = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on("data", (piece: Buffer) => pieces.push(piece));
      stream.on("end", () => {
        if (session.envelope.rcptTo[0]?.address === DEAD) return void unanswered++;
        ids.push(/^Message-ID: (.*)$/im.exec(Buffer.concat(pieces).toString("latin1"))?.[1] ?? "");
        done();
      });
    },
  });
  server.on("error", () => {});
  const { port } = new URL(needed("SMTP_URL"));
  await new Promise<void>((resolve) => server.listen(Number(port), "127.0.0.1", resolve));
  const arrived = async (count: number) => {
    while (ids.length < count) await new Promise((resolve) => setTimeout(resolve, 50));
  };
  return { ids, arrived, unanswered: () => unanswered, close: () => server.close(() => {}) };
}
