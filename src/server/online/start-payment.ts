// A customer pays from behind their link: a form's POST, which leads to Stripe's page. The form's key makes it one payment however
// often it is sent, and our id makes it one session.
import { createHash } from "node:crypto";
import { changeBooks, noteInBooks, readBooks, type Books } from "@/books/open.ts";
import {
  noteSession,
  readSeenPayment,
  startOnlinePayment,
  type StartedPayment,
} from "@/books/payments/online-payments.ts";
import { payableDebt } from "@/books/payments/pay-offer.ts";
import { readOnlineSettings } from "@/books/payments/online-settings.ts";
import { accountOfPaper, noteOpening } from "@/books/statements/openings.ts";
import { familyOfStatement } from "@/books/statements/shared-account.ts";
import type { Language } from "@/domain/language/language.ts";
import type { PayChoice } from "@/domain/payments/online.ts";
import { PayForm } from "@/domain/payments/pay-form.ts";
import { payWords } from "@/domain/payments/pay-words.ts";
import { toStripeAmount } from "@/domain/payments/stripe-amount.ts";
import { Refusal } from "@/domain/refusal.ts";
import { msOf } from "@/domain/values/instant.ts";
import { ZERO, parseAmount } from "@/domain/values/money.ts";
import { env } from "@/env.ts";
import { tenantOf, type LinkActor } from "../actor.ts";
import { limitLinkAnswer } from "../auth/limits.ts";
import { asDate, now } from "../clock.ts";
import { commandKeyOf, formFault } from "../link-form.ts";
import { log, logSecurity } from "../log.ts";
import { openShared, type Shared } from "../shared-paper.ts";
import { fromHeaders, type From } from "../wire/request.ts";
import { secretKeyOf } from "./keys.ts";
import { fieldsOf, leadTo } from "./link-fields.ts";
import { CHECKOUT_HOURS } from "./look.ts";
import { checkoutOrigin } from "./checkout-origin.ts";
import { saidByStripe, stripeWith } from "./stripe.ts";

/** Later, Stripe's page would be over before it is filled in. */
const FRESH_MS = (CHECKOUT_HOURS - 0.75) * 3_600_000;

/** Leads to where it is paid, or back with `?fault=…`, which the page words. */
export async function payByLink(request: Request, token: string): Promise<Response> {
  const from = fromHeaders(request.headers);
  const fault = formFault(request, from);
  if (fault) return fault;
  const page = `/s/${encodeURIComponent(token)}`;
  try {
    return leadTo(await start(request, token, from));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return leadTo(`${page}?${new URLSearchParams({ fault: error.code })}#pay`);
  }
}

async function start(request: Request, token: string, from: From): Promise<string> {
  const shared = await openShared(token, from);
  const { actor } = shared;
  const paying = payingOf(shared);
  await limitLinkAnswer(from.ip, actor.linkId);
  const { key, text } = await fieldsOf(request, ["what", "amount", "account"], ["item"]);
  const input = parsed(text);
  // Sent again as it was, it is the same payment; with another amount, after a step back, it is another one.
  const choice = createHash("sha256").update(JSON.stringify(input)).digest("base64url").slice(0, 16);
  const command = { key: `${commandKeyOf(actor.linkId, key)}:${choice}`, procedure: "link.pay", input };
  const started = await changeBooks(actor, command, async (books) => {
    await noteOpening(books, actor.linkId);
    const isInvoice = actor.paper.kind === "invoice";
    const debt = isInvoice ? await payableDebt(books, actor.paper.id) : null;
    const account: Payable = debt ?? (await accountOf(books, shared, input.account));
    const wanted = choiceOf(input, account.currency, actor.locale);
    const { accountId, currency, customerNumber = paying.customerNumber } = account;
    const choice = debt ? ofOne(wanted, debt.itemId) : wanted;
    const begun = await startOnlinePayment(books, { accountId, currency, linkId: actor.linkId }, choice);
    return { ...begun, customerNumber };
  });
  logSecurity("link-answered", {
    requestId: from.requestId,
    ip: from.ip,
    tenant: tenantOf(actor),
    actor: actor.subject,
    answer: "pay",
  });
  const page = `/s/${encodeURIComponent(token)}/payments/${started.onlinePaymentId}`;
  const { state } = await readBooks(actor, (books) => readSeenPayment(books, actor, started.onlinePaymentId));
  if (state !== "started") return page;
  if (now().getTime() - msOf(started.createdAt) > FRESH_MS) throw new Refusal("form-too-old");
  const { customerNumber } = started;
  const url = await openCheckout(actor, { ...paying, customerNumber }, { started, page });
  // A page under a name of the business's own isn't where a form may lead; ours has a link to it.
  return new URL(url).origin === checkoutOrigin() ? url : page;
}

function parsed(text: Record<string, unknown>) {
  const read = PayForm.safeParse({ ...text, items: text["item"] });
  if (!read.success) throw new Refusal("form-incomplete");
  return read.data;
}

function choiceOf(
  { what, amount, items }: ReturnType<typeof parsed>,
  currency: string,
  locale: string,
): PayChoice {
  if (what === "chosen") {
    if (items.length === 0) throw new Refusal("form-incomplete");
    return { kind: what, itemIds: items };
  }
  if (what !== "amount") return { kind: what };
  const amountCents = parseAmount(amount, currency, locale);
  if (typeof amountCents === "string" || amountCents <= 0) throw new Refusal("amount-unreadable");
  return { kind: what, amountCents };
}

/** `customerNumber`: where it isn't the one that the paper is for. */
type Payable = { accountId: string; currency: string; customerNumber?: string };

/** A payment is of one account: of a parent's statement, the one that was chosen. Refuses one that isn't there. */
async function accountOf(
  books: Books,
  { actor, ...shared }: Shared,
  chosen: string | undefined,
): Promise<Payable> {
  if (shared.kind !== "statement" || !shared.issued.statement.accounts)
    return accountOfPaper(books, actor.paper);
  const { statementId } = shared.issued;
  const account = (await familyOfStatement(books, statementId)).find((each) => each.accountId === chosen);
  if (!account) throw new Refusal("not-found");
  return account;
}

/** All or a part of one invoice, and of no other. */
function ofOne(choice: PayChoice, itemId: number): PayChoice {
  if (choice.kind === "amount") return { ...choice, itemIds: [itemId] };
  if (choice.kind === "all") return { kind: "chosen", itemIds: [itemId] };
  throw new Refusal("form-incomplete");
}

/** In whose words it is paid, and what for; "" for the account. */
type Paying = { language: Language; customerNumber: string; invoiceNumber: string };

/** A credit memo has no form to pay. */
function payingOf(shared: Shared): Paying {
  if (shared.kind === "statement") {
    const { business, customer } = shared.issued.statement;
    return { language: business.language, customerNumber: customer.number, invoiceNumber: "" };
  }
  if (shared.actor.paper.kind !== "invoice") throw new Refusal("not-found");
  const { business, customer, number } = shared.invoice;
  return { language: business.language, customerNumber: customer.number, invoiceNumber: number };
}

type Opening = { started: StartedPayment; page: string };

/** The same page however often it is asked for. */
async function openCheckout(
  actor: LinkActor,
  { language, customerNumber, invoiceNumber }: Paying,
  { started, page }: Opening,
): Promise<string> {
  const key = secretKeyOf(actor, await readBooks(actor, readOnlineSettings));
  if (key === null) throw new Refusal("online-off");
  const { onlinePaymentId, currency, amountCents, surchargeCents, createdAt } = started;
  const say = payWords(language);
  const named =
    invoiceNumber === ""
      ? say.onAccount(actor.orgName, customerNumber)
      : say.onInvoice(actor.orgName, invoiceNumber);
  const of = { payment: onlinePaymentId };
  const line = (name: string, amount: number) => ({
    quantity: 1,
    price_data: { currency: currency.toLowerCase(), unit_amount: amount, product_data: { name } },
  });
  const lines = [
    line(named, toStripeAmount(amountCents, currency)),
    ...(surchargeCents > ZERO ? [line(say.surcharge, toStripeAmount(surchargeCents, currency))] : []),
  ];
  try {
    const stripe = await stripeWith(key);
    const { id: sessionId, url } = await stripe.checkout.sessions.create(
      {
        mode: "payment",
        client_reference_id: onlinePaymentId,
        metadata: of,
        payment_intent_data: { metadata: of },
        line_items: lines,
        success_url: `${env().APP_URL}${page}`,
        cancel_url: `${env().APP_URL}${page}`,
        expires_at: Math.floor(asDate(createdAt).getTime() / 1000) + CHECKOUT_HOURS * 3600,
      },
      { idempotencyKey: `onaccount-${onlinePaymentId}` },
    );
    if (url === null) throw new Refusal("payment-page-away");
    await noteInBooks(actor, (books: Books) => noteSession(books, { onlinePaymentId, sessionId, url }));
    return url;
  } catch (error) {
    const said = await saidByStripe(error);
    if (said === null) throw error;
    log().warn({ tenant: tenantOf(actor), said }, "checkout can't be opened");
    throw new Refusal("payment-page-away");
  }
}
