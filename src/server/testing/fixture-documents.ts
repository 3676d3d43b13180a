// For tests of the doors: the documents that people of the stand-in shop send, each time anew.
import { randomBytes, randomUUID } from "node:crypto";
import type { Shop } from "./shop.ts";

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
export const houseCharge = ({
  accountId,
  productId,
  overrideId,
  itemId,
  jobId,
  buyerId,
  orderId,
  signatureRequestId,
}: Shop) => ({
  ...key(),
  accountId,
  jobId,
  overrideId,
  buyerId,
  signatureRequestId,
  orderId,
  issuedOn: "2026-03-05",
  lines: [{ productId, description: "Topsoil", quantity: "1", unitPrice: "42.00", taxable: false }],
  onAccountCents: 1,
  onAccountApplied: [{ itemId, amountCents: 1 }],
  tenders: [
    { tender: "house-charge", amountCents: 42_00 },
    { tender: "cash", amountCents: 1 },
  ],
});

export const job = ({ customerId, people }: Pick<Shop, "customerId" | "people">) => ({
  customerId,
  number: `J-${randomBytes(6).toString("hex")}`,
  name: "Patio",
  status: "open",
  managerId: people["project-manager"].id,
  addressLines: ["1 Elm St"],
  city: "Albany",
  region: "NY",
  postalCode: "12207",
  country: "",
  startsOn: "2026-03-01",
  endsOn: null,
  limitCents: null,
  contractNumber: "C-77",
  contractOn: null,
  contractCents: 10_000_00,
  chartCode: null,
  taxId: null,
  retainageWork: "10",
  retainageStored: null,
  notes: "",
});

export const product = () => ({
  ...key(),
  name: "Topsoil",
  sku: randomBytes(6).toString("hex"),
  price: "42.00",
  group: "Stone",
});

export const account = () => ({
  ...key(),
  code: randomBytes(6).toString("hex"),
  name: "Plants",
  kind: "revenue",
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
