// The list of products as a file.
import { listProducts } from "@/books/products/product-list.ts";
import type { Product } from "@/domain/products/product.ts";
import { amountColumn, plainColumn, textColumn } from "./csv.ts";
import { listFile } from "./list-file.ts";
import { productsRouter } from "../routers/products.ts";

const said = (yes: boolean) => (yes ? "yes" : "no");

export const productsFile = listFile({
  name: "products",
  procedure: productsRouter.list,
  columns: ({ currency }) => [
    textColumn<Product>("Name", (row) => row.name),
    textColumn<Product>("SKU", (row) => row.sku),
    textColumn<Product>("Barcode", (row) => row.barcode),
    textColumn<Product>("Description", (row) => row.description),
    textColumn<Product>("Unit", (row) => row.unit),
    textColumn<Product>("Product group", (row) => row.group),
    amountColumn<Product>("Cost", currency, (row) => row.costCents),
    plainColumn<Product>(`Sales price (${currency})`, (row) => row.price),
    textColumn<Product>("Revenue account", (row) => row.chartCode),
    plainColumn<Product>("Taxable", (row) => said(row.taxable)),
    plainColumn<Product>("Retainable", (row) => said(row.retainable)),
  ],
  page: ({ books }, input, size) => listProducts(books, input, size),
});
