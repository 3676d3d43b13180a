"use client";
// The reports over the whole business, as links.
import { usePathname } from "next/navigation";
import { TabRow } from "@/ui/tab-row.tsx";
import {
  toAging,
  toAudit,
  toJournal,
  toRetainageReport,
  toTaxReport,
  toTrialBalance,
} from "../_shell/links.ts";

const REPORTS = [
  ["aging", "Aging", toAging],
  ["trial-balance", "Trial balance", toTrialBalance],
  ["retainage", "Retainage", toRetainageReport],
  ["tax", "Tax", toTaxReport],
  ["journal", "Journal", toJournal],
  ["audit", "Audit log", toAudit],
] as const;

export function ReportTabs({ org }: { org: string }) {
  const here = usePathname().split("/")[3];
  const tabs = REPORTS.map(([report, words, to]) => ({ words, href: to(org), isHere: report === here }));
  return <TabRow label="Reports" tabs={tabs} />;
}
