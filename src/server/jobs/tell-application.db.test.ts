// Whoever answers hears by mail that somebody applied, each once and without a stranger's words; who applied hears the answer.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { keepApplication } from "@/books/business/credit-applications.ts";
import { changeBooks } from "@/books/open.ts";
import { ApplicationForm } from "@/domain/credit/application.ts";
import { tenantOf } from "../actor.ts";
import { asMember, call } from "../testing/fixture-shop.ts";
import { toldDesk } from "../testing/told-desk.ts";
import { queue } from "./queue.ts";
import { APPLICATION_QUEUE, type ApplicationJob } from "./told-queues.ts";
import { tellApplication } from "./tell-application.ts";

const desk = toldDesk();
const { sent, sending } = desk;
let applicationId = "";
beforeEach(async () => {
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
  const kept = await changeBooks(desk.owner, command, (books) => keepApplication(books, form, null));
  applicationId = kept.applicationId;
});
const tell = (more: Partial<ApplicationJob> = {}) =>
  tellApplication({ tenant: tenantOf(desk.owner), applicationId, what: "came", ...more }, randomUUID());
const answered = async () =>
  (await (await queue()).findJobs(APPLICATION_QUEUE, { key: `${applicationId} answered` })).length;
const approve = { applicationId: "", creditCents: 5_000_00, terms: "net-15", reason: "Known", told: "" };
const say = async (role: "owner" | "admin", path: string, input: object) =>
  call(await asMember(desk.shop, role), path, { commandKey: randomUUID(), ...input });

test("who may answer is told that it came, and nothing that was typed stands there", async () => {
  const members = await tell();
  expect([...members].sort()).toEqual([desk.shop.people.owner.id, desk.shop.people.admin.id].sort());
  for (const userId of members) await tell({ userId });
  await tell({ userId: desk.shop.people.viewer.id });
  expect(sent.map(({ to }) => to.address).sort()).toEqual(
    [desk.shop.people.owner.email, desk.shop.people.admin.email].sort(),
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
  await tell({ userId: desk.shop.people.owner.id });
  expect(sent).toHaveLength(1);
});

test("declined, they hear so; a limit that waits for a second person is told once it is approved", async () => {
  const command = { key: randomUUID(), procedure: "test", input: {} };
  await changeBooks(desk.owner, command, async ({ tx }) => {
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

test("the answer comes in the language of the business's papers", async () => {
  const command = { key: randomUUID(), procedure: "test", input: {} };
  await changeBooks(desk.owner, command, async ({ tx }) => {
    await tx.execute(sql`update books.settings set language = 'de'`);
    return null;
  });
  await say("owner", "applications.approve", { ...approve, applicationId });
  await tell({ what: "answered" });
  const [mail] = sent;
  expect(mail?.subject).toBe("Ihr Antrag auf eine Kreditlinie wurde angenommen");
  expect(mail?.text).toMatch(/Kreditlimit: 5,000\.00 USD\nZahlungsziel: 15 Tage netto/);
  expect(mail?.html).toContain('lang="de');
});

test("a mail that doesn’t go out now is tried again", async () => {
  sending({ status: "retry", error: "busy", slow: false, taken: false });
  await expect(tell({ userId: desk.shop.people.owner.id })).rejects.toThrow("busy");
});
