"use client";
// The sides of one customer, as links, with the one that is open marked.
import { usePathname } from "next/navigation";
import { TabRow } from "@/ui/tab-row.tsx";
import type { Side } from "./customer-sides.ts";

export function CustomerTabs({ sides }: { sides: readonly Side[] }) {
  const here = usePathname().split("/")[4] ?? "account";
  const tabs = sides.map(({ side, words, href }) => ({ words, href, isHere: side === here }));
  return <TabRow label="Customer" tabs={tabs} />;
}
