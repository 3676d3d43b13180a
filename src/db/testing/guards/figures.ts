// What an account may say of itself, and what may stand beside it.
import { changed, OF_A, posted, type Guard } from "./guard.ts";

/** So that only what is wrong with it refuses a signature. */
const SEALED_ANEW = (name: string, path: string) =>
  `digest = sha256(convert_to(coalesce(statement || E'\\n', '') || ${name} || E'\\n' || ${path}, 'UTF8'))`;
const PROMISED = "where id = '{promised}'";

export const FIGURES: readonly Guard[] = [
  changed("accounts", "accounts_status", `status = 'vip' ${OF_A}`),
  {
    name: "accounts_earmarks",
    table: "accounts",
    wrong: `with more as (insert into books.earmarks (account_id, amount, note, created_by) values ('{a}', 9999999, 'more', 'x'))
      update books.accounts set earmarked = earmarked + 9999999 ${OF_A}`,
  },
  changed("accounts", "accounts_limit", `limit_cents = -1 ${OF_A}`),
  changed("accounts", "accounts_limit", `unlimited = true ${OF_A}`),
  changed("accounts", "accounts_merged", `merged_away = true ${OF_A}`),
  changed("accounts", "accounts_net", `open_items = open_items + 1 ${OF_A}`, { heldBy: "accounts_moved" }),
  posted("accounts_open_items", "accounts", { items: -99999 }, { heldBy: "events_posted" }),
  changed("accounts", "accounts_reserved", `reserved = -1 ${OF_A}`),
  posted("accounts_retained", "accounts", { held: -9999 }, { heldBy: "events_posted" }),
  changed("accounts", "accounts_temporary", `temporary_limit_cents = 5 ${OF_A}`),
  changed("accounts", "accounts_unposted", "open_items = 1, net = 1 where id = '{fresh}'", {
    heldBy: "accounts_moved",
  }),
  changed("accounts", "accounts_head", `last_seq = last_seq + 1 ${OF_A}`),
  changed("accounts", "accounts_moved", "last_seq = last_seq - 1 where id = '{b}'"),
  changed("earmarks", "earmarks_amount", "amount = 0 where account_id = '{a}'", { heldBy: "earmarks_kept" }),
  changed(
    "earmarks",
    "earmarks_released",
    "released_by = 'Nobody' where account_id = '{a}' and released_at is null",
    { kind: "check" },
  ),
  changed("overrides", "overrides_amount", "amount = 0 where request_id is null"),
  changed("overrides", "overrides_two_people", "approved_by = requested_by where request_id is null"),
  changed("overrides", "overrides_by_person", "approved_by = 'key:1' where request_id is not null"),
  changed("overrides", "overrides_bounded", "expires_at = 'infinity' where request_id is not null"),
  {
    name: "overrides_request_once",
    table: "overrides",
    wrong: `insert into books.overrides (request_id, account_id, amount, reason, requested_by, approved_by, expires_at)
      select request_id, account_id, amount, reason, requested_by, 'user:z', expires_at from books.overrides where request_id is not null`,
  },
  changed("charging_rules", "charging_rules_po", "po_rule = 'whim'"),
  changed("charging_rules", "charging_rules_preset", "preset_po = ''"),
  changed("charging_rules", "charging_rules_one", "job_id = null"),
  changed("buyers", "buyers_named", "name = ' '"),
  changed("buyers", "buyers_limit", "limit_cents = 0"),
  changed("buyers", "buyers_removed", "removed_at = now()"),
  changed("purchase_orders", "purchase_orders_named", "number = ' ' where number = 'Spare'"),
  changed("purchase_orders", "purchase_orders_number", "number = '4711'"),
  changed("purchase_orders", "purchase_orders_use", "used = amount + 1"),
  changed("purchase_orders", "purchase_orders_closed", "closed_at = now()"),
  {
    name: "order_used",
    table: "charged_by",
    by: "purchase_orders_use",
    wrong: `insert into books.charged_by (invoice_id, account_id, amount, order_id)
      select i.id, p.account_id, 99999999, p.id from books.purchase_orders p join books.invoices i on i.account_id = '{a}'
      where p.number = 'Spare' limit 1`,
  },
  changed("charged_by", "charged_by_amount", "amount = 0", { changesFacts: true }),
  changed("charged_by", "charged_by_buyer_named", "buyer_name = ''", { changesFacts: true }),
  changed("events", "events_signed", "signature_digest = sha256('x') where number = {lone}"),
  changed("signatures", "signatures_way", "way = 'fax'"),
  changed("signatures", "signatures_path", `path = 'M1 1', ${SEALED_ANEW("name", "'M1 1'")}`),
  changed("signatures", "signatures_name", `name = E'a\\nb', ${SEALED_ANEW("E'a\\nb'", "path")}`),
  changed("signatures", "signatures_digest", "digest = sha256('x')", { changesFacts: true }),
  changed(
    "signatures",
    "signatures_statement",
    `statement = E'a\\nb', digest = sha256(convert_to(E'a\\nb\\n' || name || E'\\n' || path, 'UTF8'))`,
  ),
  {
    name: "signature_stated",
    table: "signatures",
    wrong: `insert into books.signatures (invoice_id, event_number, path, name, way, statement, digest, signed_at)
      select i.id, s.event_number, s.path, s.name, s.way, t.text,
        sha256(convert_to(t.text || E'\\n' || s.name || E'\\n' || s.path, 'UTF8')), s.signed_at
      from books.signatures s cross join lateral (select replace(s.statement, '":500,', '":501,') as text) t
      join books.invoices i on not exists (select from books.signatures o where o.invoice_id = i.id) limit 1`,
  },
  changed("signature_requests", "signature_requests_amount", "amount = 0"),
  changed("signature_requests", "signature_requests_path", "path = 'M1 1', signed_at = now()"),
  changed("signature_requests", "signature_requests_name", "name = repeat('x', 101)"),
  changed("signature_requests", "signature_requests_signed", "signed_at = now()"),
  changed("signature_requests", "signature_requests_used", "used_at = now()"),
  changed("signature_requests", "signature_requests_shown", "shown = repeat('x', 80001)"),
  changed("settings", "settings_charge_proof", "charge_proof = 'whim'"),
  changed("override_requests", "override_requests_amount", "amount = 0 where job_id is not null"),
  changed("override_requests", "override_requests_what", "what = 'whim' where job_id is not null"),
  changed("override_requests", "override_requests_cause", "cause = 'whim' where job_id is not null"),
  changed("override_requests", "override_requests_said", "reason = ' ' where job_id is not null"),
  changed("override_requests", "override_requests_declined", "declined_at = now() where job_id is not null"),
  changed("credit_decisions", "credit_decisions_amount", "amount = 0"),
  changed("reservations", "reservations_amount", `amount = 0 ${PROMISED}`),
  changed("reservations", "reservations_ending", `ended_by = 'x' ${PROMISED}`),
  changed("reservations", "reservations_captured", `captured = 1 ${PROMISED}`),
  changed(
    "reservations",
    "reservations_ended_as",
    `ended_as = 'lost', ended_at = now(), ended_by = 'x' ${PROMISED}`,
  ),
  changed(
    "reservations",
    "reservations_ended",
    "ended_as = 'released', ended_at = now(), captured = null, receipt_id = null where ended_as = 'captured'",
  ),
  {
    name: "reservations_made",
    table: "reservations",
    wrong: `with asked as (insert into books.credit_decisions (account_id, amount, figures, decided_on, asked_by)
        values ('{till}', 9999999, '{}', '2026-06-30', 'x') returning id, account_id, amount, decided_on)
      insert into books.reservations (id, account_id, amount, reserved_on, expires_at)
      select id, account_id, amount, decided_on, now() + interval '1 day' from asked`,
  },
  changed("webhook_endpoints", "webhook_endpoints_state", "state = 'lost'"),
  changed("webhook_endpoints", "webhook_endpoints_failing", "tries = 1"),
  changed("webhook_deliveries", "webhook_deliveries_tries", "tries = 0"),
  {
    name: "limit_approved",
    table: "limit_changes",
    wrong: `with policy as (update books.settings set approve_above = 1 returning org_id)
      insert into books.limit_changes (account_id, before, after, reason, requested_by)
      select '{a}', '{}', '{"limit":{"kind":"unlimited"}}', 'more', 'x' from policy`,
  },
  {
    name: "limit_given",
    table: "accounts",
    wrong: `with policy as (update books.settings set approve_above = 1 returning org_id)
      insert into books.accounts (customer_id, currency, unlimited)
      select customer_id, 'CHF', true from books.accounts, policy where id = '{a}'`,
  },
  changed(
    "credit_applications",
    "credit_applications_state",
    "state = 'lost', request_id = null, decided_by = 'x', decided_at = now() where state = 'waiting'",
  ),
  changed("credit_applications", "credit_applications_decided", "decided_by = 'x' where state = 'waiting'"),
  changed(
    "credit_applications",
    "credit_applications_waits",
    "customer_id = null where request_id is not null",
  ),
  changed("credit_applications", "credit_applications_said", "business = '' where state = 'waiting'"),
  changed("credit_applications", "application_answered", "told = 'y' where state = 'approved'"),
  changed(
    "credit_applications",
    "application_answered",
    `state = 'approved', given = 2, request_id = null, decided_by = 'x', decided_at = now(),
      change_id = (select change_id from books.credit_applications where state = 'approved') where request_id is not null`,
  ),
  changed(
    "credit_applications",
    "application_answered",
    `business = '', contact = '', email = '', phone = '', address = '', named = '[]', forgotten_at = now()
      where state = 'declined'`,
  ),
  changed(
    "credit_applications",
    "credit_applications_forgotten",
    "forgotten_at = now() where state = 'waiting'",
    { heldBy: "application_answered" },
  ),
  changed("limit_requests", "limit_requests_state", "state = 'lost'"),
  changed("limit_requests", "limit_requests_answered", "decided_by = null"),
  changed("limit_requests", "limit_requests_two_people", "state = 'approved', decided_by = requested_by"),
  {
    name: "limit_requests_waiting",
    table: "limit_requests",
    wrong: `insert into books.limit_requests (account_id, before, after, reason, requested_by, requested_by_name)
      select account_id, before, after, reason, requested_by, requested_by_name from books.limit_requests, generate_series(1, 2)`,
  },
  changed("limit_changes", "limit_changes_two_people", "approved_by = requested_by"),
  changed("customers", "customers_named", "name = ''"),
  changed("customers", "customers_country_form", "country = 'Germany'"),
  changed("customers", "customers_terms", "terms = 'net'"),
];
