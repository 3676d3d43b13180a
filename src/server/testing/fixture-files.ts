// For tests of the doors: the files of a stand-in shop.
import { attachFile } from "@/books/business/attachments.ts";
import { booksOf } from "./fixture-caller.ts";
import type { Shop } from "./shop.ts";

/** A file on the receipt. */
export async function fileAnew(shop: Shop): Promise<void> {
  const file = { name: "signed.pdf", content: new TextEncoder().encode("%PDF-1.7") };
  await (
    await booksOf(shop)
  ).change((books) => attachFile(books, { kind: "receipt", id: shop.receiptId, ...file }));
}
