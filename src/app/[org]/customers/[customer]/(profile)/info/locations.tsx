// The places this customer has goods brought to, besides the shipping address.
import { Card, Section } from "@/ui/card.tsx";
import { Table } from "@/ui/table.tsx";
import type { Profile } from "../read-profile.ts";
import { AddLocation, EditLocation } from "./location-dialogs.tsx";
import { LocationTax } from "./location-tax.tsx";
import { RemoveLocation } from "./remove-part.tsx";

type Props = {
  org: string;
  customerId: string;
  mayWrite: boolean;
  locations: Profile["locations"];
  /** What one can be taxed with. */
  taxes: readonly Tax[];
};
type Tax = { rateId: string; name: string; archived: boolean };

export function Locations({ org, customerId, mayWrite, locations, taxes }: Props) {
  return (
    <Section
      id="locations"
      title="Locations"
      end={mayWrite ? <AddLocation org={org} customerId={customerId} /> : null}
    >
      <Card>
        {locations.length === 0 ? (
          <p className="px-4 py-3 text-soft">
            None besides the addresses above. A location has a name and an address, such as a yard or a site.
          </p>
        ) : (
          <Table
            caption="Locations"
            rows={locations}
            rowKey={(location) => location.locationId}
            columns={[
              {
                key: "name",
                head: "Name",
                place: "lead",
                rowHead: true,
                wraps: true,
                cell: (location) => <span className="font-medium">{location.name}</span>,
              },
              {
                key: "address",
                head: "Address",
                place: "sub",
                wraps: true,
                cell: (location) => location.addressLines.join(", "),
              },
              {
                key: "tax",
                head: "Taxed with",
                place: "under",
                label: "taxed with",
                quiet: (location) => location.taxName === null,
                cell: (location) => location.taxName ?? <span className="text-faint">As the customer’s</span>,
              },
              {
                key: "do",
                head: <span className="sr-only">Change</span>,
                place: "lead-end",
                numeric: true,
                cell: (location) =>
                  mayWrite ? (
                    <span className="-my-2 inline-flex gap-1">
                      {taxes.length > 0 ? (
                        <LocationTax
                          key={location.taxId}
                          org={org}
                          location={location}
                          choices={taxes
                            .filter(({ archived, rateId }) => !archived || rateId === location.taxId)
                            .map(({ rateId: id, name }) => ({ id, name }))}
                        />
                      ) : null}
                      <EditLocation org={org} location={location} />
                      <RemoveLocation org={org} locationId={location.locationId} name={location.name} />
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
