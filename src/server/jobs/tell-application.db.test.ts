// Whoever answers hears by mail that somebody applied, each once and without a stranger's words; who applied hears the answer.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { keepApplication } from "@/books/business/credit-applications.ts";
import { changeBooks } from "@/books/open.ts";
import { closePool } from "@/db/client.ts";
import { present } from "@/domain/assert.ts";
import { ApplicationForm } from "@/domain/credit/application.ts";
import { tenantOf, type Insider } from "../actor.ts";
import { setMailer, type Delivery, type OutgoingMail } from "../auth/mailer.ts";
import { asMember, call, openShop, type Shop } from "../testing/fixture-shop.ts";
import { queue } from "./queue.ts";
import { APPLICATION_QUEUE, type ApplicationJob } from "./told-queues.ts";
import { tellApplication } from "./tell-application.ts";

let shop: Shop;
let owner: Insider;
let applicationId = "";
const sent: OutgoingMail[] = [];
const sending = (delivery: Delivery) =>
  setMailer((mail) => {
    sent.push(mail);
    return Promise.resolve(delivery);
  });

beforeEach(async () => {
  shop = await openShop();
  owner = present((await asMember(shop, "owner")).member, "the owner is a member");
  sent.length = 0;
  sending({ status: "sent", messageId: "x" });
  const form = ApplicationForm.parse({
    business: "Win at evil.example now",
    contact: "Dana Prize",
    email: "dana@alder.example",
    phone: "555 0101",
    address: "1 Elm St",
    years: "12",
    monthly: "4000",
    wanted: "6000",
    consent: "yes",
  });
  const command = { key: randomUUID(), procedure: "apply.send", input: {} };
  const kept = await changeBooks(owner, command, (books) =>
    keepApplication(books, form, { file: null, called: "Test Supply" }),
  );
  applicationId = kept.applicationId;
});
afterEach(() => setMailer(null));
afterAll(async () => {
  await (await queue()).stop({ graceful: false });
  await closePool();
});

const tell = (more: Partial<ApplicationJob> = {}) =>
  tellApplication({ tenant: tenantOf(owner), applicationId, what: "came", ...more }, randomUUID());
const answered = async () =>
  (await (await queue()).findJobs(APPLICATION_QUEUE, { key: `${applicationId} answered` })).length;
const approve = { applicationId: "", creditCents: 5_000_00, terms: "net-15", reason: "Known", told: "" };
const say = async (role: "owner" | "admin", path: string, input: object) =>
  call(await asMember(shop, role), path, { commandKey: randomUUID(), ...input });

test("who may answer is told that it came, and nothing that was typed stands there", async () => {
  const members = await tell();
  expect([...members].sort()).toEqual([shop.people.owner.id, shop.people.admin.id].sort());
  for (const userId of members) await tell({ userId });
  await tell({ userId: shop.people.viewer.id });
  expect(sent.map(({ to }) => to.address).sort()).toEqual(
    [shop.people.owner.email, shop.people.admin.email].sort(),
  );
  for (const { subject, text, html = "" } of sent) {
    expect(text).toContain(`/customers/credit/applications/${applicationId}`);
    expect(text).toContain("6,000.00 USD");
    expect(`${subject} ${text} ${html}`).not.toMatch(/evil|Prize|alder/);
  }
});

test("who applied is told the answer, with the limit, the terms and what the business says", async () => {
  await tell({ what: "answered" });
  expect(sent).toEqual([]);
  await say("owner", "applications.approve", { ...approve, applicationId, told: "Welcome.\nAsk for Jo." });
  expect(await answered()).toBe(1);
  await tell({ what: "answered" });
  const [mail] = sent;
  expect(mail).toMatchObject({ to: { name: "", address: "dana@alder.example" } });
  expect(mail?.text).toMatch(/Credit limit: 5,000\.00 USD\nTerms: Net 15/);
  expect(mail?.text).toContain("Ask for Jo.");
  expect(mail?.text).not.toContain("Known");
  // Once it is answered, nobody is asked to any more.
  await tell({ userId: shop.people.owner.id });
  expect(sent).toHaveLength(1);
});

test("declined, they hear so; a limit that waits for a second person is told once it is approved", async () => {
  const command = { key: randomUUID(), procedure: "test", input: {} };
  await changeBooks(owner, command, async ({ tx }) => {
    await tx.execute(sql`update books.settings set approve_above = 100`);
    return null;
  });
  const asked = await say("owner", "applications.approve", { ...approve, applicationId });
  expect(await answered()).toBe(0);
  const { requestId } = asked as { requestId: string };
  await say("admin", "credit.decline", { requestId, answer: "Too much" });
  expect(await answered()).toBe(0);
  const again = await say("owner", "applications.approve", { ...approve, applicationId });
  await say("admin", "credit.approve", { requestId: (again as { requestId: string }).requestId });
  expect(await answered()).toBe(1);
});

test("a mail that doesn’t go out now is tried again", async () => {
  sending({ status: "retry", error: "busy", slow: false, taken: false });
  await expect(tell({ userId: shop.people.owner.id })).rejects.toThrow("busy");
});
