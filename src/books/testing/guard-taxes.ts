// The taxes' part of the scene in which guards are tried: a second agency, a combined rate, a customer exempt by a
// certificate with its file, and a location with a rate of its own.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { attachFile } from "../business/attachments.ts";
import { readTaxes } from "../business/read-taxes.ts";
import { addAgency, addCombined, addRate } from "../business/taxes.ts";
import { chooseCustomerTax, exemptCustomer } from "../customers/customer-taxes.ts";
import type { Account, Ledger } from "../story/ledger-dsl.ts";

export async function taxScene(business: Ledger, { customerId }: Account): Promise<void> {
  const { agencyId } = await business.change((books) => addAgency(books, { name: "City of Barre" }));
  const rate = { name: "City tax", agencyId, percent: "1.125" };
  const city = await business.change((books) => addRate(books, rate));
  await business.change((books) => addRate(books, { ...rate, name: "Spare" }));
  const { rates } = await business.read(readTaxes);
  const rateIds = [
    present(
      rates.find(({ name }) => name === "Sales tax"),
      "a rate",
    ).rateId,
    city.rateId,
  ];
  await business.change((books) => addCombined(books, { name: "Barre combined", rateIds }));
  await business.change((books) => chooseCustomerTax(books, { customerId, rateId: city.rateId }));
  const content = new TextEncoder().encode("%PDF-1.7");
  const file = { kind: "customer", id: customerId, name: "exempt.pdf", content } as const;
  const { attachmentId } = await business.change((books) => attachFile(books, file));
  const given = { customerId, certificate: "EX-77", expiresOn: null, attachmentId };
  await business.change((books) => exemptCustomer(books, given));
  await business.change(({ tx }) =>
    tx.execute(sql`
      insert into books.locations (customer_id, name, address_lines, tax_id)
      values (${customerId}::uuid, 'Site', '{"9 Elm St"}', ${city.rateId}::uuid)`),
  );
}
