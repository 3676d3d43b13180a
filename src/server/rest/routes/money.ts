// Receipts, payments, and open credit.
import { ReversedAnswer } from "@/domain/invoices/invoice-answer.ts";
import {
  NewEarmarkAnswer,
  NewPaymentAnswer,
  OpenCreditAnswer,
  PaymentAnswer,
  PaymentsAnswer,
  PostedAnswer,
  PostedReleasingAnswer,
  ReleasedAnswer,
} from "@/domain/payments/payment-answer.ts";
import {
  NewReceiptAnswer,
  NewReturnAnswer,
  ReceiptAnswer,
  ReceiptsAnswer,
} from "@/domain/receipts/receipt-answer.ts";
import { route, type Noun } from "../route.ts";

const receipt = "/receipts/{receipt_id}" as const;

export const receipts: Noun = {
  name: "Receipts",
  says: "Sales of the counter, paid at once, on the house account, or both; and goods that are brought back.",
  routes: [
    route("receipts.list", {
      method: "GET",
      path: "/receipts",
      says: "List receipts",
      answer: ReceiptsAnswer,
    }),
    route("receipts.record", {
      method: "POST",
      path: "/receipts",
      says: "Record a receipt",
      creates: true,
      answer: NewReceiptAnswer,
    }),
    route("receipts.read", { method: "GET", path: receipt, says: "Read a receipt", answer: ReceiptAnswer }),
    route("receipts.recordReturn", {
      method: "POST",
      path: `${receipt}/returns`,
      says: "Take goods back",
      more: "To give money back takes the scope event:reverse as well.",
      creates: true,
      answer: NewReturnAnswer,
    }),
  ],
};

const payment = "/payments/{payment_id}" as const;

export const payments: Noun = {
  name: "Payments",
  says: "Money that came in. What of it settles nothing yet is the customer’s open credit.",
  routes: [
    route("payments.list", {
      method: "GET",
      path: "/payments",
      says: "List payments",
      answer: PaymentsAnswer,
    }),
    route("payments.record", {
      method: "POST",
      path: "/payments",
      says: "Record a payment",
      creates: true,
      answer: NewPaymentAnswer,
    }),
    route("payments.read", { method: "GET", path: payment, says: "Read a payment", answer: PaymentAnswer }),
    route("payments.applyCredit", {
      method: "POST",
      path: `${payment}/apply`,
      says: "Apply what is open of a payment",
      answer: PostedAnswer,
    }),
    route("payments.return", {
      method: "POST",
      path: `${payment}/return`,
      says: "Say that the bank returned a payment",
      answer: ReversedAnswer,
    }),
  ],
};

export const credits: Noun = {
  name: "Open credit",
  says: "What an account has paid or been credited and not used yet: applied, set aside, or refunded.",
  routes: [
    route("openCredit.read", {
      method: "GET",
      path: "/customers/{customer}/credits",
      says: "Read an account’s open credit",
      answer: OpenCreditAnswer,
    }),
    route("openCredit.applyCredit", {
      method: "POST",
      path: "/accounts/{account_id}/apply",
      says: "Apply open credit",
      answer: PostedReleasingAnswer,
    }),
    route("openCredit.unApply", {
      method: "POST",
      path: "/accounts/{account_id}/un-apply",
      says: "Un-apply credit",
      answer: PostedAnswer,
    }),
    route("openCredit.refund", {
      method: "POST",
      path: "/accounts/{account_id}/refunds",
      says: "Refund open credit",
      creates: true,
      answer: PostedReleasingAnswer,
    }),
    route("earmarks.add", {
      method: "POST",
      path: "/accounts/{account_id}/earmarks",
      says: "Set open credit aside",
      creates: true,
      answer: NewEarmarkAnswer,
    }),
    route("earmarks.release", {
      method: "POST",
      path: "/earmarks/{earmark_id}/release",
      says: "Release what was set aside",
      answer: ReleasedAnswer,
    }),
  ],
};
