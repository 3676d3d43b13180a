// The billing terms that the business offers, with what each would mean for an invoice of today, and adding one's own.
import { formatPercent } from "@/domain/values/percent-words.ts";
import type { Metadata } from "next";
import { formatDay } from "@/domain/values/day-words.ts";
import { addDays, type Day } from "@/domain/values/day.ts";
import { codeWords, dueUnder, keptTerms } from "@/domain/values/terms.ts";
import { apiFor } from "@/server/api.ts";
import { Card } from "@/ui/card.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import { readCurrentMember, type CurrentMember } from "../../_shell/current-member.ts";
import { SettingSection } from "../setting-section.tsx";
import { OfferTerms } from "./offer-terms.tsx";
import { WithdrawTerms } from "./withdraw-terms.tsx";

export const metadata: Metadata = { title: "Terms · Settings" };

export default async function TermsSettings({ params }: PageProps<"/[org]/settings/terms">) {
  const { org } = await params;
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  if (!here.permissions.includes("report:read")) return null;
  const codes = await api.terms.list({});
  const mayChange = here.permissions.includes("settings:change");
  const columns = columnsFor(here.org);
  return (
    <SettingSection id="terms" title="Billing terms" mayChange={mayChange}>
      <p className="mb-3 max-w-prose text-13 text-soft">
        What one chooses from for a customer or an invoice. Customers and invoices keep the terms that they
        have, whatever is offered later.
      </p>
      {codes.length > 0 ? (
        <Card>
          <Table
            caption="Billing terms"
            rows={codes}
            rowKey={(code) => code}
            columns={mayChange ? [...columns, changes(org)] : columns}
          />
        </Card>
      ) : (
        <p className="text-soft">None is offered. A number of days can be typed for each customer.</p>
      )}
      {mayChange ? <OfferTerms org={org} locale={here.org.locale} /> : null}
    </SettingSection>
  );
}

const columnsFor = ({ today, locale }: CurrentMember["org"]): Column<string>[] => [
  { key: "terms", head: "Terms", place: "lead", rowHead: true, wraps: true, cell: codeWords },
  {
    key: "due",
    head: "An invoice of today is due",
    place: "sub",
    label: "an invoice of today is due",
    cell: (code) => formatDay(dueUnder(keptTerms(code), today), locale),
  },
  {
    key: "discount",
    head: "Discount",
    place: "under",
    wraps: true,
    cell: (code) => discountWords(code, today, locale),
  },
];

function discountWords(code: string, today: Day, locale: string) {
  const { discount } = keptTerms(code);
  if (!discount) return null;
  const until = formatDay(addDays(today, discount.days), locale);
  return `${formatPercent(discount.percent, locale)} of the subtotal, paid by ${until}`;
}

const changes = (org: string): Column<string> => ({
  key: "do",
  head: <span className="sr-only">Change</span>,
  place: "lead-end",
  numeric: true,
  cell: (code) => (
    <span className="-my-2 inline-flex print:hidden">
      <WithdrawTerms org={org} code={code} />
    </span>
  ),
});
