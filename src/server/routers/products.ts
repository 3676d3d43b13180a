// Products: the list, one of them, adding, changing and putting away.
import { z } from "zod";
import { PRODUCT_SHOWN, PRODUCT_SORTS, countProducts, listProducts } from "@/books/products/product-list.ts";
import {
  archiveProduct,
  createProduct,
  editProduct,
  readProduct,
  readRevenueAccounts,
  unarchiveProduct,
} from "@/books/products/products.ts";
import { EditedProduct, NewProduct } from "@/domain/products/product.ts";
import { allow, command, router } from "../trpc.ts";

const Matching = {
  search: z.string().max(200).optional(),
  show: z.enum(PRODUCT_SHOWN).default("active"),
};
const ProductId = { productId: z.string().max(60) };

export const productsRouter = router({
  list: allow("account:read")
    .input(
      z.strictObject({
        ...Matching,
        sort: z.enum(PRODUCT_SORTS).default("name"),
        direction: z.enum(["asc", "desc"]).default("asc"),
        cursor: z.string().max(1000).optional(),
      }),
    )
    .query(({ ctx, input }) => listProducts(ctx.books, input)),

  count: allow("account:read")
    .input(z.strictObject(Matching))
    .query(({ ctx, input }) => countProducts(ctx.books, input)),

  read: allow("account:read")
    .input(z.strictObject(ProductId))
    .query(({ ctx, input }) => readProduct(ctx.books, input.productId)),

  /** Where a product's revenue can go, the usual one first. */
  accounts: allow("product:write")
    .input(z.strictObject({}))
    .query(({ ctx }) => readRevenueAccounts(ctx.books)),

  create: command("product:write")
    .input(NewProduct)
    .mutation(({ ctx, input }) => createProduct(ctx.books, input)),

  edit: command("product:write")
    .input(EditedProduct)
    .mutation(({ ctx, input }) => editProduct(ctx.books, input)),

  archive: command("product:write")
    .input(z.strictObject(ProductId))
    .mutation(({ ctx, input }) => archiveProduct(ctx.books, input.productId)),

  unarchive: command("product:write")
    .input(z.strictObject(ProductId))
    .mutation(({ ctx, input }) => unarchiveProduct(ctx.books, input.productId)),
});
