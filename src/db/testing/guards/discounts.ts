// What discount classes, product groups and their percentages may say, and labels of customers.
import { changed, copied, type Guard } from "./guard.ts";

const FRESH = { id: "gen_random_uuid()" };

export const DISCOUNTS: readonly Guard[] = [
  changed("discount_classes", "discount_classes_named", "name = ''"),
  copied("discount_classes_name", "discount_classes", FRESH),
  changed("product_groups", "product_groups_named", "name = ''"),
  copied("product_groups_name", "product_groups", FRESH),
  changed("labels", "labels_named", "name = ''"),
  copied("labels_name", "labels", FRESH),
  changed("discounts", "discounts_percent", "percent = 100.01"),
];
