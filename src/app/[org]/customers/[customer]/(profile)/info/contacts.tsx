// The people one deals with at this customer.
import { CONTACT_ROLES } from "@/domain/customers/contact.ts";
import { Card, Section } from "@/ui/card.tsx";
import { Table } from "@/ui/table.tsx";
import { Tag } from "@/ui/tag.tsx";
import type { Profile } from "../read-profile.ts";
import { Reach } from "./about-customer.tsx";
import { AddContact, EditContact } from "./contact-dialogs.tsx";
import { RemoveContact } from "./remove-part.tsx";

const GETS = [
  ["getsStatements", "Gets statements"],
  ["getsInvoices", "Gets invoices"],
] as const;

type Props = { org: string; customerId: string; mayWrite: boolean; contacts: Profile["contacts"] };

export function Contacts({ org, customerId, mayWrite, contacts }: Props) {
  return (
    <Section
      id="contacts"
      title="Contacts"
      end={mayWrite ? <AddContact org={org} customerId={customerId} /> : null}
    >
      <Card>
        {contacts.length === 0 ? (
          <p className="px-4 py-3 text-soft">
            Nobody yet. A contact has a name, a title, an e-mail and a phone of their own.
          </p>
        ) : (
          <Table
            caption="Contacts"
            rows={contacts}
            rowKey={(contact) => contact.contactId}
            columns={[
              {
                key: "name",
                head: "Name",
                place: "lead",
                rowHead: true,
                wraps: true,
                cell: (contact) => (
                  <>
                    <span className="mr-2 font-medium">{contact.name}</span>
                    {GETS.map(([field, words]) =>
                      contact[field] ? (
                        <span key={field} className="mr-1.5">
                          <Tag tone="neutral">{words}</Tag>
                        </span>
                      ) : null,
                    )}
                  </>
                ),
              },
              {
                key: "title",
                head: "Title and role",
                place: "sub",
                quiet: (contact) => contact.title === "" && contact.contactRole === "",
                wraps: true,
                cell: ({ title, contactRole: role }) =>
                  [title, role && CONTACT_ROLES[role] !== title ? CONTACT_ROLES[role] : ""]
                    .filter(Boolean)
                    .join(" · "),
              },
              {
                key: "email",
                head: "E-mail",
                place: "sub",
                quiet: (contact) => contact.email === null,
                wraps: true,
                cell: (contact) =>
                  contact.email ? <Reach to={`mailto:${contact.email}`}>{contact.email}</Reach> : null,
              },
              {
                key: "phone",
                head: "Phone",
                place: "sub",
                cell: (contact) =>
                  contact.phone ? <Reach to={`tel:${contact.phone}`}>{contact.phone}</Reach> : null,
              },
              {
                key: "mobile",
                head: "Mobile phone",
                place: "sub",
                quiet: (contact) => contact.mobile === null,
                cell: (contact) =>
                  contact.mobile ? <Reach to={`tel:${contact.mobile}`}>{contact.mobile}</Reach> : null,
              },
              {
                key: "fax",
                head: "Fax",
                place: "sub",
                quiet: (contact) => contact.fax === null,
                cell: (contact) => contact.fax,
              },
              {
                key: "do",
                head: <span className="sr-only">Change</span>,
                place: "lead-end",
                numeric: true,
                cell: (contact) =>
                  mayWrite ? (
                    <span className="-my-2 inline-flex gap-1">
                      <EditContact org={org} contact={contact} />
                      <RemoveContact org={org} contactId={contact.contactId} name={contact.name} />
                    </span>
                  ) : null,
              },
            ]}
          />
        )}
      </Card>
    </Section>
  );
}
