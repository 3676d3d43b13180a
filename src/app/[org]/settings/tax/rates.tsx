// What a sale can be taxed with: single rates of an agency, with what they were and will be, and rates taken together.
import { formatPercent } from "@/domain/values/percent-words.ts";
import type { Combined, Rate, Taxes } from "@/domain/business/taxes.ts";
import type { Day } from "@/domain/values/day.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { Card } from "@/ui/card.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import { Tag } from "@/ui/tag.tsx";
import { SettingSection } from "../setting-section.tsx";
import { AddCombined } from "./add-combined.tsx";
import { AddRate } from "./add-rate.tsx";
import { ChangeRate } from "./change-rate.tsx";
import { ArchiveRate, ChooseDefault, RenameRate, UnarchiveRate } from "./change-tax.tsx";
import { nameColumn } from "../name-column.tsx";

type Props = {
  org: string;
  taxes: Taxes;
  /** Of the settings. */
  version: number;
  mayChange: boolean;
  locale: string;
  today: Day;
};
type Row = (Rate | Combined) & { of: string; next: string };

export function Rates({ org, taxes, version, mayChange, locale, today }: Props) {
  const rows = rowsOf(taxes, { locale, today });
  const shown = columns(locale);
  const changing = changes({ org, version, locale, today });
  const { agencies, rates } = taxes;
  return (
    <SettingSection id="rates" title="Rates" mayChange={mayChange}>
      <Card>
        {rows.length === 0 ? (
          <p className="px-4 py-3 text-soft">
            None yet. A rate is taken for one agency; several of them can be one combined rate.
          </p>
        ) : (
          <Table
            caption="Rates"
            rows={rows}
            rowKey={(row) => row.rateId}
            columns={mayChange ? [...shown, changing] : shown}
          />
        )}
      </Card>
      {mayChange ? (
        <div className="mt-3 flex flex-wrap gap-2">
          <AddRate org={org} agencies={agencies} locale={locale} />
          {rates.filter(({ archived }) => !archived).length > 1 ? (
            <AddCombined org={org} rates={rates.filter(({ archived }) => !archived)} locale={locale} />
          ) : null}
        </div>
      ) : null}
    </SettingSection>
  );
}

function rowsOf(
  { agencies, rates, combined }: Taxes,
  { locale, today }: { locale: string; today: Day },
): Row[] {
  const agencyOf = (id: string) => agencies.find(({ agencyId }) => agencyId === id)?.name ?? "";
  const nameOf = (id: string) => rates.find(({ rateId }) => rateId === id)?.name ?? "";
  return [
    ...rates.map((rate) => ({ ...rate, of: agencyOf(rate.agencyId), next: nextWords(rate, locale, today) })),
    ...combined.map((set) => ({ ...set, of: set.parts.map(nameOf).join(" + "), next: "" })),
  ];
}

/** "7% from 1 Jan 2027". */
function nextWords({ steps }: Rate, locale: string, today: Day): string {
  const next = steps.filter(({ fromOn }) => fromOn > today).at(-1);
  return next ? `${formatPercent(next.percent, locale)} from ${formatDay(next.fromOn, locale)}` : "";
}

const columns = (locale: string): Column<Row>[] => [
  nameColumn((row) => (row.isDefault ? <Tag tone="good">Default</Tag> : null)),
  {
    key: "of",
    head: "Agency or rates",
    place: "sub",
    wraps: true,
    cell: (row) => <span className="text-soft">{row.of}</span>,
  },
  {
    key: "percent",
    head: "Now",
    place: "lead-end",
    numeric: true,
    cell: (row) => (row.percent === null ? "—" : formatPercent(row.percent, locale)),
  },
  {
    key: "next",
    head: "Next",
    place: "under",
    wraps: true,
    cell: (row) => (row.next === "" ? null : <span className="text-soft">{row.next}</span>),
  },
];

type Place = { org: string; version: number; locale: string; today: Day };

const changes = ({ org, version, locale, today }: Place): Column<Row> => ({
  key: "do",
  head: <span className="sr-only">Change</span>,
  place: "under",
  numeric: true,
  wraps: true,
  cell: (row) => (
    <span className="-my-2 inline-flex flex-wrap justify-end gap-1 print:hidden">
      {row.archived ? (
        <UnarchiveRate org={org} rate={row} />
      ) : (
        <>
          {"steps" in row ? <ChangeRate org={org} rate={row} locale={locale} today={today} /> : null}
          {row.isDefault ? null : <ChooseDefault org={org} rate={row} version={version} />}
          <RenameRate key={row.version} org={org} rate={row} />
          {row.isDefault ? null : <ArchiveRate org={org} rate={row} />}
        </>
      )}
    </span>
  ),
});
