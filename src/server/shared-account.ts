// What lies behind a statement's link beside the statement: its account as it is now, and that account's invoices. A link of an
// invoice or a credit memo opens none of it.
import { z } from "zod";
import { readPromises, type SeenPromise } from "@/books/collections/promises.ts";
import { readDisputes } from "@/books/invoices/read-disputes.ts";
import { readBooks } from "@/books/open.ts";
import { readAutopayOf } from "@/books/payments/autopay.ts";
import { readOnlineSettings } from "@/books/payments/online-settings.ts";
import { readSeenPayment } from "@/books/payments/online-payments.ts";
import { readFamilyPayOffer } from "@/books/payments/family-pay-offer.ts";
import { readInvoiceOffer, readPayOffer } from "@/books/payments/pay-offer.ts";
import { readOpenings } from "@/books/statements/openings.ts";
import {
  accountOfStatement,
  familyOfStatement,
  readAccountNow,
  readChangesSince,
  readInvoiceOf,
  type AccountPages,
} from "@/books/statements/shared-account.ts";
import type { Dispute } from "@/domain/invoices/dispute.ts";
import type { InvoicePaper } from "@/domain/invoices/invoice-paper.ts";
import type { SeenAutopay } from "@/domain/payments/autopay-seen.ts";
import type { FamilyPayOffer, PayOffer, SeenPayment } from "@/domain/payments/pay-offer.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { AccountNow } from "@/domain/statements/account-now.ts";
import type { ChangesSince } from "@/domain/statements/changes-since.ts";
import type { LinkActor } from "./actor.ts";
import type { Shared } from "./shared-paper.ts";

export type SharedStatement = Extract<Shared, { kind: "statement" }>;

const named = ({ orgName: name, locale, country }: LinkActor) => ({ name, locale, country });

/** `promise`: the one that is waited for. `openedAt`: when its holder said that they have seen it. */
export type StatementNow = {
  since: ChangesSince;
  promise: SeenPromise | null;
  openedAt: string | null;
  /** null where nothing can be paid online, and of a parent's statement, each of whose accounts is paid by itself. */
  pay: PayOffer | null;
  payEach: FamilyPayOffer | null;
  autopay: SeenAutopay | null;
  takesOnline: boolean;
};

export const sharedStatementNow = ({ actor, issued }: SharedStatement): Promise<StatementNow> =>
  readBooks(actor, async (books) => {
    const { accountId } = await accountOfStatement(books, issued.statementId);
    const isFamily = issued.statement.accounts !== undefined;
    const [since, promises, openings, pay, payEach, autopay, online] = await Promise.all([
      readChangesSince(books, issued.statementId),
      readPromises(books, accountId),
      readOpenings(books, [actor.linkId]),
      isFamily ? null : readPayOffer(books, accountId),
      isFamily
        ? familyOfStatement(books, issued.statementId).then((family) => readFamilyPayOffer(books, family))
        : null,
      readAutopayOf(books, accountId),
      readOnlineSettings(books),
    ]);
    const promise = promises.find(({ state }) => state === "waiting") ?? null;
    return {
      since,
      promise,
      openedAt: openings.get(actor.linkId) ?? null,
      pay,
      payEach,
      autopay,
      // Autopay is of one account.
      takesOnline: online.inUse && !isFamily,
    };
  });

export const sharedAccount = ({ actor, issued }: SharedStatement, pages: AccountPages): Promise<AccountNow> =>
  readBooks(actor, async (books) => {
    const account = await accountOfStatement(books, issued.statementId);
    return readAccountNow(books, account, named(actor), pages);
  });

export type SharedInvoice = { invoice: InvoicePaper; invoiceId: string; dispute: Dispute | null };

/** Refuses another account's invoice with "not-found", and any but its own where the link is that of one paper. */
export function sharedInvoice(shared: Shared, invoiceId: string): Promise<SharedInvoice> {
  const { actor } = shared;
  if (shared.kind !== "statement") throw new Refusal("not-found");
  const { statementId } = shared.issued;
  return readBooks(actor, async (books) => {
    const account = await accountOfStatement(books, statementId);
    const invoice = await readInvoiceOf(books, account, invoiceId, named(actor));
    return { invoice, invoiceId, dispute: standing(await readDisputes(books, invoiceId)) };
  });
}

/** An online payment of the account that a statement is of, or one begun from this link, as of a parent's statement. Refuses any other with "not-found". */
export async function sharedPayment(shared: Shared, payment: string): Promise<SeenPayment> {
  if (!z.uuid().safeParse(payment).success) throw new Refusal("not-found");
  const { actor } = shared;
  return readBooks(actor, async (books) => {
    const isOfOne = shared.kind === "statement" && !shared.issued.statement.accounts;
    const of = isOfOne ? await accountOfStatement(books, shared.issued.statementId) : actor;
    return readSeenPayment(books, of, payment);
  });
}

/** `pay`: null where nothing of it can be paid online. */
export type InvoiceNow = { dispute: Dispute | null; pay: PayOffer | null };

/** What its customer objects to in the one invoice that a link opens, and what of it they can pay. */
export const sharedInvoiceNow = (actor: LinkActor): Promise<InvoiceNow> =>
  readBooks(actor, async (books) => {
    const { id } = actor.paper;
    const [disputes, pay] = await Promise.all([readDisputes(books, id), readInvoiceOffer(books, id)]);
    return { dispute: standing(disputes), pay };
  });

const standing = (disputes: readonly Dispute[]): Dispute | null =>
  disputes.find(({ settledAt }) => settledAt === null) ?? null;
