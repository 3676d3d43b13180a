// A business is told by mail what a customer said: whoever sends its statements, once each, and no more than so many a day.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { askQuestion } from "@/books/collections/questions.ts";
import { changeBooks } from "@/books/open.ts";
import { closePool } from "@/db/client.ts";
import { present } from "@/domain/assert.ts";
import { cents } from "@/domain/values/money.ts";
import { tenantOf, type MemberActor } from "../actor.ts";
import { setMailer, type Delivery, type MailRoute, type OutgoingMail } from "../auth/mailer.ts";
import { asMember, openShop, type Shop } from "../testing/fixture-shop.ts";
import { MAIL_TRIES, queue } from "./queue.ts";
import { MOST_A_DAY, tellSaid } from "./tell-said.ts";

let shop: Shop;
let member: MemberActor;
const sent: OutgoingMail[] = [];
/** By which server each went; undefined for the system's. */
const ways: (MailRoute | undefined)[] = [];
const sending = (answer: (mail: OutgoingMail) => Delivery) =>
  setMailer((mail, via) => {
    sent.push(mail);
    ways.push(via);
    return Promise.resolve(answer(mail));
  });
const taken: Delivery = { status: "sent", messageId: "x" };

beforeEach(async () => {
  shop = await openShop();
  member = present((await asMember(shop, "owner")).member, "the owner is a member");
  sent.length = 0;
  ways.length = 0;
  sending(() => taken);
});
afterEach(() => setMailer(null));
afterAll(async () => {
  await (await queue()).stop({ graceful: false });
  await closePool();
});

async function asked(note = "We have 90.00"): Promise<string> {
  const command = { key: randomUUID(), procedure: "link.question", input: { note } };
  const differences = [{ ours: null, theirs: { number: "4711", onDay: null, cents: cents(90_00) } }];
  const made = await changeBooks(member, command, (books) =>
    askQuestion(books, { accountId: shop.accountId, currency: "USD" }, { note, differences }),
  );
  return made.questionId;
}
const tell = (saidId: string) =>
  tellSaid({ tenant: tenantOf(member), kind: "question", saidId }, randomUUID());
const addresses = () => sent.map(({ to }) => to.address).sort();
const whoMay = () =>
  (["owner", "admin", "bookkeeper"] as const).map((role) => shop.people[role].email).sort();

test("whoever sends the statements hears it, in the customer's words, and nobody else", async () => {
  const questionId = await asked("<b>We have</b>\r\nBcc: all@example.com");
  await tell(questionId);
  expect(addresses()).toEqual(whoMay());
  const [mail] = sent;
  expect(mail?.subject).toBe("Greenleaf: asks about 1 difference to their own books");
  expect(mail?.text).toContain("4711: nothing here; 90.00 in theirs");
  expect(mail?.html).toContain("&lt;b&gt;We have&lt;/b&gt;");
  expect(mail?.text).toContain(`/${shop.slug}/customers/said`);
  await tell(questionId);
  expect(sent).toHaveLength(3);
});

test("who couldn't be reached is tried again, and who was isn't", async () => {
  const questionId = await asked();
  const { email } = shop.people.admin;
  sending(({ to }) =>
    to.address === email ? { status: "retry", error: "451 later", slow: false, taken: false } : taken,
  );
  await expect(tell(questionId)).rejects.toThrow("451 later");
  sent.length = 0;
  sending(() => taken);
  await tell(questionId);
  expect(addresses()).toEqual([email]);
});

test("a flood of questions is a flood in the list, and not in mailboxes", async () => {
  for (let n = 0; n < MOST_A_DAY; n++) await tell(await asked());
  expect(sent).toHaveLength(3 * MOST_A_DAY);
  await tell(await asked());
  expect(sent).toHaveLength(3 * MOST_A_DAY);
});

test("however often each is tried while no mail goes out, none of what is said after it is lost", async () => {
  const said: string[] = [];
  for (let n = 0; n < 6; n++) said.push(await asked());
  sending(() => ({ status: "retry", error: "451 later", slow: false, taken: false }));
  for (let n = 0; n <= MAIL_TRIES; n++)
    for (const saidId of said) await expect(tell(saidId)).rejects.toThrow("451 later");
  sent.length = 0;
  sending(() => taken);
  for (const saidId of [...said, await asked()]) await tell(saidId);
  expect(sent).toHaveLength(3 * 7);
});

test("a business with a mail server of its own is told by it", async () => {
  const command = { key: randomUUID(), procedure: "test", input: null };
  await changeBooks(member, command, async ({ tx }) => {
    await tx.execute(sql`
      insert into books.mail_servers (host, port, security, from_address, changed_by)
      values ('127.0.0.1', 2525, 'none', 'books@shop.example', 'x')`);
    return null;
  });
  await tell(await asked());
  const own = { port: 2525, fromAddress: "books@shop.example" };
  expect(ways).toMatchObject([own, own, own]);
});

test("while no mail goes out at all it is left to another try, and counts for nothing", async () => {
  const saidId = await asked();
  setMailer(null);
  await expect(tell(saidId)).rejects.toThrow("no mail goes out yet");
  sending(() => taken);
  await tell(saidId);
  expect(sent).toHaveLength(3);
});

test("what isn't there, or another business's, tells nobody anything", async () => {
  const other = await openShop();
  await tell(other.questionId);
  await tell(randomUUID());
  await tellSaid({ tenant: randomUUID(), kind: "question", saidId: await asked() }, "x");
  expect(sent).toEqual([]);
});
