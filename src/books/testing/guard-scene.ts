// A small business with a row in every table of the books: the scene in which each guard is put to the trial.
import { sql } from "drizzle-orm";
import { inputOf } from "@/domain/input-of.ts";
import { NewDeposit } from "@/domain/payments/deposit-input.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { present } from "@/domain/assert.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { makeDeposit } from "../payments/deposits.ts";
import { issueStatement } from "../statements/statements.ts";
import { desk } from "./desk.ts";
import { familyScene } from "./guard-families.ts";
import { chargingScene } from "./guard-charging.ts";
import { tillScene } from "./guard-reservations.ts";
import { jobScene } from "./guard-jobs.ts";
import { invoiceScene } from "./guard-invoices.ts";
import { receiptScene } from "./guard-receipts.ts";
import { sealFirst } from "./sealed.ts";

export async function guardScene() {
  const business = await freshBusiness({ startOn: "2026-01-01" });
  const a = await business
    .customer("Greenleaf", { limitCents: cents(50_000), addressLines: ["1 Elm St"] })
    .write();
  const b = await business.customer("Neighbour").write();
  const fresh = await business.customer("Newcomer").write();
  const homeless = await business.customer("Nowhere", { limitCents: cents(50_000) }).write();
  const lonely = await business.customer("Lonely").write();
  // Its last event moves nothing, so that the one before has the same balance.
  const theirs = desk(business, b);
  const [debt, money] = [await theirs.invoice(9_00, "2026-01-10"), await theirs.pay(9_00, "2026-01-11")];
  await theirs.apply(money.eventId, debt.eventId, { amount: 9_00, on: "2026-01-12" });
  const shopper = await business
    .customer("Shopper", { limitCents: cents(50_000), addressLines: ["2 Elm St"] })
    .write();
  const receipts = await receiptScene(business, shopper);
  const billed = await business.customer("Billed", { addressLines: ["3 Elm St"] }).write();
  const invoices = await invoiceScene(business, billed);
  const at = desk(business, a);
  const item = await at.invoice(100_00, "2026-01-10");
  const held = await at.invoice(50_00, "2026-01-20", { retainage: 10_00 });
  const paid = await at.pay(60_00, "2026-02-01", [[item.eventId, 20_00]]);
  await business.change((books) =>
    makeDeposit(books, inputOf(NewDeposit, { paymentIds: [paid.paymentId], depositedOn: day("2026-02-02") })),
  );
  await at.earmark(40_00, "patio");
  const reversedDown = await at.down(9_00, "2026-05-01");
  await at.reverse(reversedDown.eventId, "2026-05-02");
  const up = await at.up(3_00, "2026-05-01");
  await at.reverse(up.eventId, "2026-05-02");
  const reversible = await at.up(4_00, "2026-05-01");
  const big = await at.memo(500_00, "2026-05-03");
  await at.earmark(500_00, "everything");
  await at.refund(1_00, "2026-05-04", big.eventId);
  await at.release(held.invoiceId, 1_00, "2026-05-05");
  const jobs = await jobScene(business, a, b);
  await at.invoice(7_00, "2026-05-05", { jobId: jobs.job });
  const family = await familyScene(business);
  const till = await tillScene(business);
  await chargingScene(business);
  const lone = await desk(business, lonely).up(5_00, "2026-05-01");
  await at.down(1_00, "2026-05-06");
  const letterhead = { name: "Test Supply", slug: "test", locale: "en-US", country: "US" };
  const asked = { fromOn: day("2026-01-01"), asOf: day("2026-05-31") };
  const { statementId } = await business.change((books) =>
    issueStatement(books, letterhead, { ...asked, customer: a.customerId }),
  );
  // One of several accounts.
  await business.change((books) =>
    issueStatement(books, letterhead, { ...asked, customer: family.headCustomer, family: true }),
  );
  await business.change(sealFirst);
  const ids = await business.change(async ({ tx }) => {
    const [row] = await tx.execute<{ override: string; spent: string; command: string; org: string }>(sql`
      with few as (
        insert into books.overrides (account_id, amount, reason, requested_by, approved_by, expires_at)
        values (${a.accountId}::uuid, 50, 'known', 'x', 'y', now() + interval '1 day') returning id),
      spent as (
        insert into books.overrides (account_id, amount, reason, requested_by, approved_by, expires_at)
        values (${a.accountId}::uuid, 100000, 'known', 'x', 'y', now() + interval '1 day') returning id),
      wanted as (
        insert into books.override_requests (account_id, amount, cause, reason, asked_by, asked_by_name, answer_by)
        values (${a.accountId}::uuid, 70, 'over-limit', 'known', 'x', 'X', now() + interval '1 day') returning id),
      allowed as (
        insert into books.overrides (request_id, account_id, amount, reason, requested_by, approved_by, expires_at)
        select id, ${a.accountId}::uuid, 70, 'known', 'x', 'user:y', now() + interval '1 hour' from wanted),
      wanted_on_job as (
        insert into books.override_requests (account_id, job_id, amount, cause, reason, asked_by, asked_by_name, answer_by)
        values (${a.accountId}::uuid, ${jobs.job}::uuid, 80, 'over-job-limit', 'known', 'x', 'X', now())),
      changed as (
        insert into books.limit_changes (account_id, before, after, reason, requested_by)
        values (${a.accountId}::uuid, '1', '{"limit":{"kind":"limit","limitCents":1}}', 'known', 'x') returning id),
      asked as (
        insert into books.limit_requests (account_id, before, after, reason, requested_by, requested_by_name, state, decided_by,
          decided_by_name, decided_at)
        values (${a.accountId}::uuid, '{}', '{}', 'known', 'user:x', 'x', 'withdrawn', 'user:y', 'y', now()) returning id),
      awaited as (
        insert into books.credit_applications (business, contact, email, phone, address, tax_number, years, monthly, wanted, named,
          consent, customer_id, request_id, given)
        select 'x', 'x', 'x', 'x', 'x', '', 1, 1, 1, '[]', 'x', ${a.customerId}::uuid, id, 1 from asked),
      applied as (
        insert into books.credit_applications (business, contact, email, phone, address, tax_number, years, monthly, wanted, named,
          consent, state, customer_id, given, change_id, decided_by, decided_at)
        select 'x', 'x', 'x', 'x', 'x', '', 1, 1, 1, '[]', 'x', 'approved', ${a.customerId}::uuid, 1, id, 'x', now() from changed
        returning id),
      refused as (
        insert into books.credit_applications (business, contact, email, phone, address, tax_number, years, monthly, wanted, named,
          consent, state, decided_by, decided_at)
        values ('x', 'x', 'x', 'x', 'x', '', 1, 1, 1, '[]', 'x', 'declined', 'x', now())),
      inked as (insert into books.attachment_files (hash, content, size) values (sha256('paper'), 'paper', 5) returning hash),
      papered as (insert into books.attachments (application_id, name, media_type, hash, attached_by)
        select applied.id, 'x', 'application/pdf', inked.hash, 'x' from applied, inked),
      told as (insert into books.event_notes (event_number, note) select min(number), 'x' from books.events),
      proven as (insert into books.proofs (events, broken, took_ms) values (1, 0, 1)),
      brought as (insert into books.imports (kind, file_name, file_hash, row_count, imported_by) values ('receivables', 'x', 'x', 1, 'x')),
      sent as (insert into books.import_files (kind, name, size, hash, uploaded_by, asked_by, asked_subject)
        values ('receivables', 'x', 1, 'x', 'x', 'x', 'x') returning id),
      parted as (insert into books.import_parts (file_id, part, content) select id, 0, 'x' from sent),
      planned as (insert into books.import_plans (kind, headings, plan) values ('receivables', 'x', '{}')),
      people as (insert into books.contacts (customer_id, name) values (${a.customerId}::uuid, 'Ann Lee')),
      places as (insert into books.locations (customer_id, name, address_lines) values (${a.customerId}::uuid, 'Yard', '{"2 Elm St"}')),
      merged as (insert into books.merges (from_customer_id, into_customer_id, merged_on, merged_by) values (${fresh.customerId}::uuid, ${a.customerId}::uuid, '2026-05-01', 'x')),
      sold as (insert into books.products (name, sku, barcode, price, chart_code) values ('Topsoil', 'S-1', '0001', 42, '4000')),
      disputed as (insert into books.disputes (invoice_id, reason, raised_by) values (${held.invoiceId}::uuid, 'damaged', 'x')),
      promised as (insert into books.promises (account_id, currency, promised_on, amount, owed, made_on, made_by)
        values (${a.accountId}::uuid, 'USD', '2026-06-10', 5, 9, '2026-06-01', 'x')),
      wondered as (insert into books.questions (account_id, currency, note, asked_by) values (${a.accountId}::uuid, 'USD', 'x', 'x')),
      hinted as (insert into books.tellings (kind, said_id, user_id) values ('question', ${statementId}::uuid, ${statementId}::uuid)),
      drawn as (insert into books.logos (hash, content, width, height, added_by) values (sha256('x'), 'x', 10, 10, 'x') returning hash),
      looks as (insert into books.branding (logo_hash, changed_by) select hash, 'x' from drawn),
      sends as (insert into books.mail_servers (host, port, security, from_address, changed_by) values ('x.example', 587, 'tls', 'x@x.example', 'x')),
      takes as (insert into books.online_settings (changed_by) values ('x')),
      begun as (
        insert into books.online_payments (account_id, currency, amount, surcharge, planned)
        values (${a.accountId}::uuid, 'USD', 100, 0, '[]') returning id),
      went as (
        insert into books.online_payments (account_id, currency, amount, surcharge, planned, state, session_id, intent_id, payment_id, ended_at)
        values (${a.accountId}::uuid, 'USD', 6000, 0, '[]', 'paid', 'cs_1', 'pi_1', ${paid.paymentId}::uuid, now()) returning id),
      cameback as (
        insert into books.online_returns (online_payment_id, kind, stripe_id, amount, fault)
        select id, 'refund', 're_1', 1, 'x' from went),
      cameto as (
        insert into books.online_returns (online_payment_id, kind, stripe_id, amount, event_number)
        select id, 'refund', 're_2', 1, ${paid.eventId} from went),
      agreed as (
        insert into books.autopays (account_id, currency, state, on_day, consent, agreed_by, session_id, stripe_customer, stripe_method, next_on)
        values (${a.accountId}::uuid, 'USD', 'active', 1, 'x', 'x', 'cs_9', 'cus_1', 'pm_1', '2026-07-01') returning id),
      took as (
        insert into books.autopay_charges (autopay_id, charge_on, amount, try_on, told_at, online_payment_id)
        select agreed.id, '2026-06-01', 5, '2026-06-01', now(), begun.id from agreed, begun returning id),
      spoke as (
        insert into books.outbox (kind, dedupe_key, statement_id, charge_id, tells, recipient, queued_by)
        select 'statement-mail', 't', ${statementId}::uuid, id, 'again', 'x@y.example', 'x' from took),
      said as (insert into books.stripe_events (id, type) values ('evt_1', 'x')),
      stood as (insert into books.standing_links (link_id, account_id, currency, for_whom, made_by) values (${statementId}::uuid, ${a.accountId}::uuid, 'USD', 'x', 'x')),
      opened as (insert into books.openings (link_id) values (${statementId}::uuid)),
      filed as (insert into books.statement_files (statement_id, pdf, hash) values (${statementId}::uuid, 'x', 'x')),
      ran as (
        insert into books.statement_runs (kind, as_of, from_on, deliver, selection, asked_for, asked_by, asked_subject)
        values ('activity', '2026-05-31', '2026-05-01', 'none', '{}', 'x', 'x', 'x') returning id),
      entered as (
        insert into books.statement_run_entries (run_id, account_id, currency, state, exceptions, closing, statement_id)
        select ran.id, c.id, c.currency, 'made', '{}', 1, ${statementId}::uuid from ran, books.accounts c where c.id = ${a.accountId}::uuid),
      comes as (
        insert into books.statement_schedules (kind, deliver, selection, on_day, goes, next_on, last_run_id, made_by, made_subject)
        select 'activity', 'none', '{}', 'first', 'through', '2026-06-01', id, 'x', 'x' from ran),
      mailed as (insert into books.outbox (kind, dedupe_key, statement_id, recipient, queued_by) values ('statement-mail', 'x', ${statementId}::uuid, 'x@y.example', 'x') returning id),
      worded as (insert into books.mail_texts (paper, language, subject, body, changed_by) values ('statement', 'en', 'x', 'x', 'x')),
      stopped as (insert into books.mail_stops (address, outbox_id) select 'x@y.example', id from mailed),
      came_back as (
        insert into books.bounces (outbox_id, customer_id, address, kind, code, reason)
        select mailed.id, a.customer_id, 'x@y.example', 'hard', '5.1.1', 'x' from mailed, books.accounts a where a.id = ${a.accountId}::uuid),
      billed as (insert into books.outbox (kind, dedupe_key, invoice_id, recipient, queued_by) values ('invoice-mail', 'i', ${held.invoiceId}::uuid, 'x@y.example', 'x')),
      credited as (
        insert into books.outbox (kind, dedupe_key, credit_memo_id, recipient, queued_by) values ('credit-memo-mail', 'c', ${big.creditMemoId}::uuid, 'x@y.example', 'x'))
      select few.id as override, spent.id as spent, books.current_org_id() as org,
        (select id from books.commands limit 1) as command from few, spent`);
    return present(row, "the rows are there");
  });
  await at.charge(1_00, "2026-05-06", ids.spent);
  await business.change(({ tx }) =>
    tx.execute(sql`update books.periods set status = 'closed' where month = '2026-02-01'`),
  );
  const [free] = await business.read(({ tx }) =>
    tx.execute<{ n: number }>(sql`select max(number) as n from books.events where kind = 'refund'`),
  );
  const names = {
    a: a.accountId,
    b: b.accountId,
    fresh: fresh.accountId,
    homeless: homeless.accountId,
    item: item.eventId,
    credit: paid.eventId,
    reversedDown: reversedDown.eventId,
    reversed: up.eventId,
    reversible: reversible.eventId,
    big: big.eventId,
    lone: lone.eventId,
    debt: debt.eventId,
    money: money.eventId,
    invoice: held.invoiceId,
    override: ids.override,
    spent: ids.spent,
    command: ids.command,
    eventless: free?.n ?? 0,
    ...receipts,
    ...family,
    ...till,
    ...jobs,
    ...invoices,
  };
  return {
    org: ids.org,
    names: Object.fromEntries(Object.entries(names).map(([name, value]) => [name, String(value)])),
  };
}
