// A product as it is, for whoever may look and not change it, and for one that was put away.
import { formatPrice } from "@/domain/products/product-texts.ts";
import type { Product } from "@/domain/products/product.ts";
import { Amount, type Reading } from "@/ui/amount.tsx";
import { Card } from "@/ui/card.tsx";

export function ProductFacts({ product, currency, locale }: Reading & { product: Product }) {
  const facts = [
    ["SKU", product.sku],
    ["Barcode", product.barcode],
    ["Description", product.description],
    ["Unit", product.unit],
    ["Product group", product.group],
    [`Sales price, ${currency}`, formatPrice(product.price, currency, locale)],
    [
      `Cost, ${currency}`,
      product.costCents === null ? (
        ""
      ) : (
        <Amount key="c" cents={product.costCents} currency={currency} locale={locale} />
      ),
    ],
    ["Revenue account", product.chartCode],
    ["Taxable", product.taxable ? "Yes" : "No"],
    ["Retainage may be held back", product.retainable ? "Yes" : "No"],
  ] as const;
  return (
    <Card padded>
      <dl className="grid max-w-3xl gap-x-6 gap-y-3 desk:grid-cols-2">
        {facts
          .filter(([, said]) => said !== "")
          .map(([name, said]) => (
            <div key={name}>
              <dt className="text-13 text-soft">{name}</dt>
              <dd className="wrap-anywhere whitespace-pre-line">{said}</dd>
            </div>
          ))}
      </dl>
    </Card>
  );
}
