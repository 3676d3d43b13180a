// The discounts' part of the scene in which guards are tried: a class with its percentage for a group, a customer of the
// class and a product of the group.
import { inputOf } from "@/domain/input-of.ts";
import { createProduct } from "../products/products.ts";
import { NewProduct } from "@/domain/products/product.ts";
import { addLabel, labelCustomers } from "../customers/labels.ts";
import { addDiscounted, chooseCustomerClass, readDiscounts, setDiscounts } from "../products/discounts.ts";
import type { Account, Ledger } from "../story/ledger-dsl.ts";

export async function discountScene(business: Ledger, { customerId }: Account): Promise<void> {
  await business.change(async (books) => {
    const { id: classId } = await addDiscounted(books, { kind: "class", name: "Trade" });
    await createProduct(
      books,
      inputOf(NewProduct, { name: "Slate", sku: "SL-1", barcode: "0128", price: "12", group: "Stone" }),
    );
    const { groups } = await readDiscounts(books);
    await setDiscounts(books, {
      classId,
      percents: groups.map(({ id }) => ({ groupId: id, percent: "10" })),
    });
    await chooseCustomerClass(books, { customerId, classId });
    const { id: labelId } = await addLabel(books, { name: "Weekly" });
    await labelCustomers(books, { labelId, customerIds: [customerId], on: true });
  });
}
