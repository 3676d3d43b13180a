// On a phone whatever can be pressed is 44 px wide and tall, on every page there is: for somebody in a truck, with
// gloves on. Links within a sentence are as tall as their line allows, as everywhere (WCAG 2.5.8).
import { expect, test, type Page } from "@playwright/test";
import { expectNoSideways } from "./axe.ts";
import { demoDay, signIn } from "./demo.ts";
import { applyFor, ask, sendImport, tell } from "./doors.ts";
import { PAGES } from "./routes.ts";
import { expectTouchable } from "./touch.ts";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
test.describe.configure({ timeout: 300_000 });

type Rows<Row> = { rows: Row[] };
type Addresses = Record<string, readonly string[]>;

const IN_FRONT: Addresses = {
  "/sign-in": [""],
  "/sign-in/link": [""],
  "/sign-in/second": [""],
  "/sign-in/business": ["", "?failed=refused"],
  "/sign-in/new-password": [""],
  "/sign-in/new-password/link": [""],
  "/sign-up": [""],
  "/sign-up/link": [""],
  "/invitation": [""],
  "/check-your-mail": ["?for=sign-up", ""],
  "/verify": [""],
  "/api/docs": ["", "?search=refund", "?search=zzzz"],
};
const SIGNED_IN: Addresses = {
  "/": [""],
  "/new-business": [""],
  "/account": [""],
  "/account/password": [""],
  "/account/second-factor": [""],
  "/account/passkeys": [""],
  "/account/email": [""],
  "/account/email/link": ["?token=x"],
  "/account/businesses": [""],
  "/account/businesses/delete": ["?business=hillside"],
};

/** Of customers, the account with something of everything. */
const OF_A_CUSTOMER: Addresses = {
  "": [
    "?why=balance",
    "?why=charge&type=payments&search=a",
    "?why=limit&bucket=d31_60",
    "?asOf=2026-01-31&knownAt=2026-02-02T17:00",
  ],
  "/adjust": [""],
  "/apply": [""],
  "/credit": [""],
  "/charging": [""],
  "/statement": [""],
  "/attachments": [""],
  "/changes": [""],
  "/info": [""],
  "/invoices": [""],
  "/jobs": [""],
  "/merge": ["", "?search=alder"],
  "/payments": [""],
  "/receipts": [""],
  "/statements": [""],
};
const OF_THE_BUSINESS: Addresses = {
  "/credit-memos": ["", "?search=zzzz"],
  "/customers": ["", "?show=overdue&search=a", "?search=zzzz"],
  "/customers/credit": ["", "?show=review"],
  "/customers/credit/applications": ["", "?show=declined"],
  "/customers/credit/change": [""],
  "/customers/credit/requests": [""],
  "/customers/overrides": [""],
  "/customers/said": ["", "?show=all&kind=question"],
  "/customers/new": [""],
  "/deposits": ["", "?search=zzzz"],
  "/deposits/new": [""],
  "/find": ["?search=1"],
  "/import": ["", "?kind=products"],
  "/invoices": ["", "?state=open&search=INV"],
  "/invoices/recurring": [""],
  "/invoices/retained/new": ["", "?customer=C-0042"],
  "/invoices/retained/conditions": ["?customer=C-0042"],
  "/jobs": ["", "?show=all&search=zzzz"],
  "/jobs/new": [""],
  "/invoices/new": ["", "?customer=C-0042"],
  "/payments": ["", "?search=zzzz"],
  "/payments/new": ["", "?customer=C-0015"],
  "/payments/online": ["", "?state=paid"],
  "/payments/autopay": [""],
  "/products": [""],
  "/products/new": [""],
  "/receipts": [""],
  "/receipts/new": ["", "?customer=C-0042"],
  "/reports/aging": ["", "?asOf=2026-01-31", "?bucket=d1_30"],
  "/reports/retainage": [""],
  "/reports/trial-balance": ["", "?asOf=2026-01-31"],
  "/reports/journal": ["", "?account=1200"],
  "/reports/tax": ["", "?basis=paid"],
  "/reports/audit": ["", "?kind=people&search=zzzz"],
  "/settings": [""],
  "/settings/accounts": [""],
  "/settings/api-keys": [""],
  "/settings/branding": [""],
  "/settings/mail": [""],
  "/settings/mail-texts": ["", "?paper=invoice&language=de"],
  "/settings/online-payments": [""],
  "/settings/security": [""],
  "/settings/tax": [""],
  "/settings/discounts": [""],
  "/settings/labels": [""],
  "/settings/terms": [""],
  "/settings/webhooks": [""],
  "/settings/credit": [""],
  "/settings/numbers": [""],
  "/settings/periods": [""],
  "/settings/opening": ["", "?search=zzzz"],
  "/settings/people": [""],
  "/settings/proof": [""],
  "/statements": [""],
  "/statements/bounced": ["", "?search=zzzz"],
  "/statements/runs": [""],
  "/statements/runs/new": [""],
};

/** Asked about, mapped, with an error. */
const OPEN_ITEMS =
  "Customer;Number;Date;Amount;Colour\nAlder Homes;9001;01/02/2026;1.190;red\nAlder Homes;9002;40/02/2026;5;blue\n";

const ORG = "/[org]";
const CUSTOMER = `${ORG}/customers/[customer]`;
const routesOf = (start: string, addresses: Addresses) =>
  Object.entries(addresses).map(([rest, queries]) => [`${start}${rest}`, queries] as const);

/** One paper of each kind, as a look through the lists finds it. */
async function papersOf(page: Page) {
  const list = async <Row>(path: string, input: object = {}) =>
    (await ask<Rows<Row>>(page, "hillside", path, input)).rows;
  const customers = await list<{ customerId: string; number: string }>("customers.list", {
    search: "C-0042",
  });
  const customer = customers[0]?.customerId ?? "";
  const invoices = await list<{ invoiceId: string; eventId: number }>("invoices.list", {
    search: "INV-02011",
  });
  const payments = await list<{ paymentId: string; eventId: number }>("payments.list", {
    customerId: customer,
  });
  const { depositId } = await tell<{ depositId: string }>(page, "hillside", "deposits.make", {
    paymentIds: payments.slice(0, 1).map((payment) => payment.paymentId),
    depositedOn: demoDay(),
  });
  const receipts = await list<{ receiptId: string }>("receipts.list");
  const products = await list<{ productId: string }>("products.list");
  const job = { customerId: customer, name: "Oak Street" };
  const { jobId } = await tell<{ jobId: string }>(page, "hillside", "jobs.create", job);
  const issued = { customer, currency: "USD", asOf: demoDay() };
  const { statementId } = await tell<{ statementId: string }>(page, "hillside", "statements.issue", issued);
  const hook = { url: `http://127.0.0.1:9/${"a-long-way-in/".repeat(6)}hook`, kinds: [] };
  const { endpointId } = await tell<{ endpointId: string }>(page, "hillside", "webhooks.make", hook);
  const run = { kind: "open-item", asOf: demoDay(), deliver: "none", selection: {} };
  const { runId } = await tell<{ runId: string }>(page, "hillside", "statementRuns.start", run);
  const { draftId } = await tell<{ draftId: string }>(page, "hillside", "invoiceDrafts.duplicate", {
    invoiceId: invoices[0]?.invoiceId ?? "",
  });
  const { url } = await tell<{ url: string }>(page, "hillside", "statements.share", { statementId });
  const apply = await applyFor(page, "hillside");
  const applied = await list<{ applicationId: string }>("applications.list", {});
  const open = await list<{ invoiceId: string; receipt: object | null }>("invoices.list", { state: "open" });
  const byHand = open.find(({ receipt }) => receipt === null)?.invoiceId ?? "";
  const { creditMemoId } = await tell<{ creditMemoId: string }>(
    page,
    "hillside",
    "creditMemos.creditInvoice",
    {
      invoiceId: byHand,
      issuedOn: demoDay(),
      choice: { by: "lines", lines: [{ line: 1, amountCents: 1_00 }] },
      seenTotalCents: 1_00,
    },
  );
  const bounced = await list<{ paymentId: string; eventId: number }>("payments.list", { search: "1203" });
  const entries = await list<{ entryId: string }>("audit.list", {});
  const openItems = await sendImport(page, "hillside", "open.csv", OPEN_ITEMS);
  await page.goto(openItems);
  await expect(page.getByRole("heading", { name: "Columns" })).toBeVisible({ timeout: 20_000 });
  return {
    customer,
    link: new URL(url).pathname,
    apply,
    of: {
      "/invoices/recurring/new": [`/invoices/recurring/new?draft=${draftId}`],
      "/customers/credit/applications/[application]": applied
        .slice(0, 1)
        .map(({ applicationId }) => `/customers/credit/applications/${applicationId}`),
      "/credit-memos/[memo]": [`/credit-memos/${creditMemoId}`],
      "/deposits/[deposit]": [`/deposits/${depositId}`],
      "/events/[event]": [...payments, ...bounced, ...invoices].map(({ eventId }) => `/events/${eventId}`),
      "/import/[fileId]": [openItems.replace("/hillside", "")],
      "/invoices/drafts/[draft]": [`/invoices/drafts/${draftId}`],
      "/invoices/[invoice]": invoices.map(({ invoiceId }) => `/invoices/${invoiceId}`),
      "/invoices/[invoice]/credit": [`/invoices/${byHand}/credit`],
      "/jobs/[job]": [`/jobs/${jobId}`],
      "/payments/[payment]": [...payments, ...bounced].map(({ paymentId }) => `/payments/${paymentId}`),
      "/products/[product]": products.slice(0, 1).map(({ productId }) => `/products/${productId}`),
      "/reports/audit/[entry]": entries.slice(0, 2).map(({ entryId }) => `/reports/audit/${entryId}`),
      "/receipts/[receipt]": receipts.slice(0, 3).map(({ receiptId }) => `/receipts/${receiptId}`),
      "/receipts/[receipt]/return": receipts
        .slice(0, 1)
        .map(({ receiptId }) => `/receipts/${receiptId}/return`),
      "/settings/webhooks/[endpoint]": [`/settings/webhooks/${endpointId}`],
      "/statements/[statement]": [`/statements/${statementId}`],
      "/statements/runs/[run]": [`/statements/runs/${runId}`],
    },
  };
}

async function expectFits(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expectTouchable(page);
  await expectNoSideways(page);
}

test("every page fits a finger", async ({ page }) => {
  const walked = new Set<string>();
  const walk = async (route: string, addresses: readonly string[]) => {
    expect.soft(addresses, route).not.toEqual([]);
    walked.add(route);
    for (const address of addresses) await expectFits(page, address);
  };
  for (const [route, queries] of routesOf("", IN_FRONT))
    await walk(
      route,
      queries.map((query) => route + query),
    );
  await signIn(page, "owner@hillside.example");
  const { customer, link, apply, of } = await papersOf(page);
  for (const [route, queries] of routesOf("", SIGNED_IN))
    await walk(
      route,
      queries.map((query) => route + query),
    );
  for (const [route, queries] of routesOf(ORG, OF_THE_BUSINESS))
    await walk(
      route,
      queries.map((query) => route.replace("[org]", "hillside") + query),
    );
  for (const [route, queries] of routesOf(CUSTOMER, OF_A_CUSTOMER))
    await walk(
      route,
      queries.map((query) => route.replace("[org]", "hillside").replace("[customer]", customer) + query),
    );
  for (const [route, addresses] of Object.entries(of))
    await walk(
      ORG + route,
      addresses.map((address) => `/hillside${address}`),
    );
  await walk("/apply/[business]/[code]", [
    apply.form,
    `${apply.form}?fault=form-incomplete`,
    `${apply.form}x`,
  ]);
  await walk("/apply/[business]/sent/[token]", [apply.sent, `${apply.sent}x`]);
  await walk("/api/docs/[noun]", ["/api/docs/payments"]);
  await walk("/s/[token]", [link]);
  await walk("/s/override/[token]", ["/s/override/none"]);
  await walk("/s/sign/[token]", ["/s/sign/none"]);
  await walk("/s/stop/[key]", [`/s/stop/${"a".repeat(64)}`]);
  await walk("/s/[token]/account", [`${link}/account`]);
  await walk("/s/[token]/payments/[payment]", [`${link}/payments/none`]);
  await walk("/s/[token]/reconcile", [`${link}/reconcile`]);
  await walk(
    "/s/[token]/invoices/[invoice]",
    (of["/invoices/[invoice]"] ?? []).map((address) => link + address),
  );
  expect([...walked].sort()).toEqual([...PAGES].sort());
});
