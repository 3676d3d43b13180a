// For tests of the doors: what the stand-in shop has, by the ids that procedures ask for.
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
  /** A link that stands for its customer, anew before it is withdrawn. */
  standingLinkId: string;
  /** A key for a program, anew before it is revoked. */
  apiKeyId: string;
  /** A clerk, anew before each thing that is done with one; and an invitation that waits. */
  memberId: string;
  invitationId: string;
  /** Of the audit log. */
  auditEntryId: string;
  /** Asked by its customer. */
  questionId: string;
  /** 0 until it has set how its papers look. */
  brandingVersion: number;
  /** Active, anew before it is stopped. */
  autopayId: string;
  runId: string;
  runScheduleId: string;
  /** Credit that a till asked for and got, anew before each thing that ends it. */
  decisionId: string;
  /** An endpoint of its webhooks, anew before each thing that is done with one. */
  endpointId: string;
  /** With which the owner issued that statement. */
  commandKey: string;
  /** The credit terms as they stand. */
  decided: DecidedTerms;
  /** A payment with open credit, and an item that it can settle. */
  paymentId: string;
  itemId: number;
  /** Part of that open credit, set aside. */
  earmarkId: string;
  productId: string;
  /** A discount class, and a product group by the name of Stone. */
  classId: string;
  groupId: string;
  /** A label of customers. */
  labelId: string;
  /** A tax agency with two rates, another rate anew before each thing that uses it up, and a file of the customer's. */
  agencyId: string;
  rateId: string;
  cityRateId: string;
  spareRateId: string;
  certificateId: string;
  /** A job that the project manager runs, anew before each change. */
  jobId: string;
  /** An invoice on that job of which something is held back, anew before each release. */
  retainedId: string;
  /** Goods enough for every test to bring some back. */
  receiptId: string;
  /** Of what is to be changed, as it is now. */
  version: number;
  /** An invoice that nothing was done with, and the event that made it; anew before each thing that uses it up. */
  invoiceId: string;
  creditMemoId: string;
  eventId: number;
  /** A payment's event with open credit, anew before each thing that uses it up, and a payment to be returned. */
  creditId: number;
  spentId: string;
  /** A deposit of such a payment, anew before each thing that is done with one. */
  depositId: string;
  /** An approval to charge above the limit, anew before each charge. */
  overrideId: string;
  requestId: string;
  applicationId: string;
  /** One that is asked for by somebody who has left, anew before each answer. */
  askedId: string;
  /** An authorised buyer, and a blanket purchase order, anew before they go. */
  buyerId: string;
  /** What a phone signed for that charge, anew before each. */
  signatureRequestId: string;
  orderId: string;
  /** A draft of an invoice on that job, anew before each thing done with one, and the taxes of that moment. */
  draftId: string;
  taxes: unknown[];
  /** The same of the rate that its line has of its own. */
  lineTaxes: unknown[];
  /** Such an invoice that comes again, anew before each change. */
  scheduleId: string;
  /** A file to be imported, anew before each thing that is done with one. */
  fileId: string;
};
