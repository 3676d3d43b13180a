// The tax was another when this draft was last saved: said before it is issued, with what it is now.
import type { TaxRate } from "@/domain/values/tax.ts";
import { Notice } from "@/ui/notice.tsx";

const told = (taxes: readonly TaxRate[]): string =>
  taxes.length === 0 ? "no tax" : taxes.map(({ name, rate }) => `${name} ${rate} %`).join(" and ");

/** `before` is null where nothing was reckoned before. */
export function TaxChanged({ before, now }: { before: readonly TaxRate[] | null; now: readonly TaxRate[] }) {
  if (before === null || told(before) === told(now)) return null;
  return (
    <Notice tone="soon" title="The tax has changed since this draft was saved">
      It was {told(before)} and is {told(now)}. The figures here use what it is now.
    </Notice>
  );
}
