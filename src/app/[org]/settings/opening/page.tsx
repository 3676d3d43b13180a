// What a business starts its books with: entered by hand one by one, or brought in by an import, listed with its sum, which is
// what the trial balance has on Opening balances.
import { Scale } from "lucide-react";
import type { Metadata } from "next";
import { openingList } from "@/domain/business/opening-list.ts";
import { countOf } from "@/domain/count-of.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import { apiFor } from "@/server/api.ts";
import { Card, Section } from "@/ui/card.tsx";
import { CsvLink } from "@/ui/csv-link.tsx";
import { Empty } from "@/ui/empty.tsx";
import { Link } from "@/ui/link.tsx";
import { listLinks } from "../../_lists/list-links.ts";
import { BY_DAY, ListRows } from "../../_lists/list-rows.tsx";
import { openingColumns } from "../../_lists/opening-columns.tsx";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { toImport, toOpening, toTrialBalance } from "../../_shell/links.ts";
import { OpeningForm } from "./opening-form.tsx";

export const metadata: Metadata = { title: "Opening balances · Settings" };

export default async function OpeningBalances({
  params,
  searchParams,
}: PageProps<"/[org]/settings/opening">) {
  const { org } = await params;
  const query = openingList.read(await searchParams);
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  if (!here.permissions.includes("report:read")) return null;
  const links = listLinks(openingList, query, (asked) => toOpening(org, asked));
  const [page, totals] = await Promise.all([
    api.openings.list(query),
    api.openings.totals(openingList.match(query)),
  ]);
  const { locale, currency } = here.org;
  const write = (amount: Cents) => formatAmount(amount, currency, locale);
  const mayEnter = here.permissions.includes("books:import");
  return (
    <>
      <Section id="enter" title="Opening balances">
        <Card padded>
          <p className="max-w-prose">
            What customers owed and had to their credit when your books began on{" "}
            <strong>{formatDay(totals.startOn, locale)}</strong>. Each is posted against Opening balances; no
            sale and no money of these books.
          </p>
          {mayEnter ? (
            <>
              <OpeningForm org={org} place={{ locale, currency, startOn: totals.startOn }} />
              <p className="mt-4 text-13 text-soft">
                Many of them?{" "}
                <Link href={toImport(org)} className="text-link">
                  Import a file of open items
                </Link>
                .
              </p>
            </>
          ) : null}
        </Card>
      </Section>
      <Section
        id="entered"
        title="What was entered"
        note={`${countOf(totals.count, "opening balance")}, in ${currency}`}
        end={totals.count > 0 ? <CsvLink permissions={here.permissions} href={links.csv} /> : null}
      >
        {totals.count > 0 ? (
          <p className="mb-2 text-13 text-soft">
            {write(totals.owedCents)} owed less {write(totals.creditCents)} of credit is{" "}
            <strong className="font-semibold text-ink">{write(totals.netCents)}</strong>: what{" "}
            <Link href={toTrialBalance(org)} className="text-link">
              the trial balance
            </Link>{" "}
            has on Opening balances.
          </p>
        ) : null}
        <ListRows
          links={links}
          page={page}
          what="opening balances"
          caption={`Opening balances, the last entered first, in ${currency}`}
          columns={openingColumns({ org: here.org, totals })}
          rowKey={(row) => String(row.eventId)}
          totalName={`Total, ${currency}`}
          turns={BY_DAY}
          none={
            <Empty icon={<Scale />} title="Nothing was brought forward">
              {mayEnter
                ? "Enter above what was still open of each invoice and credit on the day before your books start."
                : "Whoever may import can enter what was open on the day before the books start."}
            </Empty>
          }
        />
      </Section>
    </>
  );
}
