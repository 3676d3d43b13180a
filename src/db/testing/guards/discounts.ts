// What discount classes, product groups and their percentages may say, and labels of customers.
import { changed, copied, type Guard } from "./guard.ts";

const FRESH = { id: "gen_random_uuid()" };

/** One label more than there may be, on or off one customer. */
const tooMany = (isOn: boolean) => `
  with more as (insert into books.labels (name) select 'More ' || n from generate_series(1, 51) n returning id)
  insert into books.customer_labels (customer_id, label_id, is_on)
  select a.customer_id, more.id, ${isOn} from more, books.accounts a where a.id = '{a}'`;
const LABELLED = { table: "customer_labels", by: "labels_counted" };

export const DISCOUNTS: readonly Guard[] = [
  changed("discount_classes", "discount_classes_named", "name = ''"),
  copied("discount_classes_name", "discount_classes", FRESH),
  changed("product_groups", "product_groups_named", "name = ''"),
  copied("product_groups_name", "product_groups", FRESH),
  changed("labels", "labels_named", "name = ''"),
  copied("labels_name", "labels", FRESH),
  { ...LABELLED, name: "labels_put_on", wrong: tooMany(true) },
  {
    ...LABELLED,
    name: "labels_put_on_again",
    wrong: `${tooMany(false)}; update books.customer_labels set is_on = true`,
  },
  changed("discounts", "discounts_percent", "percent = 100.01"),
];
