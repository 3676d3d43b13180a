// The answer to an application for credit, once, by a person: into a customer with a limit and terms, or with a reason. Where the
// limit takes a second person, the application waits with it, and is answered by whoever answers that.
import { sql } from "drizzle-orm";
import type {
  ApplicationState,
  ApprovedApplication,
  DeclinedApplication,
} from "@/domain/credit/application.ts";
import { sameTerms } from "@/domain/credit/credit-terms.ts";
import type { NewCustomer } from "@/domain/customers/customer-input.ts";
import { linesOf } from "@/domain/customers/customer.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Cents } from "@/domain/values/money.ts";
import { giveCredit } from "../credit/credit-changes.ts";
import { keepTerms, readDecided } from "../credit/decided-terms.ts";
import { createCustomer } from "../customers/customers.ts";
import { lockAccount } from "../ledger/locked-account.ts";
import { tellBefore, type Books } from "../open.ts";
import { readApplication, type Application } from "./credit-applications.ts";

/**
 * Refuses "not-found", "answered-before" where somebody was quicker, and "application-waits" while the limit waits for a
 * second person.
 */
async function lockApplication(books: Books, applicationId: string): Promise<Application> {
  const [row] = await books.tx.execute<{ state: ApplicationState; request_id: string | null }>(sql`
    select state, request_id from books.credit_applications where id = ${applicationId}::uuid for update`);
  if (!row) throw new Refusal("not-found");
  if (row.state !== "waiting") throw new Refusal("answered-before");
  if (row.request_id !== null) throw new Refusal("application-waits");
  return readApplication(books, applicationId);
}

/**
 * Makes the customer, or takes the one that was named, and opens the account with the limit. Who is a customer already keeps
 * their status: no application lifts a hold. A limit that takes a second person waits for one (`requestId`), and the
 * application with it. Refuses "not-found" for a customer who isn't there.
 */
export async function approveApplication(
  books: Books,
  { applicationId, customerId: named, creditCents: limitCents, terms, reason, told }: ApprovedApplication,
): Promise<{ customerId: string; requestId: string | null }> {
  const application = await lockApplication(books, applicationId);
  tellBefore(books, { state: application.state });
  // Whom an earlier yes made, whose limit was declined, isn't made again.
  const known = named ?? application.customerId;
  const { accountId, customerId } = known
    ? await accountOf(books, known)
    : await createCustomer(books, customerFrom(application, terms));
  await lockAccount(books, accountId);
  const seen = await readDecided(books, accountId);
  const decided = {
    ...seen,
    ...(known ? {} : { status: "good" as const }),
    chargingAllowed: true,
    limit: { kind: "limit", limitCents },
  } as const;
  const why = `Application of ${application.business}: ${reason}`.slice(0, 500);
  // Who is a customer already may have just that: the history says that it was decided again.
  const given = sameTerms(seen, decided)
    ? {
        requestId: null,
        ...(await keepTerms(books, { accountId, before: seen, terms: decided, reason: why })),
      }
    : await giveCredit(books, { accountId, terms: decided, seen, reason: why });
  const answered = { applicationId, customerId, givenCents: limitCents, reason, told };
  if (given.requestId === null)
    await answer(books, { ...answered, state: "approved", changeId: given.changeId });
  else await waitWith(books, { ...answered, requestId: given.requestId });
  return { customerId, requestId: given.requestId };
}

/** One that was merged into another meanwhile is that one. */
async function accountOf(books: Books, customerId: string) {
  const [row] = await books.tx.execute<{ id: string; customer_id: string }>(sql`
    select a.id, a.customer_id
    from books.customers c join books.accounts a on a.customer_id = c.id and a.currency = ${books.currency}
    where c.id = books.survivor(${customerId}::uuid) and c.archived_at is null`);
  if (!row) throw new Refusal("not-found");
  return { accountId: row.id, customerId: row.customer_id };
}

/** What the application says of them, as their profile. */
const customerFrom = (application: Application, terms: string): NewCustomer => ({
  ...NOTHING_SAID,
  name: application.business,
  company: application.business,
  email: application.email,
  phone: application.phone,
  taxNumber: application.taxNumber,
  addressLines: linesOf(application.address)
    .map((line) => line.slice(0, 120))
    .slice(0, 6),
  privateNotes: `Applied for credit by ${application.contact}.`,
  terms,
});

const NOTHING_SAID = {
  firstName: "",
  lastName: "",
  title: "",
  city: "",
  region: "",
  postalCode: "",
  country: "",
  shippingLines: [],
  memo: "",
};

/** Refuses as approving does. Whom an earlier yes made stays a customer. */
export async function declineApplication(
  books: Books,
  { applicationId, reason, told }: Omit<DeclinedApplication, "quietly">,
): Promise<{ declined: true }> {
  const { customerId, state } = await lockApplication(books, applicationId);
  tellBefore(books, { state });
  const no = { applicationId, state: "declined", customerId, givenCents: null, changeId: null } as const;
  await answer(books, { ...no, reason, told });
  return { declined: true };
}

type Answer = {
  applicationId: string;
  customerId: string | null;
  givenCents: Cents | null;
  reason: string;
  told: string;
};

const answer = (
  { tx, userName }: Books,
  answered: Answer & { state: ApplicationState; changeId: string | null },
) => {
  const { applicationId, state, customerId, givenCents, changeId, reason, told } = answered;
  return tx.execute(sql`
    update books.credit_applications set state = ${state}, customer_id = ${customerId}::uuid, given = ${givenCents}::bigint,
      change_id = ${changeId}::uuid, reason = ${reason}, told = ${told}, decided_by = ${userName}, decided_at = clock_timestamp()
    where id = ${applicationId}::uuid`);
};

const waitWith = (
  { tx }: Books,
  { applicationId, customerId, givenCents, requestId, reason, told }: Answer & { requestId: string },
) =>
  tx.execute(sql`
    update books.credit_applications set customer_id = ${customerId}::uuid, given = ${givenCents}::bigint,
      request_id = ${requestId}::uuid, reason = ${reason}, told = ${told}
    where id = ${applicationId}::uuid`);
