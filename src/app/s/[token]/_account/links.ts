// The addresses behind a statement's link.
import type { Route } from "next";
import { href, type Query } from "../../../[org]/_shell/links.ts";

export const toShared = (token: string, query: Query = {}, anchor = ""): Route =>
  href(["s", token], query, anchor);
export const toSharedPdf = (token: string): Route => href(["s", token, "pdf"]);
export const toSharedAccount = (token: string, query: Query = {}, anchor = ""): Route =>
  href(["s", token, "account"], query, anchor);
export const toSharedInvoice = (token: string, invoiceId: string): Route =>
  href(["s", token, "invoices", invoiceId]);
export const toSharedInvoicePdf = (token: string, invoiceId: string): Route =>
  href(["s", token, "invoices", invoiceId, "pdf"]);
/** Where a form of these pages is sent. */
export const toAnswer = (token: string, answer: "dispute" | "promise" | "question" | "seen"): Route =>
  href(["s", token, "answers", answer]);
/** Where they compare it with their own books. */
export const toReconcile = (token: string): Route => href(["s", token, "reconcile"]);
export const toVerify = (): Route => href(["verify"]);
/** Where a fresh link is asked for. */
export const toFresh = (token: string): Route => href(["s", token, "fresh"]);
/** Where what is asked first is answered. */
export const toCheck = (token: string): Route => href(["s", token, "check"]);
/** Where the form to pay is sent. */
export const toPay = (token: string): Route => href(["s", token, "pay"]);
/** Where the forms about autopay are sent. */
export const toAutopay = (token: string): Route => href(["s", token, "autopay"]);
/** Where one comes back to from the page where it is paid. */
export const toSharedPayment = (token: string, payment: string, query: Query = {}): Route =>
  href(["s", token, "payments", payment], query);
