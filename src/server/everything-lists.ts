// The lists that are all of a business together. What is only a part of another list, of one customer or one run, isn't among them.
import { agingFile } from "./list-files/aging.ts";
import { applicationsFile } from "./list-files/applications.ts";
import { auditFile } from "./list-files/audit.ts";
import { bouncesFile } from "./list-files/bounces.ts";
import { chartFile } from "./list-files/chart.ts";
import { contactsFile } from "./list-files/contacts.ts";
import { creditCustomersFile } from "./list-files/credit-customers.ts";
import { creditMemosFile } from "./list-files/credit-memos.ts";
import { customersFile } from "./list-files/customers.ts";
import { depositsFile } from "./list-files/deposits.ts";
import { invoicesFile } from "./list-files/invoices.ts";
import { jobsFile } from "./list-files/jobs.ts";
import { journalFile } from "./list-files/journal.ts";
import { onlinePaymentsFile } from "./list-files/online-payments.ts";
import { openingsFile } from "./list-files/openings.ts";
import { paymentsFile } from "./list-files/payments.ts";
import { productsFile } from "./list-files/products.ts";
import { receiptsFile } from "./list-files/receipts.ts";
import { recurringFile } from "./list-files/recurring.ts";
import { retainageFile } from "./list-files/retainage.ts";
import { saidFile } from "./list-files/said.ts";
import { runsFile } from "./list-files/statement-run.ts";
import { statementsFile } from "./list-files/statements.ts";
import { taxFile } from "./list-files/tax.ts";
import { trialBalanceFile } from "./list-files/trial-balance.ts";
import type { ListFile } from "./list-files/list-file.ts";

export const EVERY_LIST: readonly ListFile[] = [
  customersFile,
  contactsFile,
  productsFile,
  jobsFile,
  invoicesFile,
  creditMemosFile,
  receiptsFile,
  paymentsFile,
  onlinePaymentsFile,
  depositsFile,
  statementsFile,
  runsFile,
  recurringFile,
  openingsFile,
  creditCustomersFile,
  applicationsFile,
  saidFile,
  bouncesFile,
  agingFile,
  retainageFile,
  taxFile,
  trialBalanceFile,
  journalFile,
  chartFile,
  auditFile,
];
