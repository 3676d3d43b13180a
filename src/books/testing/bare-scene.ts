// Rows of the tables that no verb fills yet, a job, what a till was promised, and what a customer said.
import { sql } from "drizzle-orm";
import { cents } from "@/domain/values/money.ts";
import { counter, line, paidBy } from "./counter.ts";
import { tillScene } from "./guard-reservations.ts";
import { sealFirst } from "./sealed.ts";
import type { Account, Ledger } from "../story/ledger-dsl.ts";

export async function bareScene(
  business: Ledger,
  { accountId: account, customerId }: Account,
): Promise<void> {
  await business.change(sealFirst);
  await tillScene(business);
  await signedCharge(business);
  await business.change(async ({ tx }) => {
    await tx.execute(
      sql`insert into books.jobs (customer_id, currency, number, name) values (${customerId}, 'USD', 'J-1', 'Roof')`,
    );
    await tx.execute(
      sql`insert into books.limit_changes (account_id, before, after, reason, requested_by) values (${account}, '0', '5', 'x', 'o')`,
    );
    await tx.execute(sql`
      insert into books.credit_applications (business, contact, email, phone, address, tax_number, years, monthly, wanted, named,
        consent)
      values ('x', 'x', 'x', 'x', 'x', '', 1, 1, 1, '[]', 'x')`);
    await tx.execute(sql`
      insert into books.limit_requests (account_id, before, after, reason, requested_by, requested_by_name)
      values (${account}, '{}', '{}', 'x', 'user:o', 'o')`);
    await tx.execute(
      sql`insert into books.event_notes (event_number, note) select min(number), 'x' from books.events`,
    );
    await tx.execute(sql`insert into books.proofs (events, broken, took_ms) values (1, 0, 5)`);
    await tx.execute(
      sql`insert into books.disputes (invoice_id, reason, raised_by) select id, 'damaged', 'x' from books.invoices limit 1`,
    );
    await tx.execute(sql`
      insert into books.promises (account_id, currency, promised_on, owed, made_on, made_by)
      values (${account}, 'USD', '2026-06-10', 9, '2026-06-01', 'x')`);
    await tx.execute(
      sql`insert into books.logos (hash, content, width, height, added_by) values (sha256('x'), 'x', 10, 10, 'x')`,
    );
    // Of a day before anything happened, when nobody owed anything.
    await tx.execute(sql`
      with several as (
        insert into books.statements (account_id, currency, number, from_on, as_of, known_at, head_seq, closing, family_closing,
          snapshot, snapshot_hash, issued_by)
        values (${account}, 'USD', 'F-1', '2001-01-01', '2001-01-01', now(), 1, 0, 0, 'x', sha256('x'), 'x') returning id)
      insert into books.statement_members (statement_id, account_id, currency, closing)
      select id, ${account}, 'USD', 0 from several`);
    await tx.execute(
      sql`insert into books.branding (logo_hash, changed_by) select hash, 'x' from books.logos limit 1`,
    );
    await tx.execute(sql`
      insert into books.questions (account_id, currency, note, asked_by) values (${account}, 'USD', 'x', 'x')`);
    await tx.execute(sql`
      insert into books.tellings (kind, said_id, user_id) values ('question', books.new_id(), books.new_id())`);
    await tx.execute(sql`
      insert into books.mail_servers (host, port, security, from_address, changed_by)
      values ('x.example', 587, 'tls', 'x@x.example', 'x')`);
    await tx.execute(sql`insert into books.online_settings (changed_by) values ('x')`);
    await tx.execute(sql`
      with agreed as (
        insert into books.autopays (account_id, currency, on_day, consent, agreed_by, next_on)
        values (${account}, 'USD', 1, 'x', 'x', '2026-07-01') returning id)
      insert into books.autopay_charges (autopay_id, charge_on, amount, try_on)
      select id, '2026-06-01', 5, '2026-06-01' from agreed`);
    await tx.execute(sql`insert into books.stripe_events (id, type) values ('evt_1', 'x')`);
    await tx.execute(sql`
      with begun as (
        insert into books.online_payments (account_id, currency, amount, surcharge, planned)
        values (${account}, 'USD', 100, 0, '[]') returning id)
      insert into books.online_returns (online_payment_id, kind, stripe_id, amount, fault)
      select id, 'refund', 're_1', 1, 'x' from begun`);
    await tx.execute(sql`
      insert into books.standing_links (link_id, account_id, currency, for_whom, made_by)
      values (books.new_id(), ${account}, 'USD', 'x', 'x')`);
    await tx.execute(sql`insert into books.openings (link_id) values (books.new_id())`);
    await tx.execute(sql`
      insert into books.charging_rules (account_id, buyers_only, po_rule, changed_by) values (${account}, true, 'none', 'x')`);
    await tx.execute(
      sql`insert into books.buyers (account_id, name, added_by) values (${account}, 'x', 'x')`,
    );
    await tx.execute(sql`
      insert into books.purchase_orders (account_id, number, amount, added_by) values (${account}, 'x', 5, 'x')`);
    await tx.execute(sql`
      insert into books.charged_by (invoice_id, account_id, amount) select id, account_id, 5 from books.invoices limit 1`);
    await tx.execute(sql`
      insert into books.signature_requests (account_id, amount, shown, asked_by, expires_at)
      values (${account}, 5, '[]', 'x', now())`);
    await tx.execute(sql`
      insert into books.override_requests (account_id, amount, cause, reason, asked_by, asked_by_name, answer_by)
      values (${account}, 5, 'over-limit', 'x', 'a', 'A', now())`);
    await tx.execute(sql`
      insert into books.overrides (account_id, amount, reason, requested_by, approved_by, expires_at)
      values (${account}, 5, 'x', 'a', 'b', now())`);
  });
}

/** Of somebody else. */
async function signedCharge(business: Ledger): Promise<void> {
  const signer = await business
    .customer("Signer", { limitCents: cents(500_00), addressLines: ["8 Elm St"] })
    .write();
  const sold = [line("Mulch", "1", "5.00", { taxable: false })];
  const more = { on: business.asker.today, signature: { path: "M1 1L200 100", name: "Ann" } };
  await counter(business, signer).sell(sold, [paidBy("house-charge", 5_00)], more);
}
