// The list of products as a file: what the page shows, all of it.
import { productList } from "@/domain/products/product-list.ts";
import { productsFile } from "@/server/list-files/products.ts";
import { csvRoute } from "../../../_lists/csv-route.ts";

export const GET = csvRoute(productsFile, productList);
