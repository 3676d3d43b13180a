// Nobody to list: why, and the step that comes next.
import { Users } from "lucide-react";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Empty } from "@/ui/empty.tsx";
import { CUSTOMER_FILTERS, type CustomerFilter } from "@/domain/customers/customer-list.ts";
import type { PageLinks } from "../../_lists/list-links.ts";
import type { CurrentMember } from "../../_shell/current-member.ts";
import { toImport, toNewCustomer } from "../../_shell/links.ts";

const NOBODY: Record<CustomerFilter, { title: string; why: string }> = {
  balance: { title: "Nobody owes anything", why: "Customers with something to pay are listed here." },
  overdue: { title: "Nobody is late", why: "Customers with something past its due day are listed here." },
  "over-limit": {
    title: "Nobody is over their limit",
    why: "Customers who owe more than their credit limit are listed here.",
  },
  "exemption-ends": {
    title: "No exemption ends soon",
    why: "Customers whose certificate of tax exemption ends within 30 days, or has ended, are listed here.",
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

type Props = {
  all: PageLinks["all"];
  search: string | undefined;
  show: CustomerFilter | undefined;
  isLabelled: boolean;
};

/** Nobody of those who are asked for. */
export function NoCustomers({ all, search, show, isLabelled }: Props) {
  const action = <ButtonLink href={all}>Show all customers</ButtonLink>;
  const among = show ? ` in “${CUSTOMER_FILTERS[show]}”` : "";
  if (search) {
    return (
      <Empty icon={<Users />} title={`No customer matches “${search}”${among}`} action={action}>
        Names, companies, numbers, phones and e-mails are searched.
      </Empty>
    );
  }
  if (isLabelled)
    return (
      <Empty icon={<Users />} title={`Nobody has this label${among}`} action={action}>
        Choose “Label customers” above the whole list, or tick it on a customer’s Info tab.
      </Empty>
    );
  return show ? (
    <Empty icon={<Users />} title={NOBODY[show].title} action={action}>
      {NOBODY[show].why}
    </Empty>
  ) : null;
}

export function NoneYet({ here }: { here: CurrentMember }) {
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
