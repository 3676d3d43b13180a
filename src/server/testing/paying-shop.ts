// For tests of paying online: a business that takes it by the stand-in for Stripe, and a customer of it with a statement's link.
import { booksOf } from "./fixture-caller.ts";
import { asMember, call, openShop, type Shop } from "./fixture-shop.ts";
import { somewhere } from "./fixtures.ts";
import { issueStatement } from "@/books/statements/statements.ts";
import type { Account, Ledger } from "@/books/story/ledger-dsl.ts";
import { present } from "@/domain/assert.ts";
import { day } from "@/domain/values/day.ts";
import { letterheadOf, systemActor, tenantOf, type SystemActor } from "../actor.ts";
import { newFormKey } from "../link-form.ts";
import { autopayByLink } from "../online/autopay-form.ts";
import { payByLink } from "../online/start-payment.ts";
import { takeStripeEvent } from "../online/webhook.ts";
import { sharePaper } from "../shared-paper.ts";
import { CLIENT_ADDRESS } from "../wire/headers.ts";

export const SECRET_KEY = "sk_test_standinstandin4242";
export const WEBHOOK_SECRET = "whsec_standinstandin";

export type Payer = Account & { token: string; linkId: string };

export type PayingShop = {
  shop: Shop;
  books: Ledger;
  system: SystemActor;
  /** A customer with what `story` says, and a statement of them. */
  payer: (story: (books: Ledger) => Promise<Account>) => Promise<Payer>;
  /** The customer with that invoice, behind the link of it alone. */
  holder: (account: Account, invoiceId: string) => Promise<Payer>;
  /** Sends the form; a key of its own unless one is given. */
  send: (payer: Payer, fields: Record<string, string | string[]>, key?: string) => Promise<Response>;
  /** Sends a form about autopay. */
  answer: (payer: Payer, fields: Record<string, string>, key?: string) => Promise<Response>;
  /** Brings a webhook to the door of this business. */
  bring: (event: { body: string; signature: string }, business?: string) => Promise<Response>;
};

export async function openPayingShop(
  settings: { surchargePercent?: string; toAccount?: string | null } = {},
): Promise<PayingShop> {
  const shop = await openShop();
  const books = await booksOf(shop);
  const owner = await asMember(shop, "owner");
  const member = present(owner.member, "the owner is a member");
  await call(owner, "onlineSettings.change", {
    commandKey: `keys-${shop.slug}`,
    version: 0,
    inUse: true,
    secretKey: SECRET_KEY,
    webhookSecret: WEBHOOK_SECRET,
    toAccount: null,
    surchargePercent: "0",
    smallestCents: 100,
    ...settings,
  });
  const system = present(await systemActor(tenantOf(member), "test"), "it is there");
  return {
    shop,
    books,
    system,
    async payer(story) {
      const account = await story(books);
      const { statementId } = await books.change((open) =>
        issueStatement(open, letterheadOf(member), {
          customer: account.customerId,
          fromOn: day("2026-01-01"),
          asOf: day("2026-06-30"),
        }),
      );
      const { url, linkId } = await sharePaper(member, { kind: "statement", id: statementId });
      return { ...account, token: url.split("/s/")[1] ?? "", linkId };
    },
    async holder(account, id) {
      const { url, linkId } = await sharePaper(member, { kind: "invoice", id });
      return { ...account, token: url.split("/s/")[1] ?? "", linkId };
    },
    send: ({ token, linkId }, fields, key = newFormKey(linkId)) => payByLink(formOf(fields, key), token),
    answer: ({ token, linkId }, fields, key = newFormKey(linkId)) =>
      autopayByLink(formOf(fields, key), token),
    bring({ body, signature }, business = tenantOf(member)) {
      const headers = { "stripe-signature": signature, [CLIENT_ADDRESS]: somewhere().ip };
      const request = new Request("http://localhost:3000/api/stripe/x", { method: "POST", body, headers });
      return takeStripeEvent(request, business);
    },
  };
}

/** As a browser sends it from our page. */
function formOf(fields: Record<string, string | string[]>, key: string): Request {
  const body = new FormData();
  body.set("key", key);
  for (const [name, values] of Object.entries(fields))
    for (const value of [values].flat()) body.append(name, value);
  const headers = {
    "sec-fetch-site": "same-origin",
    origin: "null",
    [CLIENT_ADDRESS]: somewhere().ip,
  };
  return new Request("http://localhost:3000/s/x/pay", { method: "POST", body, headers });
}
