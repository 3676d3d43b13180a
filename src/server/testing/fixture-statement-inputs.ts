// For tests of the doors: what a person of the stand-in shop could send about its statements.
import { key } from "./fixture-documents.ts";
import type { Shop } from "./shop.ts";

export const STATEMENT_INPUTS: Record<string, (shop: Shop) => unknown> = {
  "collections.read": ({ customerId }) => ({ customer: customerId, currency: "USD" }),
  "standingLinks.list": ({ customerId }) => ({ customer: customerId, currency: "USD" }),
  "standingLinks.make": ({ customerId }) => ({
    ...key(),
    customer: customerId,
    currency: "USD",
    forWhom: "Ann Lee",
  }),
  "standingLinks.withdraw": ({ standingLinkId }) => ({ ...key(), linkId: standingLinkId }),
  "mailServer.read": () => ({}),
  "mailServer.change": () => ({
    ...key(),
    version: 0,
    host: "smtp.greenleaf.example",
    port: 587,
    security: "starttls",
    username: "books",
    password: "never told again",
    fromAddress: "books@greenleaf.example",
  }),
  "mailServer.remove": () => ({ ...key(), version: 1 }),
  "mailServer.test": () => key(),
  "statements.preview": ({ customerId }) => ({ customer: customerId, currency: "USD", asOf: "2026-02-28" }),
  "statements.previewPaper": ({ customerId }) => ({
    customer: customerId,
    currency: "USD",
    asOf: "2026-02-28",
  }),
  "statements.list": ({ customerId }) => ({ customerId }),
  "statements.count": ({ customerId }) => ({ customerId }),
  "statements.read": ({ statementId }) => ({ statementId }),
  "statements.issue": ({ customerId }) => ({
    ...key(),
    customer: customerId,
    currency: "USD",
    asOf: "2026-02-28",
  }),
  "statements.send": ({ statementId }) => ({ ...key(), statementId, recipient: "ap@greenleaf.example" }),
  "statements.share": ({ statementId }) => ({ ...key(), statementId }),
  "statements.withdraw": ({ statementId }) => ({ ...key(), statementId }),
};
