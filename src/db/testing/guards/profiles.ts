// What a customer's profile may say, and the people, places and merges around it.
import { changed, copied, type Guard } from "./guard.ts";

export const PROFILES: readonly Guard[] = [
  changed("customers", "customers_not_into_itself", "merged_into = id"),
  changed("contacts", "contacts_named", "name = ''"),
  changed("contacts", "contacts_mailed", "gets_invoices = true, email = null"),
  changed("contacts", "contacts_role", "role = 'gossip'"),
  changed("locations", "locations_named", "name = ''"),
  changed("locations", "locations_somewhere", "address_lines = '{}'"),
  changed("customer_changes", "customer_changes_changed", "after = before"),
  {
    name: "customer_changes_kept",
    table: "customer_changes",
    by: "changes_kept",
    wrong: "delete from books.customer_changes",
  },
  changed("merges", "merges_two", "into_customer_id = from_customer_id"),
  changed("merges", "merges_reversed", "reversed_by = 'x'"),
  copied("merges_standing", "merges", { id: "gen_random_uuid()" }),
];
