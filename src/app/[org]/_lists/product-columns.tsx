// The columns of the list of products: what it is called and known by, how it is counted, what it sells for and costs.
import type { productList } from "@/domain/products/product-list.ts";
import { formatPrice } from "@/domain/products/product-texts.ts";
import type { Product } from "@/domain/products/product.ts";
import { Amount } from "@/ui/amount.tsx";
import type { Column } from "@/ui/table.tsx";
import type { CurrentMember } from "../_shell/current-member.ts";
import { toProduct } from "../_shell/links.ts";
import { RowLink } from "./cells.tsx";
import type { SortsOf } from "./list-links.ts";

type Props = { org: CurrentMember["org"]; sortBy: SortsOf<typeof productList> };

export function productColumns({ org, sortBy }: Props): Column<Product>[] {
  const { slug, currency, locale } = org;
  return [
    {
      key: "name",
      head: "Name",
      place: "lead",
      rowHead: true,
      wraps: true,
      sort: sortBy("name"),
      cell: (row) => <RowLink href={toProduct(slug, row.productId)}>{row.name}</RowLink>,
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
