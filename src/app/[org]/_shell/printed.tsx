// What a page says of itself when it is printed: whose books these are, and when they were read.
import { formatInstant } from "@/domain/values/instant.ts";
import { now } from "@/server/clock.ts";
import { PrintHead } from "@/ui/print-head.tsx";
import { readCurrentMember } from "./current-member.ts";

export async function Printed({ org }: { org: string }) {
  const { name, locale, zone } = (await readCurrentMember(org)).org;
  return <PrintHead words={`${name} · ${formatInstant(now().toISOString(), locale, zone)}`} />;
}
