// For tests of the doors: what the stand-in shop consists of, and the documents that its people send, each time anew.
import { randomBytes, randomUUID } from "node:crypto";
import type { Person } from "@/db/directory/people.ts";
import type { DecidedTerms } from "@/domain/credit/credit-terms.ts";
import type { Role } from "@/domain/permission.ts";

export type Shop = {
  slug: string;
  people: Record<Role, Person>;
  customerId: string;
  customerNumber: string;
  /** A customer that nothing else is done with. */
  spareId: string;
  /** A customer who is somebody else's twin, anew before each merge; and the merge that stands. */
  twinId: string;
  mergeId: string;
  contactId: string;
  locationId: string;
  accountId: string;
  statementId: string;
  /** The credit terms as they stand. */
  decided: DecidedTerms;
  /** A payment with open credit, and an item that it can settle. */
  paymentId: string;
  itemId: number;
  /** Part of that open credit, set aside. */
  earmarkId: string;
  productId: string;
  /** Goods enough for every test to bring some back. */
  receiptId: string;
  /** Of what is to be changed, as it is now. */
  version: number;
  /** An invoice that nothing was done with, and the event that made it; anew before each thing that uses it up. */
  invoiceId: string;
  eventId: number;
  /** A payment's event with open credit, anew before each thing that uses it up, and a payment to be returned. */
  creditId: number;
  spentId: string;
  /** An approval to charge above the limit, anew before each charge. */
  overrideId: string;
};

export const key = () => ({ commandKey: randomUUID() });

export const payment = ({ accountId }: Shop) => ({
  ...key(),
  accountId,
  amountCents: 5_00,
  method: "check",
  receivedOn: "2026-03-05",
  applied: [],
});

export const earmark = ({ accountId }: Shop) => ({
  ...key(),
  accountId,
  amountCents: 50,
  note: "Spring order",
});

export const receipt = ({ accountId }: Shop, quantity: number) => ({
  ...key(),
  accountId,
  issuedOn: "2026-03-05",
  lines: [
    { productId: null, description: "Mulch", quantity: `${quantity}`, unitPrice: "4.50", taxable: true },
  ],
  tenders: [{ tender: "cash", amountCents: quantity * 4_50 }],
});

/** More than the account may charge, as somebody approved. */
export const houseCharge = ({ accountId, productId, overrideId }: Shop) => ({
  ...{ ...key(), accountId, overrideId, issuedOn: "2026-03-05" },
  lines: [{ productId, description: "Topsoil", quantity: "1", unitPrice: "42.00", taxable: false }],
  tenders: [{ tender: "house-charge", amountCents: 42_00 }],
});

export const product = () => ({
  ...key(),
  name: "Topsoil",
  sku: randomBytes(6).toString("hex"),
  price: "42.00",
});

export const correction = ({ accountId }: Shop) => ({
  ...key(),
  accountId,
  amountCents: 1,
  ...reversalInput,
});

export const reversalInput = { on: "2026-03-06", reason: "Entered twice" };

export const CSV = (number: string) =>
  `customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,SettledDate\nC-9,${number},1/2/2026,2/1/2026,10.5,\n`;
