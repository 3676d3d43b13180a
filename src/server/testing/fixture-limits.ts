// For tests of the doors: what must have happened to a stand-in shop's credit before a procedure has something to do.
import { sql } from "drizzle-orm";
import { keepApplication } from "@/books/business/credit-applications.ts";
import { ApplicationForm } from "@/domain/credit/application.ts";
import { present } from "@/domain/assert.ts";
import { NOTHING_DECIDED, sameTerms, type DecidedTerms } from "@/domain/credit/credit-terms.ts";
import { cents } from "@/domain/values/money.ts";
import { asMember, booksOf, call } from "./fixture-caller.ts";
import { key } from "./fixture-documents.ts";
import type { Shop } from "./shop.ts";

/** Open for credit, with next to nothing left to charge, and an approval for more. */
export async function overrideAnew(shop: Shop): Promise<void> {
  const seen = await readDecided(shop);
  const terms: DecidedTerms = {
    status: "good",
    chargingAllowed: true,
    limit: { kind: "limit", limitCents: cents(1) },
    ...NOTHING_DECIDED,
  };
  const change = { ...key(), accountId: shop.accountId, terms, reason: "Opened for credit", seen };
  if (!sameTerms(seen, terms)) await call(await asMember(shop, "owner"), "credit.change", change);
  const [row] = await (
    await booksOf(shop)
  ).change(({ tx }) =>
    tx.execute<{ id: string }>(sql`
      insert into books.overrides (account_id, amount, reason, requested_by, approved_by, expires_at)
      values (${shop.accountId}::uuid, 5000, 'Known for years', 'Carl', 'Olive', clock_timestamp() + interval '1 day')
      returning id`),
  );
  shop.overrideId = present(row, "it was approved").id;
}

export async function readDecided(shop: Shop): Promise<DecidedTerms> {
  const { customerId } = shop;
  const credit = await call(await asMember(shop, "owner"), "credit.account", { customerId });
  return (credit as { decided: DecidedTerms }).decided;
}

/** What each takes. */
export const LIMIT_DOORS = {
  "applications.link": "limit:change",
  "applications.renewLink": "limit:change",
  "applications.closeLink": "limit:change",
  "applications.list": "limit:change",
  "applications.read": "limit:change",
  "applications.approve": "limit:change",
  "applications.decline": "limit:change",
  "credit.list": "account:read",
  "credit.totals": "account:read",
  "credit.account": "account:read",
  "credit.chosen": "limit:change",
  "credit.changeMany": "limit:change",
  "credit.requests": "account:read",
  "credit.approve": "limit:change",
  "credit.decline": "limit:change",
  "credit.withdraw": "limit:change",
  "credit.change": "limit:change",
} as const;

export const LIMIT_INPUTS: Record<string, (shop: Shop) => unknown> = {
  "applications.link": () => ({}),
  "applications.renewLink": key,
  "applications.closeLink": key,
  "applications.list": () => ({ show: "waiting" }),
  "applications.read": ({ applicationId }) => ({ applicationId }),
  "applications.approve": ({ applicationId, customerId, decided: { limit } }) => ({
    ...key(),
    applicationId,
    customerId,
    creditCents: (limit.kind === "limit" ? limit.limitCents : 0) + 1,
    terms: "net-30",
    reason: "Good references",
  }),
  "applications.decline": ({ applicationId }) => ({ ...key(), applicationId, reason: "Too new" }),
  "credit.list": () => ({ search: "green", sort: "used", direction: "desc" }),
  "credit.totals": () => ({ show: "over" }),
  "credit.account": ({ customerId }) => ({ customerId, currency: "USD" }),
  "credit.change": ({ accountId, decided: seen }) => ({
    ...key(),
    accountId,
    terms: { ...seen, chargingAllowed: !seen.chargingAllowed },
    reason: "Opened for credit",
    seen,
  }),
  "credit.chosen": ({ customerId }) => ({ customerIds: [customerId] }),
  "credit.changeMany": ({ accountId, decided: seen }) => ({
    ...key(),
    accounts: [{ accountId, seen }],
    change: { kind: "review", reviewOn: seen.reviewOn === null ? "2026-12-01" : null },
    reason: "A look at all",
  }),
  "credit.requests": ({ accountId }) => ({ accountId }),
  "credit.approve": ({ requestId }) => ({ ...key(), requestId }),
  "credit.decline": ({ requestId }) => ({ ...key(), requestId, answer: "Not this year" }),
  "credit.withdraw": ({ requestId }) => ({ ...key(), requestId }),
};

/** A change that waits, asked for by somebody who isn't there any more, so that anybody may answer. */
export async function requestAnew(shop: Shop): Promise<void> {
  const terms = JSON.stringify(shop.decided);
  const [row] = await (
    await booksOf(shop)
  ).change(({ tx }) =>
    tx.execute<{ id: string }>(sql`
      with gone as (
        update books.limit_requests set state = 'withdrawn', decided_by = 'user:gone', decided_by_name = 'Gone',
          decided_at = clock_timestamp() where state = 'waiting' and account_id = ${shop.accountId}::uuid returning 1)
      insert into books.limit_requests (account_id, before, after, reason, requested_by, requested_by_name)
      select ${shop.accountId}::uuid, ${terms}, ${terms}, 'Spring order', 'user:gone', 'Gone'
      from (select count(*) from gone) done returning id`),
  );
  shop.requestId = present(row, "it was asked for").id;
}

export async function applicationAnew(shop: Shop): Promise<void> {
  const form = ApplicationForm.parse({
    business: "Alder Builders",
    contact: "Dana Alder",
    email: "dana@alder.example",
    phone: "555 0101",
    address: "1 Elm St",
    years: "12",
    monthly: "4000",
    wanted: "6000",
    consent: "yes",
  });
  const kept = await (await booksOf(shop)).change((books) => keepApplication(books, form, null));
  shop.applicationId = kept.applicationId;
}
