"use client";
// What is billed, found while one types: Enter adds it, 3*SKU adds three; what no product is becomes a free line.
import { typedDiscount } from "@/domain/products/discount.ts";
import { readQuick, writtenPrice } from "@/domain/receipts/counter.ts";
import { api, type RouterOutputs } from "@/server/client.ts";
import { Finder } from "@/ui/finder.tsx";

export type FoundProduct = RouterOutputs["invoiceDrafts"]["findProducts"][number];

type Props = {
  org: string;
  /** Who buys, where somebody was chosen. */
  customerId: string | null;
  currency: string;
  locale: string;
  error: string | undefined;
  onProduct: (product: FoundProduct, quantity: string) => void;
  onFreeLine: (description: string, quantity: string) => void;
};

export function ProductBox({ org, customerId, currency, locale, error, onProduct, onFreeLine }: Props) {
  const quick = (text: string) => readQuick(text, locale);
  return (
    <Finder<FoundProduct>
      label="Product or service"
      name="product"
      error={error}
      hint="Rows of a spreadsheet can be pasted here, too."
      placeholder="Name or SKU; 3*SKU for three"
      listLabel="Products found"
      find={(text) => api(org).invoiceDrafts.findProducts.query({ search: quick(text).said, customerId })}
      rowKey={(row) => row.productId}
      onTake={(row, text) => onProduct(row, quick(text).quantity)}
      isSure={([first, ...others]) => first !== undefined && (first.exact || others.length === 0)}
      nothing={(text) => `No product matches “${quick(text).said}”.`}
      otherwise={{
        label: (text) => (text ? `Bill “${quick(text).said}” as a free line` : "A free line"),
        run: (text) => onFreeLine(quick(text).said, quick(text).quantity),
      }}
    >
      {(row) => (
        <>
          <span className="min-w-0 flex-1 truncate font-medium">
            {row.name} <span className="ml-1 font-normal text-soft">{row.sku}</span>
          </span>
          <span className="text-13 text-soft">
            {writtenPrice(row.price, { currency, locale })}
            {row.unit ? ` / ${row.unit}` : null}
            {row.discount === "0" ? null : ` less ${typedDiscount(row.discount, locale)}`}
          </span>
        </>
      )}
    </Finder>
  );
}
