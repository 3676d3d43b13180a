// The sections of the shell: only those that exist, and only those this person may open.
import {
  Banknote,
  ChartNoAxesColumn,
  FileSpreadsheet,
  FileText,
  FileUp,
  HardHat,
  Package,
  ReceiptText,
  Settings,
  Users,
} from "lucide-react";
import type { Route } from "next";
import type { ReactNode } from "react";
import type { CurrentMember } from "./current-member.ts";
import {
  toAging,
  toCustomers,
  toImport,
  toInvoices,
  toJobs,
  toPayments,
  toProducts,
  toReceipts,
  toSettings,
  toStatements,
} from "./links.ts";

/** `letter` follows g on the keyboard. */
export type Section = { label: string; href: Route; letter: string; icon: ReactNode };

export function sectionsFor(here: CurrentMember): Section[] {
  const { slug } = here.org;
  const sections: Section[] = [{ label: "Customers", href: toCustomers(slug), letter: "c", icon: <Users /> }];
  sections.push({ label: "Invoices", href: toInvoices(slug), letter: "v", icon: <FileSpreadsheet /> });
  // Who can't sell reads the receipts all the same.
  const counter = here.permissions.includes("receipt:record") ? "Counter" : "Receipts";
  sections.push({ label: counter, href: toReceipts(slug), letter: "r", icon: <ReceiptText /> });
  sections.push({ label: "Payments", href: toPayments(slug), letter: "p", icon: <Banknote /> });
  sections.push({ label: "Jobs", href: toJobs(slug), letter: "j", icon: <HardHat /> });
  sections.push({ label: "Products", href: toProducts(slug), letter: "o", icon: <Package /> });
  if (here.permissions.includes("statement:preview")) {
    sections.push({ label: "Statements", href: toStatements(slug), letter: "s", icon: <FileText /> });
  }
  if (here.permissions.includes("report:read")) {
    sections.push({ label: "Aging", href: toAging(slug), letter: "a", icon: <ChartNoAxesColumn /> });
  }
  if (here.permissions.includes("books:import")) {
    sections.push({ label: "Import", href: toImport(slug), letter: "i", icon: <FileUp /> });
  }
  if (here.permissions.includes("report:read")) {
    sections.push({ label: "Settings", href: toSettings(slug), letter: "e", icon: <Settings /> });
  }
  return sections;
}
