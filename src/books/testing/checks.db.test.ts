// Each invariant is broken once, past every guard, in a small business that has a row of everything: its query finds
// the rows, and no query is there that nothing has ever broken.
import { expect, test } from "vitest";
import { guardScene } from "./guard-scene.ts";
import { checks, runChecks, type Broken } from "@/db/checks/checks.ts";
import { withOwnDatabase } from "@/db/own-database.ts";
import { direct, drizzleOn, type Direct } from "@/db/testing/direct.ts";

const set = (table: string, what: string) => `update books.${table} set ${what}`;

/** Names in braces are the scene's. */
const BREAKS: readonly (readonly [id: string, statement: string])[] = [
  [
    "I1",
    set(
      "events",
      "prev_balance = prev_balance + 1, balance_after = balance_after + 1 where number = {reversedDown}",
    ),
  ],
  ["I2", set("accounts", "head_hash = 'another' where id = '{a}'")],
  [
    "I3",
    "insert into books.day_sums (account_id, stretch, on_day, amount, recorded_at) values ('{a}', 1, '2026-05-01', 5, now())",
  ],
  ["I3", set("accounts", "open_items = open_items + 7, open_credit = open_credit + 7 where id = '{a}'")],
  [
    "I3",
    set(
      "events",
      "open_items = open_items + 1, amount = amount + 1, balance_after = balance_after + 1 where number = {lone}",
    ),
  ],
  ["I3", set("jobs", "exposure = exposure + 1 where id = '{job}'")],
  ["I3", set("shared_limits", "net = net + 1")],
  ["I4", set("items", "applied = applied - 1 where id = {item}")],
  ["I4", set("credits", "refunded = refunded - 1 where id = {big}")],
  ["I5", set("allocations", "effective_on = effective_on + 1")],
  ["I5", set("reductions", "recorded_at = recorded_at + interval '1 second'")],
  ["I5", set("retainage", "effective_on = effective_on + 1")],
  ["I6", set("earmarks", "amount = amount + 1 where released_at is null")],
  ["I7", set("retainage", "amount = -999999 where amount < 0")],
  ["I7", set("credit_memo_lines", "retainage = retainage + 1")],
  ["I7", set("invoice_lines", "retainage = retainage + 1 where retainage > 0")],
  ["I8", set("overrides", "used_by_event = null where id = '{spent}'")],
  ["I8", set("overrides", "amount = 1 where id = '{spent}'")],
  ["I8", set("events", "gated = false where label = 'House charge' and signature_digest is null")],
  ["I8", set("events", "label = 'Invoice', gated = false where number = {charge}")],
  ["I8", set("accounts", "reserved = reserved + 1 where id = '{till}'")],
  ["I8", set("credit_decisions", "amount = amount + 1")],
  ["I8", set("purchase_orders", "used = used + 1")],
  ["I8", set("accounts", "limit_of = null where id = '{branch}'")],
  [
    "I21",
    set(
      "signatures",
      "path = 'M10 10L200 121', digest = sha256(convert_to(statement || E'\\n' || name || E'\\nM10 10L200 121', 'UTF8'))",
    ),
  ],
  [
    "I21",
    set(
      "signatures",
      "statement = 'another', digest = sha256(convert_to(E'another\\n' || name || E'\\n' || path, 'UTF8'))",
    ),
  ],
  // Sealed anew in both places, it is still not what was charged.
  [
    "I21",
    `with told as (
        update books.signatures set statement = replace(statement, '":500,', '":900,'),
          digest = sha256(convert_to(replace(statement, '":500,', '":900,') || E'\\n' || name || E'\\n' || path, 'UTF8'))
        returning event_number, digest)
      update books.events e set signature_digest = t.digest from told t where e.number = t.event_number`,
  ],
  ["I21", "delete from books.signatures"],
  ["I21", set("signatures", "invoice_id = '{invoice}'")],
  ["I21", set("events", "signature_digest = sha256('another') where signature_digest is not null")],
  ["I9", "alter table books.events disable trigger events_stay"],
  ["I9", "grant update (memo) on books.events to onaccount_app"],
  ["I9", "grant update (amount) on books.items to onaccount_app"],
  ["I22", set("audit_seals", "hash = sha256('another')")],
  ["I10", set("events", "reverses = {item} where reverses = {reversedDown}")],
  ["I10", set("items", "reversed = reversed - 1 where id = {reversed}")],
  ["I11", set("commands", "answer = null where id = '{command}'")],
  [
    "I11",
    "delete from books.commands where id = (select command_id from books.events where number = {lone})",
  ],
  ["I12", set("invoices", "number = 'X' where number = 'INV-00001'")],
  ["I12", set("payments", "number = 'X' where number = 'P-00001'")],
  ["I12", set("deposits", "number = 'X' where number = 'D-00001'")],
  ["I12", set("credit_memos", "number = 'X' where number = 'CM-00001'")],
  ["I12", set("statements", "number = 'X' where number = 'S-00001'")],
  ["I12", set("receipts", "number = 'X' where number = 'R-00001'")],
  ["I13", "delete from books.periods where month = '2026-05-01'"],
  ["I13", set("settings", "start_on = '2026-02-01'")],
  ["I14", set("items", "effective_on = effective_on + 1 where id = {item}")],
  ["I14", set("payments", "amount = amount + 1")],
  ["I14", set("split_payments", "amount = amount + 1")],
  ["I14", set("events", "reverses = {headPart} where reverses = {reversedDown}")],
  ["I14", set("receipt_tenders", "amount = amount + 1, given = given + 1 where tender = 'house-charge'")],
  ["I14", set("receipt_tenders", "event_number = {lone} where tender = 'house-charge'")],
  ["I14", set("receipt_lines", "quantity = 99 where return_of is not null")],
  [
    "I14",
    `insert into books.receipts (number, kind, currency, issued_on, subtotal, tax, total, money, sold_by)
      values ('R-00009', 'sale', 'USD', '2026-06-01', 5, 0, 5, 5, 'Carl')`,
  ],
  ["I14", set("credit_memo_lines", "tax = tax + 1")],
  ["I14", set("credit_memo_lines", "quantity = 3")],
  ["I14", set("credit_memos", "invoice_id = '{voidedInvoice}' where invoice_id is not null")],
  ["I14", set("invoice_lines", "tax_parts = array[null, 7]::bigint[] where tax_parts is not null")],
  ["I14", set("credit_memo_lines", "tax_parts = array[null, 7]::bigint[] where tax_parts is not null")],
  ["I14", set("invoice_taxes", "base = base + 1000, tax = tax + 100")],
  ["I14", set("events", "reverses = {charge} where reverses = {reversedDown}")],
  ["I14", set("items", "job_id = '{closed}' where job_id = '{job}'")],
  ["I14", set("deposit_lines", "amount = amount + 1")],
  [
    "I14",
    set(
      "deposits",
      "reversed_on = deposited_on, reversed_by = 'x', reversed_because = 'x', reversed_at = now()",
    ),
  ],
  ["I14", set("deposits", "to_chart = '1100'")],
  ["I14", set("payments", "to_chart = '1000' where deposit_id is null")],
  ["I15", set("statements", "closing = closing + 1")],
  ["I16", "alter table books.earmarks disable row level security"],
  ["I16", "grant update (org_id) on books.earmarks to onaccount_app"],
  ["I17", set("journal_lines", "amount = amount + 1 where event_number = {lone} and line = 1")],
  ["I17", set("journal_lines", "chart_code = '1210' where event_number = {lone} and chart_code = '1200'")],
  ["I17", set("credit_memo_lines", "chart_code = '4300'")],
  ["I17", set("invoice_lines", "chart_code = '4300'")],
  ["I17", set("journal_lines", "chart_code = '4300' where event_number = {brought} and chart_code = '4000'")],
  [
    "I17",
    set("journal_lines", "chart_code = '4000' where event_number = {reversedDown} and chart_code = '4910'"),
  ],
  ["I17", set("chart", "role = null, kind = 'asset' where code = '1100'")],
  ["I17", set("payments", "deposit_id = null where deposit_id is not null")],
  ["I18", set("outbox", "statement_id = gen_random_uuid() where statement_id is not null")],
  ["I19", set("limit_changes", "reason = ' '")],
  ["I19", set("credit_applications", "given = given + 1 where state = 'approved'")],
  ["I20", set("allocations", "effective_on = '2026-01-01' where item_id = {item}")],
  ["I20", set("items", "touched_on = issued_on where id = {item}")],
  ["I20", set("customers", "archived_at = now() where name = 'Greenleaf'")],
  ["I21", set("events", "label = 'Chequebook' where number = {lone}")],
];

const OVER = new Error("nothing of it stays");

/** What the app's role finds broken once `statement` has gone past every trigger and foreign key. */
async function foundAfter(admin: Direct, org: string, statement: string): Promise<Broken[]> {
  let broken: Broken[] = [];
  await admin
    .begin(async (tx) => {
      await tx.unsafe(`set local session_replication_role = replica; set local onaccount.org_id = '${org}'`);
      await tx.unsafe(statement);
      await tx.unsafe("set local role onaccount_app");
      broken = (await runChecks(drizzleOn(tx))).broken;
      throw OVER;
    })
    .catch((error: unknown) => {
      if (error !== OVER) throw new Error(statement, { cause: error });
    });
  return broken;
}

test("every check finds what breaks it, and whole books break none", { timeout: 120_000 }, async () => {
  await withOwnDatabase("onaccount_broken", async (adminUrl) => {
    const { org, names } = await guardScene();
    const admin = direct(adminUrl);
    try {
      expect(await foundAfter(admin, org, "select 1")).toEqual([]);
      const found = new Set<string>();
      for (const [id, wrong] of BREAKS) {
        const statement = wrong.replaceAll(/\{(\w+)\}/g, (whole, name: string) => names[name] ?? whole);
        const broken = await foundAfter(admin, org, statement);
        expect
          .soft([statement, broken.map((each) => each.id)])
          .toEqual([statement, expect.arrayContaining([id])]);
        for (const each of broken) if (each.id === id) found.add(each.says);
      }
      expect(checks.map((each) => each.says).filter((says) => !found.has(says))).toEqual([]);
      // The list of ledger.md, from the first to the last.
      expect(new Set(checks.map((each) => each.id))).toEqual(
        new Set(Array.from({ length: 22 }, (_, n) => `I${n + 1}`)),
      );
    } finally {
      await admin.end();
    }
  });
});
