// What the API tells of customers, their contacts and their accounts.
import { z } from "zod";
import { CREDIT_STATUSES, EVENT_KINDS } from "../ledger/account.ts";
import { AnyInstant, AnySum, listOf, pageOf } from "../values/answer-shapes.ts";
import { AnyDay } from "../values/day-shape.ts";
import { CONTACT_ROLES, type ContactRole } from "./contact.ts";

const Named = z.object({ customerId: z.string(), name: z.string() });
const Status = z.enum(CREDIT_STATUSES);

export const LimitAnswer = z.union([
  z.object({ kind: z.enum(["none", "unlimited"]) }),
  z.object({ kind: z.literal("limit"), limitCents: AnySum }),
]);

export const CustomersAnswer = pageOf(
  z.object({
    customerId: z.string(),
    number: z.string(),
    name: z.string(),
    status: Status,
    currency: z.string(),
    balanceCents: AnySum,
    overdueCents: AnySum,
    openCreditCents: AnySum,
    limit: LimitAnswer,
  }),
);

const ContactAnswer = z.object({
  contactId: z.string(),
  name: z.string(),
  title: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  mobile: z.string().nullable(),
  fax: z.string().nullable(),
  contactRole: z.enum(["", ...(Object.keys(CONTACT_ROLES) as ContactRole[])]),
  getsStatements: z.boolean(),
  getsInvoices: z.boolean(),
  version: z.number().int(),
});

export const CustomerAnswer = z.object({
  customerId: z.string(),
  number: z.string(),
  name: z.string(),
  company: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  title: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  mobile: z.string().nullable(),
  fax: z.string().nullable(),
  addressLines: listOf(z.string()),
  city: z.string(),
  region: z.string(),
  postalCode: z.string(),
  country: z.string(),
  shippingLines: listOf(z.string()),
  terms: z.string(),
  taxNumber: z.string(),
  memo: z.string(),
  privateNotes: z.string(),
  status: Status,
  currency: z.string(),
  balanceCents: AnySum,
  openCreditCents: AnySum,
  parent: Named.nullable(),
  mergedInto: Named.nullable(),
  contacts: listOf(ContactAnswer),
  locations: listOf(
    z.object({
      locationId: z.string(),
      name: z.string(),
      addressLines: listOf(z.string()),
      version: z.number().int(),
    }),
  ),
  createdAt: AnyInstant,
  archivedAt: AnyInstant.nullable(),
  version: z.number().int(),
});

export const AgingAnswer = z.object({
  current: AnySum,
  d1_30: AnySum,
  d31_60: AnySum,
  d61_90: AnySum,
  d91: AnySum,
  totalCents: AnySum,
  unappliedCents: AnySum,
  netCents: AnySum,
  retainedCents: AnySum,
});

export const FiguresAnswer = z.object({
  balanceCents: AnySum,
  openCreditCents: AnySum,
  earmarkedCents: AnySum,
  reservedCents: AnySum,
  retainedCents: AnySum,
  netCents: AnySum,
});

const CanChargeAnswer = z.union([
  z.object({ kind: z.literal("unlimited") }),
  z.object({ kind: z.literal("amount"), amountCents: AnySum }),
  z.object({ kind: z.literal("refused"), because: z.string() }),
]);

/** One account, on a day and as it was known at an instant. */
export const AccountAnswer = z.object({
  accountId: z.string(),
  customerId: z.string(),
  customerNumber: z.string(),
  name: z.string(),
  currency: z.string(),
  currencies: listOf(z.string()),
  asOf: AnyDay,
  knownAt: z.string().nullable(),
  status: Status,
  limit: LimitAnswer,
  figures: FiguresAnswer,
  canCharge: CanChargeAnswer,
  aging: AgingAnswer,
  earmarks: listOf(
    z.object({ id: z.string(), amountCents: AnySum, note: z.string(), by: z.string(), madeAt: AnyInstant }),
  ),
});

/** A debt or a credit of the account is named by the number of the event that made it. */
export const UnpaidAnswer = pageOf(
  z.object({
    itemId: z.number().int(),
    invoiceId: z.string().nullable(),
    number: z.string(),
    receiptId: z.string().nullable(),
    jobId: z.string().nullable(),
    issuedOn: AnyDay,
    dueOn: AnyDay,
    daysPastDue: z.number().int(),
    currency: z.string(),
    amountCents: AnySum,
    openCents: AnySum,
    dueNowCents: AnySum,
  }),
);

export const HistoryAnswer = pageOf(
  z.object({
    eventId: z.number().int(),
    kind: z.enum(EVENT_KINDS),
    type: z.string(),
    effectiveOn: AnyDay,
    recordedAt: AnyInstant,
    currency: z.string(),
    chargeCents: AnySum,
    creditCents: AnySum,
    balanceCents: AnySum,
    invoiceId: z.string().nullable(),
    invoiceNumber: z.string().nullable(),
    paymentId: z.string().nullable(),
    creditMemoId: z.string().nullable(),
    receiptId: z.string().nullable(),
    notes: z.string(),
    customerNote: z.string().nullable(),
    reverses: z.number().int().nullable(),
    reversedBy: z.number().int().nullable(),
  }),
);

export const NewCustomerAnswer = z.object({
  customerId: z.string(),
  accountId: z.string(),
  number: z.string(),
});
export const ArchivedAnswer = z.object({ archived: z.boolean() });
