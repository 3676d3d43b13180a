// The counter: who stands there, what is sold, and the tax on it. The customer is found by customers.find; the receipt
// is recorded by receipts.record.
import { z } from "zod";
import { readCounterCustomer, readCounterSettings } from "@/books/receipts/counter.ts";
import { findProducts } from "@/books/products/product-search.ts";
import { ProductSought } from "@/domain/products/product.ts";
import { allow, router } from "../trpc.ts";

export const counterRouter = router({
  customer: allow("receipt:record")
    .input(z.strictObject({ customerId: z.string().max(100) }))
    .query(({ ctx, input }) => readCounterCustomer(ctx.books, input.customerId)),

  findProducts: allow("receipt:record")
    .input(ProductSought)
    .query(({ ctx, input }) => findProducts(ctx.books, input)),

  settings: allow("receipt:record")
    .input(z.strictObject({}))
    .query(({ ctx }) => readCounterSettings(ctx.books)),
});
