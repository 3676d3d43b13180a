// Retainage followed: what billed what this invoice held back, or what this invoice bills, and what of it is paid.
import { formatAmount, sum } from "@/domain/values/money.ts";
import { apiFor } from "@/server/api.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { Amount, type Reading } from "@/ui/amount.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import { RowLink } from "../../_lists/cells.tsx";
import type { CurrentMember } from "../../_shell/current-member.ts";
import { currencyHref, toInvoice, toJob, toNewRetained } from "../../_shell/links.ts";
import type { Invoice } from "./read-invoice.ts";

type Traced = RouterOutputs["retainage"]["trace"][number];
type Props = { here: CurrentMember; invoice: Invoice };

export async function RetainedTrace({ here, invoice }: Props) {
  const { slug, locale, currency: home } = here.org;
  const { invoiceId, customerId, heldCents, currency } = invoice;
  const rows = await (await apiFor(slug)).retainage.trace({ invoiceId });
  if (rows.length === 0 && heldCents === 0) return null;
  const reading = { currency, locale };
  const bills = rows.some((row) => row.retainedId === invoiceId);
  const held =
    heldCents > 0 && here.permissions.includes("invoice:write") ? (
      <Link
        href={toNewRetained(slug, { customer: customerId, ...currencyHref(currency, home) })}
        className="text-link"
      >
        Bill what is held back
      </Link>
    ) : null;
  return (
    <Section
      id="retainage"
      title={bills ? "Retainage it bills" : "Retainage"}
      note={
        bills ? `in ${currency}` : `${formatAmount(heldCents, currency, locale)} held back, in ${currency}`
      }
      end={held}
    >
      <Card>
        {rows.length === 0 ? (
          <p className="px-4 py-3 text-soft">Nothing of it has been billed yet.</p>
        ) : (
          <Table
            caption={bills ? `What this invoice bills, in ${currency}` : `What billed it, in ${currency}`}
            rows={rows}
            rowKey={(row) => `${row.retainedId} ${row.originalId} ${row.line}`}
            columns={columns(slug, { bills, rows, reading })}
            totalName="Total"
          />
        )}
      </Card>
    </Section>
  );
}

type Shown = { bills: boolean; rows: readonly Traced[]; reading: Reading };

function columns(org: string, { bills, rows, reading }: Shown): Column<Traced>[] {
  const counted = rows.filter((row) => !row.isVoided);
  const figure = (
    pick: "amountCents" | "paidCents",
    column: Pick<Column<Traced>, "key" | "head" | "place" | "label">,
  ): Column<Traced> => ({
    ...column,
    numeric: true,
    cell: (row) => (
      <span className={row.isVoided ? "text-soft line-through" : undefined}>
        <Amount cents={row[pick]} {...reading} />
      </span>
    ),
    total: <Amount cents={sum(counted.map((row) => row[pick]))} {...reading} />,
  });
  return [
    {
      key: "invoice",
      head: bills ? "Held back on" : "Billed by",
      place: "sub",
      rowHead: true,
      cell: (row) => (
        <RowLink href={toInvoice(org, bills ? row.originalId : row.retainedId)}>
          {bills ? row.originalNumber : row.retainedNumber}
        </RowLink>
      ),
    },
    {
      key: "what",
      head: "Line",
      place: "lead",
      wraps: true,
      cell: (row) => (row.isVoided ? `${row.description} (voided)` : row.description),
    },
    ...(bills && rows.some((row) => row.job !== null) ? [jobColumn(org)] : []),
    figure("amountCents", { key: "amount", head: "Billed", place: "lead-end" }),
    figure("paidCents", { key: "paid", head: "Paid", place: "sub-end", label: "paid" }),
  ];
}

const jobColumn = (org: string): Column<Traced> => ({
  key: "job",
  head: "Job",
  place: "under",
  label: "job",
  cell: ({ job }) =>
    job && (
      <Link href={toJob(org, job.jobId)} className="hover:underline">
        {job.number}
      </Link>
    ),
});
