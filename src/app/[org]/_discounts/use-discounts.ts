"use client";
// The discounts of lines follow the customer: what the class of the one before took off gives way to what the next one's
// does, and what somebody typed stays.
import { useRef } from "react";
import { discountThen, typedDiscount } from "@/domain/products/discount.ts";
import { api } from "@/server/client.ts";

type Line = { productId: string | null; discount: string };
type Followed = { lines: readonly Line[]; was: string | null; becomes: string | null };
type Change = <Discounted extends Line>(line: Discounted) => Discounted;

/** `apply` changes each line that stands then. One customer after another, however fast they are chosen. */
export function useDiscounts(org: string, locale: string, apply: (change: Change) => void) {
  const last = useRef<Promise<void>>(Promise.resolve());
  return function follow({ lines, was, becomes }: Followed): void {
    const productIds = [...new Set(lines.flatMap(({ productId }) => productId ?? []))];
    if (was === becomes || productIds.length === 0) return;
    const on = async (customerId: string | null): Promise<Record<string, string>> =>
      customerId === null ? {} : api(org).discounts.on.query({ customerId, productIds });
    const read = Promise.all([on(was), on(becomes)]);
    last.current = take(last.current, read);
  };

  async function take(
    before: Promise<void>,
    read: Promise<readonly [Record<string, string>, Record<string, string>]>,
  ) {
    await before;
    // Who can't be asked takes nothing off, and nothing is lost: the boxes are there to type in.
    const known = await read.catch(() => null);
    if (known === null) return;
    const [was, becomes] = known.map(
      (taken) => (productId: string) => typedDiscount(taken[productId] ?? "0", locale),
    );
    apply((line) => {
      if (line.productId === null || !was || !becomes) return line;
      const change = { was: was(line.productId), becomes: becomes(line.productId) };
      return { ...line, discount: discountThen(line.discount, change) };
    });
  }
}
