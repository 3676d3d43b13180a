"use client";
// The lines and tenders as they are added, changed and taken away, and where Enter goes from each box.
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { typedDiscount } from "@/domain/products/discount.ts";
import { typedNumber } from "@/domain/values/written-number.ts";
import { parseTyped, QUANTITY_DIGITS, decimalText, alike } from "@/domain/values/decimal.ts";
import { writtenPrice } from "@/domain/receipts/counter.ts";
import { api } from "@/server/client.ts";
import { nextKey, type DraftLine } from "./draft.ts";
import type { FoundProduct } from "./product-box.tsx";
import type { Counting } from "./use-counter.ts";

export function useLines(org: string, counting: Counting) {
  const { draft, change, focusSoon, sale, isFound, currency, locale } = counting;
  const { lines, tenders } = draft;
  const prices = usePrices({ org, currency, locale }, isFound ? lines : null);
  const put = (next: DraftLine[]) => change({ lines: next });

  function add(product: FoundProduct, quantity: string) {
    const { productId, sku, name: description, unit, taxable } = product;
    const price = writtenPrice(product.price, { currency, locale });
    const discount = typedDiscount(product.discount, locale);
    const same = lines.find(
      (line) => line.productId === productId && line.unitPrice === price && line.discount === discount,
    );
    const more = same && addUp(same.quantity, quantity, locale);
    if (same && more) put(lines.map((line) => (line === same ? { ...line, quantity: more } : line)));
    else {
      const line = {
        productId,
        sku,
        description,
        unit,
        quantity,
        taxable,
        unitPrice: price,
        listPrice: price,
        discount,
      };
      put([...lines, { key: nextKey(lines), ...line }]);
    }
    focusSoon("[name=product]");
  }
  function addFree(description: string, quantity: string) {
    const key = nextKey(lines);
    const blank = { productId: null, sku: "", unit: "", unitPrice: "", listPrice: null, discount: "" };
    put([...lines, { key, description, quantity, taxable: true, ...blank }]);
    focusSoon(`[data-line="${key}"] [name=${description ? "unitPrice" : "description"}]`);
  }
  function remove(key: number) {
    put(lines.filter((line) => line.key !== key));
    focusSoon("[name=product]");
  }
  return {
    add,
    addFree,
    remove,
    prices,
    change: (key: number, part: Partial<DraftLine>) =>
      put(lines.map((line) => (line.key === key ? { ...line, ...part } : line))),
    /** From the empty product box: back to the quantity of what was added last. */
    goUp: () => {
      const last = lines.at(-1);
      if (last) focusSoon(`[data-line="${last.key}"] [name=quantity]`);
    },
    changeTender: counting.changeTender,
    removeTender: (key: number) => {
      change({ tenders: tenders.filter((one) => one.key !== key) });
      focusSoon("[data-add=cash]");
    },
    /** From a line back to the products; from a tender to its reference, to the next tender, or to the end. */
    enterGoesOn(event: KeyboardEvent) {
      if (event.key !== "Enter" || event.defaultPrevented || event.nativeEvent.isComposing) return;
      if (event.ctrlKey || event.metaKey || !(event.target instanceof HTMLInputElement)) return;
      event.preventDefault();
      const { name } = event.target;
      if (name === "description") return focusSoon(`${rowOf(event.target)} [name=unitPrice]`);
      if (name.endsWith("-amount") && event.target.closest("[data-tender=check],[data-tender=card]"))
        return focusSoon(`${rowOf(event.target)} [name$=reference]`);
      if (!/-amount$|-reference$/.test(name)) return focusSoon("[name=product]");
      focusSoon(sale.leftCents > 0 ? "[data-add=cash]" : "[data-complete]");
    },
  };
}

function rowOf(box: HTMLInputElement): string {
  const row = box.closest<HTMLElement>("[data-line], [data-tender-key]");
  const { line, tenderKey } = row?.dataset ?? {};
  return line ? `[data-line="${line}"]` : `[data-tender-key="${tenderKey}"]`;
}

function addUp(one: string, other: string, locale: string): string | null {
  const [a, b] = [one, other].map((text) => parseTyped(text, QUANTITY_DIGITS, locale));
  if (!a || !b) return null;
  const same = alike(a, b);
  return typedNumber(decimalText({ units: same.a + same.b, scale: same.scale }), locale);
}

type Where = { org: string; currency: string; locale: string };

/** A sale that waited over a reload: what its products cost by now. */
function usePrices({ org, currency, locale }: Where, lines: readonly DraftLine[] | null) {
  const [prices, setPrices] = useState<Record<string, string>>({});
  const looked = useRef(false);
  useEffect(() => {
    if (!lines || looked.current) return;
    looked.current = true;
    for (const line of lines) void priceNow({ org, currency, locale }, line).then(setPriceOf(line));
    function setPriceOf({ productId }: DraftLine) {
      return (price: string | null) =>
        productId !== null && price !== null && setPrices((known) => ({ ...known, [productId]: price }));
    }
  }, [org, currency, locale, lines]);
  return prices;
}

async function priceNow(
  { org, ...notation }: Where,
  { productId, sku, description }: DraftLine,
): Promise<string | null> {
  if (productId === null) return null;
  const search = (sku || description).slice(0, 200);
  const rows = await api(org)
    .counter.findProducts.query({ search })
    .catch(() => []);
  const price = rows.find((row) => row.productId === productId)?.price;
  return price === undefined ? null : writtenPrice(price, notation);
}
