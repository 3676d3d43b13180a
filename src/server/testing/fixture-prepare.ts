// For tests of the doors: what must have happened in a stand-in shop before a procedure has something to do.
import { randomUUID } from "node:crypto";
import { recordInvoice } from "@/books/invoices/invoices.ts";
import { present } from "@/domain/assert.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewInvoice } from "@/domain/invoices/invoice-input.ts";
import { namedTaxes, type LineTaxes } from "@/domain/invoices/line-taxes.ts";
import type { TaxRate } from "@/domain/values/tax.ts";
import { day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { sharePaper } from "../shared-paper.ts";
import { asMember, booksOf, call } from "./fixture-caller.ts";
import { job, key, payment } from "./fixture-documents.ts";
import { DECISIONS_ANEW } from "./fixture-decisions.ts";
import { applicationAnew, overrideAnew, readDecided, requestAnew } from "./fixture-limits.ts";
import { OVERRIDES_ANEW } from "./fixture-overrides.ts";
import { fileAnew } from "./fixture-files.ts";
import { labelRead } from "./fixture-labels.ts";
import { MAIL_ANEW } from "./fixture-mail-server.ts";
import { ONLINE_PREPARATIONS } from "./fixture-online.ts";
import { importedFile, readyFile, sentFile } from "./fixture-imports.ts";
import { RUNS_ANEW } from "./fixture-runs.ts";
import { OWN_SIGN_IN_ANEW } from "./fixture-own-sign-in.ts";
import type { Shop } from "./shop.ts";
import { INPUTS } from "./fixture-inputs.ts";

export async function invoiceAnew(shop: Shop, more: { jobId?: string } = {}): Promise<void> {
  const lines = [{ description: "Stones", totalCents: cents(3_00) }];
  const invoice = { accountId: shop.accountId, issuedOn: day("2026-03-05"), lines, ...more };
  const made = await (
    await booksOf(shop)
  ).change((books) => recordInvoice(books, inputOf(NewInvoice, invoice)));
  Object.assign(shop, { invoiceId: made.invoiceId, eventId: made.eventId });
}

export async function paymentAnew(shop: Shop): Promise<void> {
  const made = await call(await asMember(shop, "owner"), "payments.record", payment(shop));
  const { paymentId, eventId } = made as { paymentId: string; eventId: number };
  Object.assign(shop, { spentId: paymentId, creditId: eventId });
}

async function depositAnew(shop: Shop): Promise<void> {
  await paymentAnew(shop);
  const made = await call(await asMember(shop, "owner"), "deposits.make", INPUTS["deposits.make"]?.(shop));
  shop.depositId = (made as { depositId: string }).depositId;
}

export async function jobAnew(shop: Shop): Promise<void> {
  const made = await call(await asMember(shop, "owner"), "jobs.create", { ...key(), ...job(shop) });
  Object.assign(shop, { jobId: (made as { jobId: string }).jobId, version: 1 });
}

/** With an invoice on it. */
async function billedJobAnew(shop: Shop): Promise<void> {
  await jobAnew(shop);
  await invoiceAnew(shop, { jobId: shop.jobId });
}

/** On a job of the project manager's, with something billed of what is held back. */
async function retainedAnew(shop: Shop): Promise<void> {
  await jobAnew(shop);
  const line = { description: "Wall", totalCents: cents(50_00), retainageCents: cents(5_00) };
  const { accountId, jobId } = shop;
  const invoice = inputOf(NewInvoice, { accountId, jobId, issuedOn: day("2026-03-05"), lines: [line] });
  const books = await booksOf(shop);
  await seenTaxes(shop);
  shop.retainedId = (await books.change((open) => recordInvoice(open, invoice))).invoiceId;
  await call(await asMember(shop, "owner"), "retainage.release", INPUTS["retainage.release"]?.(shop));
}

/** A credit memo of an invoice of its own. */
async function creditedAnew(shop: Shop): Promise<void> {
  await invoiceAnew(shop);
  const path = "creditMemos.creditInvoice";
  const made = await call(await asMember(shop, "owner"), path, INPUTS[path]?.(shop));
  shop.creditMemoId = (made as { creditMemoId: string }).creditMemoId;
}

/** On a job of the project manager's, with a link that opens it, as a mail carries one. */
async function sharedAnew(shop: Shop): Promise<void> {
  await billedJobAnew(shop);
  const { member } = await asMember(shop, "owner");
  await sharePaper(present(member, "the owner is a member"), { kind: "invoice", id: shop.invoiceId });
}

async function twinAnew(shop: Shop): Promise<void> {
  const owner = await asMember(shop, "owner");
  const twin = await call(owner, "customers.create", { commandKey: randomUUID(), name: "Twin" });
  shop.twinId = (twin as { customerId: string }).customerId;
}

async function mergeAnew(shop: Shop): Promise<void> {
  await twinAnew(shop);
  const merged = await call(await asMember(shop, "owner"), "merges.merge", INPUTS["merges.merge"]?.(shop));
  shop.mergeId = (merged as { mergeId: string }).mergeId;
}

async function rateAnew(shop: Shop): Promise<void> {
  const made = await call(await asMember(shop, "owner"), "taxes.addRate", INPUTS["taxes.addRate"]?.(shop));
  shop.spareRateId = (made as { rateId: string }).rateId;
}

async function draftAnew(shop: Shop): Promise<void> {
  await jobAnew(shop);
  const owner = await asMember(shop, "owner");
  Object.assign(shop, await call(owner, "invoiceDrafts.start", INPUTS["invoiceDrafts.start"]?.(shop)));
  await seenTaxes(shop);
}

/** As they are then: the invoice's own, and the rate's that its line has. */
async function seenTaxes(shop: Shop): Promise<void> {
  const asked = INPUTS["invoiceDrafts.taxes"]?.(shop);
  const read = await call(await asMember(shop, "owner"), "invoiceDrafts.taxes", asked);
  const { taxes, choices } = read as { taxes: TaxRate[]; choices: LineTaxes[] };
  Object.assign(shop, {
    taxes,
    lineTaxes: namedTaxes(choices.filter((each) => each.rateId === shop.rateId)),
  });
}

async function scheduleAnew(shop: Shop): Promise<void> {
  await draftAnew(shop);
  const owner = await asMember(shop, "owner");
  const made = await call(owner, "recurring.start", INPUTS["recurring.start"]?.(shop));
  shop.scheduleId = (made as { scheduleId: string }).scheduleId;
}

const BEFORE: Record<string, string> = {
  "charging.removeBuyer": "charging.addBuyer",
  "charging.closeOrder": "charging.addOrder",
  "contacts.edit": "contacts.add",
  "contacts.remove": "contacts.add",
  "locations.edit": "locations.add",
  "locations.remove": "locations.add",
  "taxes.chooseForLocation": "locations.add",
  "statements.withdraw": "statements.share",
  "openCredit.unApply": "openCredit.applyCredit",
  "terms.withdraw": "terms.offer",
  "periods.reopen": "periods.close",
};

const ANEW: Record<string, (shop: Shop) => Promise<void>> = {
  ...RUNS_ANEW,
  ...MAIL_ANEW,
  ...ONLINE_PREPARATIONS,
  "attachments.list": fileAnew,
  "customers.forget": twinAnew,
  "adjustments.writeOff": (shop) => invoiceAnew(shop),
  "creditMemos.list": creditedAnew,
  "creditMemos.read": creditedAnew,
  "creditMemos.paper": creditedAnew,
  "creditMemos.creditInvoice": (shop) => invoiceAnew(shop),
  "deposits.read": depositAnew,
  "deposits.paper": depositAnew,
  "deposits.make": paymentAnew,
  "deposits.reverse": depositAnew,
  "events.reverse": (shop) => invoiceAnew(shop),
  "imports.read": readyFile,
  "imports.faults": readyFile,
  "imports.look": readyFile,
  "imports.start": readyFile,
  "imports.cancel": async (shop) => void (await sentFile(shop)),
  "imports.undo": importedFile,
  "imports.discard": readyFile,
  "invoices.list": billedJobAnew,
  "invoices.totals": billedJobAnew,
  "invoices.void": (shop) => invoiceAnew(shop),
  "invoiceDrafts.list": draftAnew,
  "invoiceDrafts.read": draftAnew,
  "invoiceDrafts.save": draftAnew,
  "invoiceDrafts.discard": draftAnew,
  "invoiceDrafts.issue": async (shop) => {
    await overrideAnew(shop);
    await draftAnew(shop);
  },
  "invoiceDrafts.duplicate": (shop) => invoiceAnew(shop),
  "invoiceDrafts.correct": billedJobAnew,
  "openCredit.applyCredit": paymentAnew,
  "openCredit.unApply": paymentAnew,
  "openCredit.refund": paymentAnew,
  "payments.record": (shop) => invoiceAnew(shop),
  "payments.recordSplit": (shop) => invoiceAnew(shop),
  "payments.return": paymentAnew,
  "recurring.list": scheduleAnew,
  "recurring.start": draftAnew,
  "recurring.change": scheduleAnew,
  "labels.rename": labelRead,
  "jobs.edit": jobAnew,
  "jobs.archive": jobAnew,
  "jobs.unarchive": jobAnew,
  "mails.send": billedJobAnew,
  "mails.withdraw": sharedAnew,
  "merges.list": mergeAnew,
  "merges.preview": twinAnew,
  "merges.merge": twinAnew,
  "merges.reverse": mergeAnew,
  ...DECISIONS_ANEW,
  ...OWN_SIGN_IN_ANEW,
  ...OVERRIDES_ANEW,
  "charging.setRule": jobAnew,
  "charging.addBuyer": jobAnew,
  "charging.removeBuyer": jobAnew,
  "taxes.archiveRate": rateAnew,
  "taxes.renameRate": rateAnew,
  "taxes.unarchiveRate": rateAnew,
  "retainage.held": retainedAnew,
  "retainage.trace": retainedAnew,
  "retainage.release": retainedAnew,
  "credit.requests": requestAnew,
  "applications.read": applicationAnew,
  "applications.approve": applicationAnew,
  "applications.decline": applicationAnew,
  "credit.approve": requestAnew,
  "credit.decline": requestAnew,
  "credit.withdraw": requestAnew,
};
/** Where the version stands that a change is made to. */
const VERSIONED: Record<string, string> = {
  "products.edit": "products.read",
  "ownSignIn.change": "ownSignIn.read",
  "settings.changeTax": "settings.read",
  "taxes.chooseDefault": "settings.read",
  "settings.changeReturnedFee": "settings.read",
  "settings.changeCredit": "settings.read",
  "settings.changeHolds": "settings.read",
  "settings.changeDetails": "settings.read",
  "settings.changeLinks": "settings.read",
  "settings.changeProof": "settings.read",
  "settings.changeSeries": "settings.read",
  "settings.changeRegion": "settings.read",
};

/** What must have happened before, so that a procedure has something to do. */
export async function prepare(shop: Shop, path: string): Promise<void> {
  if (/^(credit|applications)\./.test(path)) shop.decided = await readDecided(shop);
  await ANEW[path]?.(shop);
  const before = BEFORE[path];
  if (before) {
    const answer = await call(await asMember(shop, "owner"), before, INPUTS[before]?.(shop));
    const { contactId, locationId, buyerId, orderId } = (answer ?? {}) as Partial<Shop>;
    Object.assign(shop, contactId && { contactId }, locationId && { locationId });
    Object.assign(shop, buyerId && { buyerId }, orderId && { orderId });
  }
  const read = VERSIONED[path];
  if (!read) return;
  const now = (await call(await asMember(shop, "owner"), read, INPUTS[read]?.(shop))) as { version: number };
  shop.version = now.version;
}
