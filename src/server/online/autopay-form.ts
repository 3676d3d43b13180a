// A customer sets up autopay from behind their link, or stops it. Setting up leads to Stripe's page, where the card or account is
// entered; nothing is taken there.
import { askAutopay, noteAutopaySession, stopAutopay } from "@/books/payments/autopay.ts";
import { readOnlineSettings } from "@/books/payments/online-settings.ts";
import { changeBooks, noteInBooks, readBooks } from "@/books/open.ts";
import { accountOfPaper, noteOpening } from "@/books/statements/openings.ts";
import { AutopayForm } from "@/domain/payments/autopay-form.ts";
import { autopayWords } from "@/domain/payments/autopay-words.ts";
import { Refusal } from "@/domain/refusal.ts";
import { parseAmount, type Cents } from "@/domain/values/money.ts";
import { env } from "@/env.ts";
import { tenantOf, type LinkActor } from "../actor.ts";
import { limitLinkAnswer } from "../auth/limits.ts";
import { asDate } from "../clock.ts";
import { commandKeyOf, formFault } from "../link-form.ts";
import { log, logSecurity } from "../log.ts";
import { openShared } from "../shared-paper.ts";
import { fromHeaders, type From } from "../wire/request.ts";
import { checkoutOrigin } from "./checkout-origin.ts";
import { secretKeyOf } from "./keys.ts";
import { fieldsOf, leadTo } from "./link-fields.ts";
import { CHECKOUT_HOURS } from "./look.ts";
import { saidByStripe, stripeWith } from "./stripe.ts";

/** Leads to where it is entered, or back with `?done=…` or `?fault=…`, which the page words. */
export async function autopayByLink(request: Request, token: string): Promise<Response> {
  const from = fromHeaders(request.headers);
  const fault = formFault(request, from);
  if (fault) return fault;
  const page = `/s/${encodeURIComponent(token)}`;
  try {
    return leadTo(await carryOut(request, { token, from, page }));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return leadTo(`${page}?${new URLSearchParams({ fault: error.code })}#autopay`);
  }
}

type Given = { token: string; from: From; page: string };

async function carryOut(request: Request, { token, from, page }: Given): Promise<string> {
  const { actor, kind, ...shared } = await openShared(token, from);
  if (kind !== "statement" || !("issued" in shared)) throw new Refusal("not-found");
  await limitLinkAnswer(from.ip, actor.linkId);
  const { key, text } = await fieldsOf(request, ["what", "day", "most", "agreed", "autopay"]);
  const read = AutopayForm.safeParse(text);
  if (!read.success) throw new Refusal("form-incomplete");
  const command = { key: commandKeyOf(actor.linkId, key), procedure: `link.autopay`, input: read.data };
  logSecurity("link-answered", {
    requestId: from.requestId,
    ip: from.ip,
    tenant: tenantOf(actor),
    actor: actor.subject,
    answer: `autopay-${read.data.what}`,
  });
  const form = read.data;
  if (form.what === "stop") {
    await changeBooks(actor, command, async (books) => {
      const { accountId } = await accountOfPaper(books, actor.paper);
      return stopAutopay(books, { autopayId: form.autopay, accountId });
    });
    return `${page}?${new URLSearchParams({ done: "autopay-stopped" })}#autopay`;
  }
  const { business, accounts } = shared.issued.statement;
  if (accounts) throw new Refusal("not-found");
  const asked = await changeBooks(actor, command, async (books) => {
    await noteOpening(books, actor.linkId);
    const { accountId, currency } = await accountOfPaper(books, actor.paper);
    const mostCents = mostIn(form.most, currency, actor.locale);
    const consent = autopayWords(business.language).consent(business.name);
    const made = await askAutopay(books, { accountId, currency, onDay: form.day, mostCents, consent });
    return { ...made, currency };
  });
  return openSetup(actor, { ...asked, page });
}

function mostIn(text: string, currency: string, locale: string): Cents | null {
  if (text === "") return null;
  const amount = parseAmount(text, currency, locale);
  if (typeof amount === "string" || amount <= 0) throw new Refusal("amount-unreadable");
  return amount;
}

type Setup = { autopayId: string; createdAt: string; currency: string; page: string };

async function openSetup(actor: LinkActor, { autopayId, createdAt, currency, page }: Setup): Promise<string> {
  const key = secretKeyOf(actor, await readBooks(actor, readOnlineSettings));
  if (key === null) throw new Refusal("online-off");
  const back = `${env().APP_URL}${page}#autopay`;
  try {
    const { id: sessionId, url } = await (
      await stripeWith(key)
    ).checkout.sessions.create(
      {
        mode: "setup",
        currency: currency.toLowerCase(),
        customer_creation: "always",
        client_reference_id: autopayId,
        metadata: { autopay: autopayId },
        success_url: back,
        cancel_url: back,
        expires_at: Math.floor(asDate(createdAt).getTime() / 1000) + CHECKOUT_HOURS * 3600,
      },
      { idempotencyKey: `onaccount-${autopayId}` },
    );
    if (url === null || new URL(url).origin !== checkoutOrigin()) throw new Refusal("payment-page-away");
    await noteInBooks(actor, (books) => noteAutopaySession(books, autopayId, sessionId));
    return url;
  } catch (error) {
    const said = await saidByStripe(error);
    if (said === null) throw error;
    log().warn({ tenant: tenantOf(actor), said }, "autopay can't be set up");
    throw new Refusal("payment-page-away");
  }
}
