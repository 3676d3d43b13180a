// The product of the page, read once however many parts of it ask.
import { cache } from "react";
import { apiFor } from "@/server/api.ts";

export const readProduct = cache(async (org: string, productId: string) => {
  const api = await apiFor(org);
  return api.products.read({ productId: productId.slice(0, 60) });
});
