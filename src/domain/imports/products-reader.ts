// The rows of a file of products: each by its SKU, else by its name, once.
import { plainAmount, readAmountCell } from "./amount-forms.ts";
import type { RowCells } from "./cells.ts";
import type { FileProduct } from "./entries.ts";
import { quoted } from "./faults.ts";
import { foldName } from "./fold.ts";
import { readPrice } from "../products/product.ts";
import { yesNamed } from "./words.ts";

export class ProductsReader {
  readonly products: FileProduct[] = [];
  private readonly seen = new Map<string, number>();

  read(row: RowCells): void {
    const sku = row.text("sku", 60);
    const name = row.text("productName", 200) || sku;
    const price = this.price(row, "price") ?? "";
    const cost = this.price(row, "cost") ?? "";
    const taxable = this.taxable(row);
    const text = {
      description: row.text("description", 500),
      unit: row.text("unit", 20),
      group: row.text("group", 60),
    };
    if (name === "") row.fault(row.has("productName") ? "productName" : "sku", "missing", "No name.");
    else this.once(row, sku, name);
    if (!row.faulty && !row.undecided)
      this.products.push({ row: row.row, sku, name, ...text, price, cost, taxable });
  }

  private once(row: RowCells, sku: string, name: string): void {
    const key = sku === "" ? `~${foldName(name)}` : `#${sku.toUpperCase()}`;
    const there = this.seen.get(key);
    if (there === undefined) this.seen.set(key, row.row);
    else
      row.fault(
        sku === "" ? "productName" : "sku",
        "twice",
        `${quoted(sku || name)} stands on row ${there} already.`,
      );
  }

  private price(row: RowCells, field: string): string | null {
    if (row.isBlank(field)) return null;
    const cell = readAmountCell(row.raw(field));
    const decimal = row.decimalOf(field);
    if (cell && decimal === null) {
      row.undecided = true;
      return null;
    }
    const plain = cell && decimal && plainAmount(cell, decimal);
    const price = plain ? readPrice(plain) : null;
    if (price === null)
      row.fault(field, "not a price", `${quoted(row.says(field))} is no price with at most 8 decimals.`);
    return price;
  }

  private taxable(row: RowCells): boolean | null {
    if (row.isBlank("taxable")) return null;
    const named = yesNamed(row.says("taxable"));
    if (named === null)
      row.fault("taxable", "neither yes nor no", `${quoted(row.says("taxable"))} is neither yes nor no.`);
    return named;
  }
}
