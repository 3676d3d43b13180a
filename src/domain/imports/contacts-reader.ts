// The rows of a file of contacts: the people at customers that are there, each by their e-mail, else by their name, once.
import type { RowCells } from "./cells.ts";
import type { FileContact } from "./entries.ts";
import { quoted } from "./faults.ts";
import { foldName } from "./fold.ts";
import { FileCustomers, emailIn } from "./row-customer.ts";
import { roleNamed, yesNamed } from "./words.ts";

export class ContactsReader {
  readonly customers = new FileCustomers();
  readonly contacts: FileContact[] = [];
  private readonly seen = new Map<string, number>();

  read(row: RowCells): void {
    const customer = this.customers.of(row, "");
    const contact = {
      name: row.text("contactName", 200),
      title: row.text("contactTitle", 100),
      email: emailIn(row, "contactEmail"),
      phone: row.text("contactPhone", 60),
      mobile: row.text("contactMobile", 60),
      fax: row.text("contactFax", 60),
      role: roleIn(row),
      getsStatements: yesIn(row, "getsStatements"),
      getsInvoices: yesIn(row, "getsInvoices"),
    };
    if (contact.name === "" && contact.email === "")
      row.fault(row.has("contactName") ? "contactName" : "contactEmail", "missing", "No name and no e-mail.");
    else if (customer) this.once(row, customer.key, contact);
    if (customer && !row.faulty && !row.undecided)
      this.contacts.push({ row: row.row, customer: customer.key, ...contact });
  }

  private once(row: RowCells, customer: string, { name, email }: { name: string; email: string }): void {
    const key = `${customer}\n${email === "" ? `~${foldName(name)}` : email.toLowerCase()}`;
    const there = this.seen.get(key);
    if (there === undefined) this.seen.set(key, row.row);
    else
      row.fault(
        email === "" ? "contactName" : "contactEmail",
        "twice",
        `${quoted(email || name)} stands on row ${there} already.`,
      );
  }
}

/** As a column of its own says; in a file without one, as the title does where it is one that we know. */
function roleIn(row: RowCells): FileContact["role"] {
  if (!row.has("contactRole")) return roleNamed(row.says("contactTitle")) ?? "";
  if (row.isBlank("contactRole")) return "";
  const named = roleNamed(row.says("contactRole"));
  if (named === null)
    row.fault(
      "contactRole",
      "unknown role",
      `${quoted(row.says("contactRole"))} is no role that we know, such as “Accounts payable” or “Owner”.`,
    );
  return named ?? "";
}

function yesIn(row: RowCells, field: string): boolean | null {
  if (row.isBlank(field)) return null;
  const named = yesNamed(row.says(field));
  if (named === null)
    row.fault(field, "neither yes nor no", `${quoted(row.says(field))} is neither yes nor no.`);
  return named;
}
