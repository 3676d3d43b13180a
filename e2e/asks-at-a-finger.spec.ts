// On a phone whatever is asked in a dialog is answered by a finger, too: each dialog there is, opened, has nothing to press
// that is smaller than 44 px, and fits the screen. A new one needs its way here.
import fs from "node:fs";
import path from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { expectNoSideways } from "./axe.ts";
import { books, freshBusiness } from "./books.ts";
import { fillSignIn } from "./demo.ts";
import { applyFor, ask, sendImport, tell } from "./doors.ts";
import { expectDialogTouchable } from "./touch.ts";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
test.describe.configure({ timeout: 300_000 });

const HISTORY =
  "customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,SettledDate\n" +
  "Greenleaf,A-1,2026-01-05,2026-02-04,500.00,\nGreenleaf,A-2,2026-02-05,2026-03-07,730.50,\n";

/** One dot. */
const PNG =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

type Account = { accountId: string; debts: { itemId: number }[] };
type Shop = Record<
  | "slug"
  | "customer"
  | "nobody"
  | "till"
  | "payment"
  | "webhook"
  | "deposit"
  | "job"
  | "product"
  | "statement"
  | "run"
  | "file"
  | "draft"
  | "invoice"
  | "held",
  string
>;

/** A business with something of everything that a dialog is about, and its owner signed in. */
async function open(page: Page): Promise<Shop> {
  const { slug, email, password } = await freshBusiness("Finger & Co");
  const anne = ["--email", `anne@${slug}.example`, "--name", "Anne Viewer"];
  await books("people", "add", "--org", slug, ...anne, "--role", "viewer");
  await page.goto("/sign-in");
  await fillSignIn(page, email, password);
  await expect(page).toHaveURL(new RegExp(`/${slug}`));
  await page.goto(await sendImport(page, slug, "history.csv", HISTORY));
  await page.getByRole("radio", { name: /^History/ }).check();
  await page.locator("#way").getByRole("button", { name: "Use this answer" }).click();
  await page.getByRole("button", { name: /^Import 2 invoices/ }).click();
  await expect(page.getByText(/^Imported: 2 invoices/)).toBeVisible({ timeout: 30_000 });
  const say = <T>(path: string, input: object) => tell<T>(page, slug, path, input);
  const found = await ask<{ rows: { customerId: string }[] }>(page, slug, "customers.list", {});
  const customer = found.rows[0]?.customerId ?? "";
  const add = (name: string) => say<{ customerId: string }>("customers.create", { name });
  const twin = await add("Green Leaf");
  const nobody = (await add("Nobody Yet")).customerId;
  const mergedOn = new Date().toISOString().slice(0, 10);
  await say("merges.merge", { fromCustomerId: twin.customerId, intoCustomerId: customer, mergedOn });
  const { accountId, debts } = await ask<Account>(page, slug, "payments.account", { customerId: customer });
  const { paymentId } = await say<{ paymentId: string }>("payments.record", {
    accountId,
    amountCents: 800_00,
    method: "check",
    reference: "4711",
    receivedOn: "2026-03-05",
    applied: [{ itemId: debts[0]?.itemId, amountCents: 500_00 }],
  });
  const cash = { accountId, amountCents: 5_00, method: "cash", receivedOn: "2026-03-05", applied: [] };
  const small = await say<{ paymentId: string }>("payments.record", cash);
  const { depositId } = await say<{ depositId: string }>("deposits.make", {
    paymentIds: [small.paymentId],
    depositedOn: "2026-03-06",
  });
  const till = await forTheTill(page, slug);
  await say("earmarks.add", { accountId, amountCents: 100_00, note: "Spring order" });
  await say("contacts.add", { customerId: customer, name: "Ann Lee" });
  await say("locations.add", { customerId: customer, name: "Yard", addressLines: ["2 Elm St"] });
  await say("discounts.add", { kind: "class", name: "Trade" });
  const { productId } = await say<{ productId: string }>("products.create", {
    name: "Topsoil",
    sku: "TS-1",
    price: "42.00",
  });
  const { agencyId } = await say<{ agencyId: string }>("taxes.addAgency", { name: "Vermont" });
  for (const name of ["State tax", "City tax"]) await say("taxes.addRate", { name, agencyId, percent: "6" });
  await say("taxes.exempt", { customerId: customer, certificate: "EX-77" });
  await say("chart.create", { code: "4010", name: "Plants", kind: "revenue" });
  const { jobId } = await say<{ jobId: string }>("jobs.create", { customerId: customer, name: "Oak Street" });
  const issued = { customer, currency: "USD", asOf: "2026-03-31" };
  const { statementId } = await say<{ statementId: string }>("statements.issue", issued);
  await say("statements.share", { statementId });
  await say("apiKeys.make", { name: "Till", scopes: ["account:read"] });
  const { endpointId } = await say<{ endpointId: string }>("webhooks.make", {
    url: "http://127.0.0.1:9/hook",
    kinds: [],
  });
  await say("people.invite", { email: `bob@${slug}.example`, role: "clerk" });
  await say("standingLinks.make", { customer, currency: "USD", forWhom: "Ann Lee" });
  const all = { kind: "open-item", deliver: "none", selection: {} };
  const { runId } = await say<{ runId: string }>("statementRuns.start", { ...all, asOf: "2026-03-31" });
  await say("statementRuns.startSchedule", { ...all, on: "first", goes: "rehearsal" });
  await say("mailServer.change", {
    version: 0,
    host: "smtp.greenleaf.example",
    port: 587,
    security: "starttls",
    username: "",
    password: null,
    fromAddress: "books@greenleaf.example",
  });
  await say("onlineSettings.change", {
    version: 0,
    inUse: false,
    secretKey: "sk_test_4242",
    webhookSecret: null,
    toAccount: null,
    surchargePercent: "0",
    smallestCents: 100,
  });
  const file = await sendImport(page, slug, "again.csv", HISTORY.replaceAll("A-", "B-"));
  const invoices = await ask<{ rows: { invoiceId: string }[] }>(page, slug, "invoices.list", {});
  const { draftId } = await say<{ draftId: string }>("invoiceDrafts.duplicate", {
    invoiceId: invoices.rows[0]?.invoiceId ?? "",
  });
  const monthly = { every: "month", day: 31, startsOn: mergedOn, endsOn: null, count: null, as: "draft" };
  await say("recurring.start", { like: { kind: "draft", id: draftId }, ...monthly });
  const draft = `invoices/drafts/${draftId}`;
  const invoice = invoices.rows[0]?.invoiceId ?? "";
  await say("mails.send", { kind: "invoice", id: invoice, recipients: ["ap@greenleaf.example"] });
  const held = await holdBack(page, slug, invoices.rows[0]?.invoiceId ?? "");
  await askForMore(page, slug);
  await applyFor(page, slug);
  const made = {
    till,
    payment: paymentId,
    webhook: endpointId,
    deposit: depositId,
    job: jobId,
    product: productId,
    statement: statementId,
    run: runId,
  };
  return { slug, customer, nobody, draft, invoice, file, held, ...made };
}

/** A customer for whom a till has credit kept. */
async function forTheTill(page: Page, slug: string): Promise<string> {
  const { customerId } = await tell<{ customerId: string }>(page, slug, "customers.create", {
    name: "Buys at the till",
    addressLines: ["1 Elm St"],
    city: "Barre",
  });
  const { decided: seen, accountId } = await ask<{ decided: object; accountId: string }>(
    page,
    slug,
    "credit.account",
    { customerId },
  );
  const terms = { status: "good", chargingAllowed: true, limit: { kind: "unlimited" } };
  await tell(page, slug, "credit.change", { accountId, terms, seen, reason: "For the till" });
  await tell(page, slug, "decisions.decide", {
    customer: customerId,
    amountCents: 12_00,
    reference: "Web order 7",
  });
  return customerId;
}

/** A limit that takes a second person, for somebody who has none yet. */
async function askForMore(page: Page, slug: string): Promise<void> {
  const { customerId } = await tell<{ customerId: string }>(page, slug, "customers.create", {
    name: "Asks for more",
  });
  const { version } = await ask<{ version: number }>(page, slug, "settings.read", {});
  const policy = { holdAfterDays: null, holdOverCents: null, approveAboveCents: 100, invoicePolicy: "warn" };
  await tell(page, slug, "settings.changeHolds", { version, ...policy });
  const { decided, accountId } = await ask<{ decided: object; accountId: string }>(
    page,
    slug,
    "credit.account",
    {
      customerId,
    },
  );
  const terms = { ...decided, limit: { kind: "limit", limitCents: 9_000_000_00 } };
  await tell(page, slug, "credit.change", { accountId, terms, seen: decided, reason: "Spring order" });
}

/** A copy of an invoice, issued with retainage whose release waits for something. */
async function holdBack(page: Page, slug: string, copied: string): Promise<string> {
  type Kept = { version: number; draft: { taxes: object[] } };
  const { draftId } = await tell<{ draftId: string }>(page, slug, "invoiceDrafts.duplicate", {
    invoiceId: copied,
  });
  const { version, draft } = await ask<Kept>(page, slug, "invoiceDrafts.read", { draftId });
  const saved = { draftId, version, draft: { ...draft, retainage: "10%" } };
  const kept = await tell<{ version: number }>(page, slug, "invoiceDrafts.save", saved);
  const issue = { draftId, version: kept.version, seen: { taxes: draft.taxes } };
  const { invoiceId } = await tell<{ invoiceId: string }>(page, slug, "invoiceDrafts.issue", issue);
  const waits = { conditions: [{ kind: "waiver" }], expectedOn: null };
  await tell(page, slug, "retainage.setConditions", { lines: [{ invoiceId, invoiceLine: 1 }], ...waits });
  return invoiceId;
}

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).first().click();

type Way = { at: (shop: Shop) => string; open: (page: Page) => Promise<void> };
const button = (at: Way["at"], ...names: (string | RegExp)[]): Way[] =>
  names.map((name) => ({ at, open: (page) => press(page, name) }));
const info = ({ customer }: Shop) => `customers/${customer}/info`;
const account = ({ customer }: Shop) => `customers/${customer}`;
const payment = (shop: Shop) => `payments/${shop.payment}`;
const webhook = (shop: Shop) => `settings/webhooks/${shop.webhook}`;
const conditions = ({ customer }: Shop) => `invoices/retained/conditions?customer=${customer}`;
const statement = (shop: Shop) => `statements/${shop.statement}`;

/** By the file that has the dialog in it. */
const DIALOGS: Record<string, Way[]> = {
  "_shell/key-list.tsx": [{ at: () => "customers", open: (page) => page.keyboard.press("?") }],
  "_corrections/un-apply.tsx": button(payment, /^Un-apply from/),
  "_corrections/reverse-dialog.tsx": button(payment, /^Reverse$/),
  "_corrections/refund-credit.tsx": button(payment, /^Refund/),
  "deposits/[deposit]/reverse-deposit.tsx": button(({ deposit }) => `deposits/${deposit}`, "Reverse"),
  "payments/[payment]/return-payment.tsx": button(payment, "Returned by the bank"),
  "_attachments/remove-file.tsx": [
    {
      at: ({ customer }) => `customers/${customer}/attachments`,
      async open(page) {
        const file = { name: "order.png", mimeType: "image/png", buffer: Buffer.from(PNG, "base64") };
        await page.locator("input[type=file]").setInputFiles(file);
        await press(page, "Remove order.png");
      },
    },
  ],
  "_statement-mail/send-paper.tsx": button(({ invoice }) => `invoices/${invoice}`, "E-mail"),
  "_statement-mail/withdraw-paper-links.tsx": button(
    ({ invoice }) => `invoices/${invoice}`,
    "Withdraw 1 link",
  ),
  "_customer-finder/new-customer-dialog.tsx": [
    {
      at: () => "receipts/new",
      async open(page) {
        const box = page.getByRole("combobox", { name: "Customer" });
        await expect(box).toBeFocused();
        await box.fill("Newcomer");
        await page.getByRole("option", { name: /New customer “Newcomer”/ }).click();
      },
    },
  ],
  "customers/(list)/archive-chosen.tsx": [
    {
      at: () => "customers?show=empty",
      async open(page) {
        await page.getByRole("checkbox", { name: "Choose Nobody Yet" }).check();
        await press(page, "Archive 1 customer");
      },
    },
  ],
  "customers/[customer]/(profile)/info/archive.tsx": button(info, /^Archive/),
  "customers/[customer]/(profile)/info/contact-dialogs.tsx": button(info, "Add contact", "Edit Ann Lee"),
  "customers/[customer]/(profile)/info/forget.tsx": button(
    ({ nobody }) => `customers/${nobody}/info`,
    "Delete",
  ),
  "customers/[customer]/(profile)/info/location-tax.tsx": button(info, "Tax at Yard"),
  "customers/[customer]/(profile)/info/location-dialogs.tsx": button(info, "Add location"),
  "customers/[customer]/(profile)/info/exempt.tsx": button(info, "Enter certificate", "End exemption"),
  "customers/[customer]/(profile)/info/remove-part.tsx": button(info, "Remove Ann Lee"),
  "customers/[customer]/(profile)/info/reverse-merge.tsx": button(info, /^Reverse$/),
  "customers/[customer]/(profile)/statements/make-standing-link.tsx": button(
    ({ customer }) => `customers/${customer}/statements`,
    "Make a standing link",
  ),
  "customers/[customer]/(profile)/statements/withdraw-standing-link.tsx": button(
    ({ customer }) => `customers/${customer}/statements`,
    "Withdraw the link of Ann Lee",
  ),
  "settings/webhooks/make-endpoint.tsx": button(() => "settings/webhooks", "Add an endpoint"),
  "settings/webhooks/[endpoint]/endpoint-actions.tsx": button(webhook, "Change"),
  "settings/webhooks/[endpoint]/new-secret.tsx": button(webhook, "New secret"),
  "settings/webhooks/[endpoint]/remove-endpoint.tsx": button(webhook, "Remove"),
  "settings/webhooks/[endpoint]/send-from.tsx": button(webhook, "Send from…"),
  "customers/credit/applications/apply-link.tsx": button(
    () => "customers/credit/applications",
    "Make a new one",
    "Close it",
  ),
  "customers/credit/applications/[application]/decline-application.tsx": [
    {
      at: () => "customers/credit/applications",
      async open(page) {
        await page.getByRole("link", { name: "Cedar Works" }).click();
        await press(page, "Decline");
      },
    },
  ],
  "customers/credit/requests/answer-request.tsx": button(
    () => "customers/credit/requests",
    /^Withdraw the change for/,
  ),
  "settings/api-keys/make-key.tsx": button(() => "settings/api-keys", "Make a key"),
  "settings/api-keys/revoke-key.tsx": button(() => "settings/api-keys", "Revoke the key Till"),
  "customers/[customer]/(account)/credit/release-reserved.tsx": button(
    ({ till }) => `customers/${till}/credit`,
    "Release 12.00 for Web order 7",
  ),
  "customers/[customer]/(account)/earmark-dialog.tsx": button(account, "New earmark"),
  "customers/[customer]/(account)/release-dialog.tsx": button(account, /^Release 100/),
  "customers/[customer]/(account)/statement/issue-statement.tsx": button(
    ({ customer }) => `customers/${customer}/statement`,
    /^Issue/,
  ),
  "import/undo-import.tsx": button(() => "import", /^Undo the import of/),
  "import/[fileId]/discard-file.tsx": button(({ file }) => file, "Discard this file"),
  "jobs/[job]/archive-job.tsx": button(({ job }) => `jobs/${job}`, "Archive"),
  "invoices/[invoice]/dispute-invoice.tsx": [
    {
      at: ({ held }) => `invoices/${held}`,
      async open(page) {
        await page.getByRole("main").getByRole("button", { name: "More" }).click();
        await press(page, "Mark as disputed");
      },
    },
  ],
  "invoices/retained/conditions/set-dialog.tsx": button(conditions, "Set conditions"),
  "invoices/retained/conditions/meet-dialog.tsx": button(conditions, "Mark as met"),
  "invoices/recurring/(list)/change-recurring.tsx": button(() => "invoices/recurring", /^End /),
  "invoices/_editor/discard-draft.tsx": button(({ draft }) => draft, "Discard the draft"),
  "invoices/_editor/new-job-dialog.tsx": button(({ draft }) => draft, "New job"),
  "invoices/_editor/issue-dialog.tsx": button(({ draft }) => draft, "Issue…"),
  "products/[product]/archive-product.tsx": button(({ product }) => `products/${product}`, "Archive"),
  "receipts/new/start-over.tsx": [
    {
      at: () => "receipts/new",
      async open(page) {
        await expect(page.getByRole("combobox", { name: "Customer" })).toBeFocused();
        await page.getByLabel("Memo").fill("For the new roof");
        await press(page, "Start over");
      },
    },
  ],
  "settings/online-payments/check-keys.tsx": button(() => "settings/online-payments", "Delete the keys"),
  "settings/mail/try-mail.tsx": button(() => "settings/mail", "Use Onaccount’s own server"),
  "settings/people/remove-person.tsx": button(() => "settings/people", "Remove Anne Viewer"),
  "settings/people/hand-over.tsx": button(() => "settings/people", "Hand the business over to Anne Viewer"),
  "settings/people/waiting-changes.tsx": button(() => "settings/people", /^Withdraw the invitation of/),
  "settings/put-away.tsx": button(() => "settings/accounts", "Archive Plants"),
  "settings/rename.tsx": button(() => "settings/accounts", "Rename Bad debts"),
  "settings/dialog-form.tsx": [
    ...button(() => "settings/tax", "Add agency", "Add rate", "Add combined rate", /^Change rate of State/),
    ...button(() => "settings/accounts", "Add account"),
  ],
  "settings/periods/months.tsx": button(() => "settings/periods", /^Close /),
  "statements/runs/(list)/end-schedule.tsx": button(() => "statements/runs", "End"),
  "statements/runs/[run]/run-actions.tsx": button(
    ({ run }) => `statements/runs/${run}`,
    "Approve",
    "Cancel the run",
  ),
  "statements/[statement]/send-statement.tsx": button(statement, "E-mail"),
  "statements/[statement]/make-link.tsx": button(statement, "Make a link"),
  "statements/[statement]/withdraw-links.tsx": button(statement, /^Withdraw/),
};

const ORG = "src/app/[org]";
const WITH_DIALOG = fs
  .readdirSync(ORG, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".tsx"))
  .filter((file) => /<(?:Confirm)?Dialog\b/.test(fs.readFileSync(path.join(ORG, file), "utf8")));

test("every dialog there is has its way here", () => {
  expect(Object.keys(DIALOGS).sort()).toEqual(WITH_DIALOG.sort());
});

test("every dialog fits a finger", async ({ page }) => {
  const shop = await open(page);
  for (const [file, ways] of Object.entries(DIALOGS))
    for (const way of ways) {
      const at = way.at(shop);
      await test.step(file, async () => {
        await page.goto(at.startsWith("/") ? at : `/${shop.slug}/${at}`);
        await page.waitForLoadState("networkidle");
        await way.open(page);
        await expectDialogTouchable(page);
        await expectNoSideways(page);
      });
    }
});
