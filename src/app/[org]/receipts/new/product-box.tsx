"use client";
// What they take along: typed or scanned into one box. Enter adds it; 3*SKU adds three; the same again makes it more.
import type { Ref } from "react";
import { typedDiscount } from "@/domain/products/discount.ts";
import { readQuick, writtenPrice } from "@/domain/receipts/counter.ts";
import { api, type RouterOutputs } from "@/server/client.ts";
import { Finder } from "@/ui/finder.tsx";
import { Keyed } from "./key-hint.tsx";

export type FoundProduct = RouterOutputs["counter"]["findProducts"][number];

type Props = {
  ref?: Ref<HTMLInputElement>;
  org: string;
  /** Who buys, where somebody was chosen. */
  customerId: string | null;
  currency: string;
  locale: string;
  onProduct: (product: FoundProduct, quantity: string) => void;
  onFreeLine: (description: string, quantity: string) => void;
  onUp: () => void;
};

export function ProductBox({ ref, org, customerId, currency, locale, onProduct, onFreeLine, onUp }: Props) {
  const quick = (text: string) => readQuick(text, locale);
  return (
    <Finder<FoundProduct>
      ref={ref ?? null}
      label={<Keyed label="Product" of="product" />}
      name="product"
      placeholder="Name, SKU or barcode; 3*SKU for three"
      listLabel="Products found"
      find={(text) => api(org).counter.findProducts.query({ search: quick(text).said, customerId })}
      rowKey={(row) => row.productId}
      onTake={(row, text) => onProduct(row, quick(text).quantity)}
      isSure={([first, ...others]) => first !== undefined && (first.exact || others.length === 0)}
      nothing={(text) => `No product matches “${quick(text).said}”.`}
      otherwise={{
        label: (text) => (text ? `Sell “${quick(text).said}” as free text` : "A line of free text"),
        run: (text) => onFreeLine(quick(text).said, quick(text).quantity),
      }}
      onArrowUp={onUp}
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
