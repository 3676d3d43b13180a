// The columns of the tax report: the agency, the sales on which it was taken and those on which it wasn't, what of its tax is on account, what was paid at the counter, and both.
import { taxTotals, type AgencyTax } from "@/domain/receivables/tax-report.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { Amount } from "@/ui/amount.tsx";
import type { Column } from "@/ui/table.tsx";
import type { CurrentMember } from "../_shell/current-member.ts";
import { toJournal } from "../_shell/links.ts";
import { RowLink } from "./cells.tsx";

type Props = { org: CurrentMember["org"]; report: RouterOutputs["reports"]["tax"] };

export function taxColumns({ org, report }: Props): Column<AgencyTax>[] {
  const { slug, currency, locale } = org;
  const { fromOn, throughOn, basis } = report;
  const totals = taxTotals(report.rows);
  const amount = (
    pick: "accountCents" | "counterCents" | "taxCents" | "taxableCents" | "exemptCents",
    place: Pick<Column<AgencyTax>, "head" | "place" | "label">,
  ): Column<AgencyTax> => ({
    key: pick,
    numeric: true,
    ...place,
    cell: (row) => <Amount cents={row[pick]} currency={currency} locale={locale} />,
    // The same sale may be taxed for several agencies: sales aren't added up over them.
    ...(pick !== "taxableCents" &&
      pick !== "exemptCents" && {
        total: <Amount cents={totals[pick]} currency={currency} locale={locale} />,
      }),
  });
  return [
    {
      key: "agency",
      head: "Agency",
      place: "lead",
      rowHead: true,
      wraps: true,
      cell: (row) => (
        <RowLink href={toJournal(slug, { account: row.chartCode, from: fromOn, through: throughOn })}>
          {row.agency}
        </RowLink>
      ),
    },
    {
      key: "account",
      head: "Account",
      place: "sub",
      cell: (row) => <span className="text-soft">{row.chartCode}</span>,
    },
    amount("taxableCents", { head: "Taxable sales", place: "under", label: "taxable sales" }),
    amount("exemptCents", { head: "Exempt sales", place: "under", label: "exempt sales" }),
    amount("accountCents", {
      head: basis === "paid" ? "Paid on account" : "Invoiced, less credited",
      place: "under",
      label: "on account",
    }),
    amount("counterCents", { head: "Paid at the counter", place: "under", label: "at the counter" }),
    amount("taxCents", { head: "Tax", place: "lead-end" }),
  ];
}
