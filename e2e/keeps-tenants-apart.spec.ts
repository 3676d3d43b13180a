// Every page and file of the product, found in src/app: with the ids of another business it answers as with ids that never
// were; to nobody it shows nothing; and no role finds one broken.
import { expect, test, type Page } from "@playwright/test";
import { freshBusiness } from "./books.ts";
import { PASSWORD, demoDay, fillSignIn, signIn } from "./demo.ts";
import { applyFor, ask, sendImport, tell } from "./doors.ts";
import { PAGES, ROUTES } from "./routes.ts";

test.describe.configure({ timeout: 120_000 });

const ORG = "/[org]";
/** What stands in an address in place of an id and is none. */
const NO_IDS = ["[kind]"];
const segmentsOf = (route: string) =>
  route.split("/").filter((part) => part.startsWith("[") && part !== "[org]" && !NO_IDS.includes(part));
const NEVER = { uuid: "01980000-0000-7000-8000-000000000000", number: "987654321" };

/** What nobody else may be told, in a page or in the data that comes with it. */
const SECRET = "Quillfeather";
const SECRETS = [SECRET, "Hillside", "hillside.example", "C-0042"];

type Rows<Row> = { rows: Row[] };
type Ids = Record<string, string>;

/** One thing of Hillside for each segment of an address that stands for one. */
async function idsOfHillside(page: Page): Promise<Ids> {
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

const filled = (route: string, slug: string, ids: Ids) =>
  route
    .split("/")
    .map((part) => (part === "[org]" ? slug : (ids[part] ?? part)))
    .join("/");

const cookieOf = async (page: Page) =>
  (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");

/** Without the ids that were asked with: a number only where it stands in an address. */
const withoutIds = (text: string, ids: Ids) =>
  Object.entries(ids).reduce(
    (told, [segment, id]) =>
      segment === "[event]" ? told.replaceAll(`/events/${id}`, "/events/…") : told.replaceAll(id, "…"),
    text,
  );

/** What an address answers, but for the ids in it and what is new each time; `whole` has the data of its scripts, too. */
async function answered(url: string, cookie: string, ids: Ids) {
  const answer = await fetch(url, { headers: { cookie }, redirect: "manual" });
  const whole = await answer.text();
  const seen = whole.replace(/<(script|template|style)\b.*?<\/\1>/gs, " ").replace(/<[^>]*>/g, " ");
  // Parts of a page come as they are ready, in whatever order.
  const words = withoutIds(seen, ids).split(/\s+/).sort().join(" ");
  const to = withoutIds(answer.headers.get("location") ?? "", ids);
  return { whole, told: { status: answer.status, to, words } };
}

/** Several at once, as many as the machine has hands for. */
async function each<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
    }),
  );
}

test("with another business's ids every page and file answers as with ids that never were", async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page, "owner@hillside.example");
  const ids = await idsOfHillside(page);
  const never = Object.fromEntries(
    Object.entries(ids).map(([segment, id]) => [segment, /^\d+$/.test(id) ? NEVER.number : NEVER.uuid]),
  );
  const routes = ROUTES.filter((route) => route.startsWith(`${ORG}/`) && segmentsOf(route).length > 0);
  const unknown = routes.flatMap(segmentsOf).filter((segment) => !(segment in ids));
  expect(unknown, "a segment of an address without its case").toEqual([]);
  const { slug, email, password } = await freshBusiness("Somebody Else");
  const stranger = await browser.newPage();
  await stranger.goto("/sign-in");
  await fillSignIn(stranger, email, password);
  await expect(stranger).not.toHaveURL(/sign-in/);
  const [owner, other] = [await cookieOf(page), await cookieOf(stranger)];
  let found = 0;
  await each(routes, async (route) => {
    const [theirs, nobodys] = await Promise.all(
      [ids, never].map((some) => answered(`${baseURL}${filled(route, slug, some)}`, other, some)),
    );
    expect.soft(theirs?.told, route).toEqual(nobodys?.told);
    for (const secret of SECRETS)
      expect.soft(theirs?.whole.includes(secret), `${route} ${secret}`).toBe(false);
    // The business itself isn't there for a stranger, whatever is asked of it.
    const [inside, nowhere] = await Promise.all(
      ["hillside", "no-such-business"].map((org) =>
        answered(`${baseURL}${filled(route, org, ids)}`, other, { ...ids, org }),
      ),
    );
    expect.soft(inside?.told, route).toEqual(nowhere?.told);
    const own = await answered(`${baseURL}${filled(route, "hillside", ids)}`, owner, ids);
    if (own.told.status === 200 && own.told.words !== theirs?.told.words) found += 1;
  });
  // Those ids do open something to whom they belong.
  expect(found).toBeGreaterThan(routes.length * 0.8);
});

test("nobody is shown a page of a business, and no role finds one broken", async ({
  page,
  baseURL,
  browser,
}) => {
  const inside = PAGES.filter((route) => route.startsWith(ORG) && segmentsOf(route).length === 0);
  expect(inside.length).toBeGreaterThan(50);
  await each(inside, async (route) => {
    const { whole, told } = await answered(`${baseURL}${filled(route, "hillside", {})}`, "", {});
    const { status, to } = told;
    expect.soft(whole.includes("Hillside Supply"), route).toBe(false);
    expect.soft([route, status, /^(http:\/\/[^/]+)?\/sign-in\?to=/.test(to)]).toEqual([route, 307, true]);
  });
  for (const role of ["books", "clerk", "viewer"]) {
    const person = role === "books" ? page : await browser.newPage();
    await person.goto("/sign-in");
    await fillSignIn(person, `${role}@hillside.example`, PASSWORD);
    await expect(person).not.toHaveURL(/sign-in/);
    const cookie = await cookieOf(person);
    await each(inside, async (route) => {
      const { told } = await answered(`${baseURL}${filled(route, "hillside", {})}`, cookie, {});
      // 404 where something has to be named that isn't.
      expect.soft(told.status, `${role} ${route}`).toBeLessThan(405);
      expect.soft(told.words, `${role} ${route}`).not.toMatch(/Something went wrong/);
    });
  }
});

test("a statement's link opens nothing of another customer, or of another business", async ({
  page,
  baseURL,
}) => {
  await signIn(page, "owner@hillside.example");
  const of = async (search: string) =>
    (await ask<Rows<{ customerId: string }>>(page, "hillside", "customers.list", { search })).rows[0]
      ?.customerId;
  const [customer, other] = [await of("C-0042"), await of("C-0015")];
  const first = async (path: string) =>
    (await ask<Rows<Ids>>(page, "hillside", path, { customerId: other })).rows[0];
  const issued = { customer, currency: "USD", asOf: demoDay() };
  const { statementId } = await tell<{ statementId: string }>(page, "hillside", "statements.issue", issued);
  const { url } = await tell<{ url: string }>(page, "hillside", "statements.share", { statementId });
  const link = new URL(url).pathname;
  const ids: Ids = {
    "[invoice]": (await first("invoices.list"))?.["invoiceId"] ?? "",
    "[payment]": (await first("payments.list"))?.["paymentId"] ?? "",
    "[answer]": NEVER.uuid,
  };
  const routes = ROUTES.filter((route) => /^\/s\/\[token\]\/.*\[/.test(route));
  const unknown = routes.flatMap(segmentsOf).filter((part) => part !== "[token]" && !ids[part]);
  expect(unknown).toEqual([]);
  const never = { ...ids, "[invoice]": NEVER.uuid, "[payment]": NEVER.uuid };
  for (const route of routes) {
    const [theirs, nobodys] = await Promise.all(
      [ids, never].map((some) =>
        answered(`${baseURL}${filled(route, "", some).replace("/s/[token]", link)}`, "", some),
      ),
    );
    expect.soft(theirs?.told, route).toEqual(nobodys?.told);
  }
});
