// Invoices that a story takes for granted: written and issued through the doors of the editor, by whoever is signed in.
import type { Page } from "@playwright/test";
import { demoDay } from "./demo.ts";
import { ask, tell } from "./doors.ts";

type Issued = { invoiceId: string; number: string };
type Line = [description: string, quantity: string, unitPrice: string];

type Bill = { customerId: string; lines: readonly Line[]; retainage?: string; terms?: string };

/** Dated today, with the taxes that it meets, and so much held back of each line ("10%", or nothing). */
export async function issueInvoice(
  page: Page,
  slug: string,
  { customerId, lines, retainage = "", terms = "net-30" }: Bill,
): Promise<Issued> {
  const issuedOn = demoDay();
  const { taxes } = await ask<{ taxes: object[] }>(page, slug, "invoiceDrafts.ground", {
    customerId,
    issuedOn,
  });
  const line = { kind: "item", productId: null, sku: "", unit: "", discount: "", retainage: "" };
  const blank = { jobId: null, dueOn: null, number: "", poNumber: "", salesperson: "", chartCode: "" };
  const texts = { notesToCustomer: "", notesInternal: "", billingAddress: "", serviceAddress: "" };
  const draft = {
    ...blank,
    ...texts,
    customerId,
    issuedOn,
    terms,
    retainage,
    period: null,
    locale: "en-US",
    taxes,
    lines: lines.map(([description, quantity, unitPrice]) => ({
      ...line,
      description,
      quantity,
      unitPrice,
      taxable: true,
      retainable: true,
    })),
  };
  const { draftId, version } = await tell<{ draftId: string; version: number }>(
    page,
    slug,
    "invoiceDrafts.start",
    { draft },
  );
  return tell<Issued>(page, slug, "invoiceDrafts.issue", { draftId, version, seen: { taxes } });
}
