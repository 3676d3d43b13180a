// Looks through the history, by type, days and text, or goes to a day. Two ordinary GET forms: what is asked stands in
// the address, and everything else on the page stays as it was.
import { CalendarSearch, ChevronDown, ListFilter } from "lucide-react";
import Form from "next/form";
import { HISTORY_TYPES } from "@/domain/receivables/history-list.ts";
import { Button } from "@/ui/button.tsx";
import { DayBox, FilterForm, FilterSelect } from "../../../_lists/filter-form.tsx";
import { toCustomer } from "../../../_shell/links.ts";
import { isNarrowed, viewOf, type AccountParams } from "./search-params.ts";
import { Kept } from "./narrow.tsx";

type Props = { org: string; customerId: string; asked: AccountParams };

export function HistoryFilters({ org, customerId, asked }: Props) {
  const { unreadDays } = asked;
  const { type, jumpOn } = asked.history;
  const action = toCustomer(org, customerId);
  const view = { ...viewOf(asked), cursor: null, jump: null };
  const kept = { ...view, type: null, search: null, from: null, through: null };
  return (
    <details
      open={isNarrowed(asked.history) || jumpOn !== undefined || Object.keys(unreadDays).length > 0}
      className="group min-w-0 grow print:hidden"
    >
      <summary className="inline-flex min-h-9 cursor-pointer list-none items-center gap-2 rounded-control px-2 -ml-2 font-medium text-accent hover:bg-hover touch:min-h-11 [&::-webkit-details-marker]:hidden [&_svg]:size-4">
        <ListFilter aria-hidden="true" />
        Filter, or jump to a date
        <ChevronDown aria-hidden="true" className="group-open:rotate-180" />
      </summary>
      <div className="mt-1 flex flex-wrap items-end justify-between gap-x-6">
        <FilterForm
          action={action}
          label="Find in the history"
          placeholder="Note, number or reference"
          kept={kept}
          {...asked.history}
          unread={unreadDays}
        >
          <FilterSelect label="Type" name="type" value={type}>
            <option value="">All types</option>
            {Object.entries(HISTORY_TYPES).map(([name, { label }]) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </FilterSelect>
        </FilterForm>
        <Form action={action} scroll={false} key={jumpOn ?? ""} className="mb-3 flex items-end gap-2">
          <Kept query={view} />
          <DayBox label="Jump to" name="jump" value={jumpOn} unread={unreadDays["jumpOn"]} required />
          <Button type="submit">
            <CalendarSearch aria-hidden="true" />
            Go
          </Button>
        </Form>
      </div>
    </details>
  );
}
