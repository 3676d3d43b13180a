// What a key for a program can be given, and how that is said to people.
import type { Permission } from "../permission.ts";

/** What a key can be given: each opens something of the API, and is called there what it is called here. */
export const API_SCOPES = [
  "account:read",
  "report:read",
  "customer:write",
  "product:write",
  "job:write",
  "receipt:record",
  "payment:record",
  "invoice:write",
  "credit:apply",
  "event:reverse",
  "limit:change",
  "settings:change",
  "statement:preview",
  "statement:issue",
  "books:import",
] as const satisfies readonly Permission[];

export type ApiScope = (typeof API_SCOPES)[number];

export const SCOPE_WORDS: Record<ApiScope, string> = {
  "account:read": "See customers, jobs, products, documents and account histories",
  "report:read": "See reports: aging and settings",
  "customer:write": "Add and change customers and their contacts",
  "product:write": "Add and change products",
  "job:write": "Add and change jobs",
  "receipt:record": "Make receipts, house charges with them, and returns",
  "payment:record": "Record payments",
  "invoice:write": "Draft and issue invoices, and mail them",
  "credit:apply": "Apply and un-apply credit, and set it aside",
  "event:reverse": "Void invoices, credit them, return payments, refund credit, and reverse",
  "limit:change": "Say who may charge to an account, set limits of jobs, and bring in limits with a file",
  "settings:change": "Add, rename and archive labels",
  "statement:preview": "See statements and what they would say",
  "statement:issue": "Issue statements and mail them",
  "books:import": "Bring in files and take them back: invoices, payments, customers, contacts, products",
};
