// The columns of the list of products: what it is called and known by, how it is counted, what it sells for and costs.
import { formatPrice } from "@/domain/products/product-texts.ts";
import type { Product } from "@/domain/products/product.ts";
import { Amount } from "@/ui/amount.tsx";
import { Link } from "@/ui/link.tsx";
import type { Column } from "@/ui/table.tsx";
import type { CurrentMember } from "../../_shell/current-member.ts";
import { toProduct, toProducts, type Query } from "../../_shell/links.ts";
import { FIRST_DIRECTION, type Sort } from "./asked.ts";

type ColumnContext = { here: CurrentMember; sort: Sort; direction: "asc" | "desc"; kept: Query };

export function productColumns({ here, sort, direction, kept }: ColumnContext): Column<Product>[] {
  const { slug, currency, locale } = here.org;
  const sortBy = (by: Sort) => {
    const current = sort === by ? direction : null;
    const next = current === null ? FIRST_DIRECTION[by] : current === "asc" ? "desc" : "asc";
    return { direction: current, href: toProducts(slug, { ...kept, sort: by, direction: next }) };
  };
  return [
    {
      key: "name",
      head: "Name",
      place: "lead",
      rowHead: true,
      wraps: true,
      sort: sortBy("name"),
      cell: (row) => (
        <Link href={toProduct(slug, row.productId)} className="font-medium hover:underline">
          {row.name}
        </Link>
      ),
    },
    {
      key: "sku",
      head: "SKU",
      place: "sub",
      sort: sortBy("sku"),
      cell: (row) => (row.sku ? <span className="text-soft">{row.sku}</span> : null),
    },
    {
      key: "barcode",
      head: "Barcode",
      place: "off",
      cell: (row) => (row.barcode ? <span className="text-soft">{row.barcode}</span> : null),
    },
    {
      key: "tax",
      head: "Tax",
      place: "sub",
      quiet: (row) => row.taxable,
      cell: (row) => <span className="text-soft">{row.taxable ? "Taxable" : "Not taxed"}</span>,
    },
    {
      key: "cost",
      head: "Cost",
      place: "off",
      numeric: true,
      cell: (row) =>
        row.costCents === null ? null : <Amount cents={row.costCents} currency={currency} locale={locale} />,
    },
    {
      key: "price",
      head: "Sales price",
      place: "lead-end",
      numeric: true,
      sort: sortBy("price"),
      cell: (row) => formatPrice(row.price, currency, locale),
    },
    {
      key: "unit",
      head: "Unit",
      place: "sub-end",
      label: "per",
      cell: (row) => (row.unit ? <span className="text-soft">{row.unit}</span> : null),
    },
  ];
}
