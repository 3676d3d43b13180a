// What the two businesses of the demo story sell.
import type { z } from "zod";
import { inputOf } from "@/domain/input-of.ts";
import type { Ledger } from "@/books/story/ledger-dsl.ts";
import { createProduct } from "@/books/products/products.ts";
import { cents } from "@/domain/values/money.ts";
import { NewProduct } from "@/domain/products/product.ts";

type Sold = z.input<typeof NewProduct>;

/** Prices as the shop's board has them, costs in cents. */
const HILLSIDE: readonly Sold[] = [
  { name: "Screened topsoil", sku: "SOIL-TOP", unit: "yd", price: "42.00", costCents: cents(2650) },
  { name: "Compost blend", sku: "SOIL-CMP", unit: "yd", price: "48.50", costCents: cents(3010) },
  { name: "Hardwood mulch, dark", sku: "MULCH-HW", unit: "yd", price: "38.00", costCents: cents(2240) },
  {
    name: "Pine bark nuggets, 2 cu ft",
    sku: "MULCH-PN",
    barcode: "036000291452",
    unit: "bag",
    price: "6.49",
  },
  {
    name: "Bluestone paver, 12 × 24",
    sku: "PAV-BLU-1224",
    unit: "each",
    price: "14.75",
    costCents: cents(890),
  },
  { name: "Concrete paver, holland", sku: "PAV-HOL", unit: "sq ft", price: "4.385", costCents: cents(271) },
  { name: "Crushed stone, 3/4 in", sku: "STONE-34", unit: "t", price: "31.00", costCents: cents(1775) },
  { name: "Polymeric sand", sku: "SAND-POLY", barcode: "042100005264", unit: "bag", price: "29.95" },
  { name: "Drip line, 1/2 in", sku: "DRIP-12", unit: "ft", price: "0.3875", costCents: cents(21) },
  { name: "Drip fitting, barbed tee", sku: "DRIP-TEE", barcode: "012345678905", unit: "each", price: "0.89" },
  { name: "Ice melt, 50 lb", sku: "SALT-50", barcode: "071121000026", unit: "bag", price: "18.99" },
  { name: "Bulk road salt", sku: "SALT-BULK", unit: "t", price: "96.00", costCents: cents(7180) },
  {
    name: "Delivery within 20 miles",
    sku: "DELIV-20",
    unit: "trip",
    price: "65.00",
    description: "One truck, up to 12 yd",
    taxable: false,
    retainable: false,
  },
  { name: "Vermont seed mix, certified", sku: "SEED-VT", unit: "lb", price: "7.20", taxable: false },
];

const GRANITE: readonly Sold[] = [
  { name: "Stonework", sku: "LABOR-STONE", unit: "hr", price: "92.00", taxable: false },
  { name: "Excavator with operator", sku: "EXC-OP", unit: "hr", price: "165.00", taxable: false },
  { name: "Granite block, rough", sku: "GRAN-RGH", unit: "t", price: "240.00", costCents: cents(15500) },
];

const sell = (products: readonly Sold[]) => (books: Ledger) =>
  books.change(async (open) => {
    for (const product of products) await createProduct(open, inputOf(NewProduct, product));
    return null;
  });

export const sellAsHillside = sell(HILLSIDE);
export const sellAsGranite = sell(GRANITE);
