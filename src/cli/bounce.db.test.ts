// books bounce -: a mail server pipes a mail that came back, and it is noted; what is none of ours is taken and changes nothing.
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { closePool } from "@/db/client.ts";
import { present } from "@/domain/assert.ts";
import { tenantOf } from "@/server/actor.ts";
import { setMailer } from "@/server/auth/mailer.ts";
import { deliver } from "@/server/jobs/deliver.ts";
import { closeQueue } from "@/server/jobs/queue.ts";
import { tagged, type MailTrace } from "@/server/mail-trace.ts";
import { asMember, call, openShop } from "@/server/testing/fixture-shop.ts";
import { bounceCommand } from "./commands/bounce.ts";

afterEach(() => {
  setMailer(null);
  vi.restoreAllMocks();
});
afterAll(async () => {
  await closeQueue();
  await closePool();
});

async function piped(mail: string): Promise<string> {
  let out = "";
  vi.spyOn(console, "log").mockImplementation((text: string) => void (out += text));
  vi.spyOn(process, "stdin", "get").mockReturnValue(Readable.from([mail]) as unknown as typeof process.stdin);
  await bounceCommand().exitOverride().parseAsync(["-"], { from: "user" });
  return out;
}

test("a report from stdin is noted once, and anything else is taken all the same", async () => {
  const shop = await openShop();
  const owner = await asMember(shop, "owner");
  let trace: MailTrace | undefined;
  setMailer((mail) => {
    ({ trace } = mail);
    return Promise.resolve({ status: "sent", messageId: "<1@x.example>" });
  });
  const asked = { commandKey: randomUUID(), statementId: shop.statementId, recipient: "ap@x.example" };
  const { outboxId } = (await call(owner, "statements.send", asked)) as { outboxId: string };
  await deliver({ tenant: tenantOf(present(owner.member, "the owner")), outboxId }, "once");
  const to = tagged("bounces@x.example", present(trace, "it went out").tag);
  const report = `To: ${to}
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.x.example

Final-Recipient: rfc822; ap@x.example
Action: failed
Status: 5.1.1

--b--
`;
  expect(await piped(report)).toBe("Noted.");
  expect(await piped(report)).toMatch(/^Nothing to note/);
  expect(await piped("Subject: Out of office\n\nBack on Monday.\n")).toMatch(/^Nothing to note/);
  expect(await call(owner, "bounces.list", {})).toMatchObject({ rows: [{ address: "ap@x.example" }] });
});
