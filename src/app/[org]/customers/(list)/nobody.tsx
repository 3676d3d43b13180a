// Nobody to list: why, and the step that comes next.
import { Users } from "lucide-react";
import { ButtonLink } from "@/ui/button.tsx";
import { Empty } from "@/ui/empty.tsx";
import type { CurrentMember } from "../../_shell/current-member.ts";
import { toCustomers, toImport, toNewCustomer } from "../../_shell/links.ts";
import { SHOWS, type Show } from "./asked.ts";

type Props = { here: CurrentMember; search: string | undefined; show: Show };

const NOBODY: Record<Exclude<Show, "all">, { title: string; why: string }> = {
  balance: { title: "Nobody owes anything", why: "Customers with something to pay are listed here." },
  overdue: { title: "Nobody is late", why: "Customers with something past its due day are listed here." },
  "over-limit": {
    title: "Nobody is over their limit",
    why: "Customers who owe more than their credit limit are listed here.",
  },
  empty: {
    title: "No empty customers",
    why: "Customers without any event or document are listed here, to be archived together.",
  },
  archived: {
    title: "Nobody is archived",
    why: "A customer nobody deals with any more is archived on their Info page.",
  },
};

export function Nobody({ here, search, show }: Props) {
  const { slug } = here.org;
  const all = <ButtonLink href={toCustomers(slug)}>Show all customers</ButtonLink>;
  if (search) {
    return (
      <Empty
        icon={<Users />}
        title={`No customer matches “${search}”${show === "all" ? "" : ` in “${SHOWS[show]}”`}`}
        action={all}
      >
        Names, companies, numbers, phones and e-mails are searched.
      </Empty>
    );
  }
  if (show !== "all") {
    return (
      <Empty icon={<Users />} title={NOBODY[show].title} action={all}>
        {NOBODY[show].why}
      </Empty>
    );
  }
  return <NoneYet here={here} />;
}

function NoneYet({ here }: { here: CurrentMember }) {
  const mayAdd = here.permissions.includes("customer:write");
  const mayImport = here.permissions.includes("books:import");
  const { slug } = here.org;
  return (
    <Empty
      icon={<Users />}
      title="No customers yet"
      action={
        mayAdd ? (
          <div className="flex flex-wrap justify-center gap-2">
            <ButtonLink href={toNewCustomer(slug)} variant="primary">
              Add the first customer
            </ButtonLink>
            {mayImport ? <ButtonLink href={toImport(slug)}>Import your invoices</ButtonLink> : null}
          </div>
        ) : null
      }
    >
      {mayImport
        ? "Add them one by one, or bring a CSV file of invoices: it makes the customers, what they owe and their history in one step."
        : "They appear here as soon as someone of your business adds one."}
    </Empty>
  );
}
