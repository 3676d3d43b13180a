// One thing of the demo business for each segment of an address that stands for one, and what an address answers with them.
import type { Page } from "@playwright/test";
import { demoDay } from "./demo.ts";
import { applyFor, ask, sendImport, tell } from "./doors.ts";

/** What stands in an address in place of an id and is none. */
const NO_IDS = ["[kind]"];
export const segmentsOf = (route: string): string[] =>
  route.split("/").filter((part) => part.startsWith("[") && part !== "[org]" && !NO_IDS.includes(part));

/** What nobody else may be told, in a page or in the data that comes with it. */
export const SECRET = "Quillfeather";

export type Rows<Row> = { rows: Row[] };
export type Ids = Record<string, string>;

/** One thing of Hillside for each segment of an address that stands for one. */
export async function idsOfHillside(page: Page): Promise<Ids> {
  const slug = "hillside";
  const first = async <Row>(path: string, input: object = {}) =>
    (await ask<Rows<Row>>(page, slug, path, input)).rows[0];
  const make = <T>(path: string, input: object) => tell<T>(page, slug, path, input);
  const of = {
    customerId: (await first<{ customerId: string }>("customers.list", { search: "C-0042" }))?.customerId,
  };
  const invoice = await first<{ invoiceId: string; eventId: number }>("invoices.list", of);
  const { customerId: customer, accountId } = await make<{ customerId: string; accountId: string }>(
    "customers.create",
    { name: SECRET },
  );
  const cash = { amountCents: 12_00, method: "cash", receivedOn: demoDay(), applied: "oldest-first" };
  const { paymentId } = await make<{ paymentId: string }>("payments.record", { accountId, ...cash });
  const deposit = { paymentIds: [paymentId], depositedOn: demoDay() };
  const statement = { customer, currency: "USD", asOf: demoDay() };
  const run = { kind: "open-item", asOf: demoDay(), deliver: "none", selection: { minCents: 500_00 } };
  const hook = { url: "http://127.0.0.1:9/hook", kinds: [] };
  const duplicate = { invoiceId: invoice?.invoiceId };
  await applyFor(page, slug);
  const found = {
    "[customer]": customer,
    "[invoice]": invoice?.invoiceId,
    "[event]": invoice && String(invoice.eventId),
    "[payment]": paymentId,
    "[receipt]": (await first<{ receiptId: string }>("receipts.list"))?.receiptId,
    "[memo]": (await first<{ creditMemoId: string }>("creditMemos.list"))?.creditMemoId,
    "[product]": (await first<{ productId: string }>("products.list"))?.productId,
    "[entry]": (await first<{ entryId: string }>("audit.list"))?.entryId,
    "[job]": (await make<{ jobId: string }>("jobs.create", { customerId: customer, name: SECRET })).jobId,
    "[statement]": (await make<{ statementId: string }>("statements.issue", statement)).statementId,
    "[run]": (await make<{ runId: string }>("statementRuns.start", run)).runId,
    "[endpoint]": (await make<{ endpointId: string }>("webhooks.make", hook)).endpointId,
    "[deposit]": (await make<{ depositId: string }>("deposits.make", deposit)).depositId,
    "[draft]": (await make<{ draftId: string }>("invoiceDrafts.duplicate", duplicate)).draftId,
    "[fileId]": (await sendImport(page, slug, "apart.csv", `Customer;Number\n${SECRET};1\n`))
      .split("/")
      .at(-1),
    "[application]": (await first<{ applicationId: string }>("applications.list"))?.applicationId,
    "[attachment]": await attachmentTo(page, customer),
  };
  return Object.fromEntries(
    Object.entries(found).map(([segment, id]) => {
      if (id === undefined) throw new Error(`Hillside has nothing for ${segment}`);
      return [segment, id];
    }),
  );
}

async function attachmentTo(page: Page, customer: string): Promise<string> {
  const answer = await page.evaluate(async (id) => {
    const query = new URLSearchParams({ kind: "customer", id, name: "plan.pdf", key: crypto.randomUUID() });
    const file = { headers: { "content-type": "application/pdf" }, body: "%PDF-1.7 a plan" };
    return (await fetch(`/hillside/attachments?${query}`, { method: "POST", ...file })).text();
  }, customer);
  return (JSON.parse(answer) as { attachmentId: string }).attachmentId;
}

export const filled = (route: string, slug: string, ids: Ids) =>
  route
    .split("/")
    .map((part) => (part === "[org]" ? slug : (ids[part] ?? part)))
    .join("/");

export const cookieOf = async (page: Page) =>
  (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");

/** Without the ids that were asked with: a number only where it stands in an address. */
const withoutIds = (text: string, ids: Ids) =>
  Object.entries(ids).reduce(
    (told, [segment, id]) =>
      segment === "[event]" ? told.replaceAll(`/events/${id}`, "/events/…") : told.replaceAll(id, "…"),
    text,
  );

/** What an address answers, but for the ids in it and what is new each time; `whole` has the data of its scripts, too. */
export async function answered(url: string, cookie: string, ids: Ids) {
  const answer = await fetch(url, { headers: { cookie }, redirect: "manual" });
  const whole = await answer.text();
  const seen = whole.replace(/<(script|template|style)\b.*?<\/\1>/gs, " ").replace(/<[^>]*>/g, " ");
  // Parts of a page come as they are ready, in whatever order.
  const words = withoutIds(seen, ids).split(/\s+/).sort().join(" ");
  const to = withoutIds(answer.headers.get("location") ?? "", ids);
  return { whole, told: { status: answer.status, to, words } };
}

/** Several at once, as many as the machine has hands for. */
export async function each<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
    }),
  );
}
