"use client";
// Adds a product and goes on to the list, where it stands.
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { noProduct } from "@/domain/products/product-texts.ts";
import { api } from "@/server/client.ts";
import { toast } from "@/ui/toast.tsx";
import { toProducts } from "../../_shell/links.ts";
import type { RevenueAccount } from "../product-fields.tsx";
import { ProductForm } from "../product-form.tsx";

type Props = {
  org: string;
  accounts: readonly RevenueAccount[];
  groups: readonly string[];
  currency: string;
  locale: string;
  name: string;
};

export function NewProductForm({ org, accounts, groups, currency, locale, name }: Props) {
  const router = useRouter();
  const around = useRef<HTMLDivElement>(null);
  useEffect(() => around.current?.querySelector<HTMLInputElement>("[name=name]")?.focus(), []);
  return (
    <div ref={around}>
      <ProductForm
        drawn={{ version: 1, texts: { ...noProduct(accounts[0]?.code ?? ""), name } }}
        accounts={accounts}
        groups={groups}
        currency={currency}
        locale={locale}
        action="Add product"
        save={(typed, _version, commandKey) => api(org).products.create.mutate({ commandKey, ...typed })}
        done={(added) => {
          toast(`${added} added`);
          router.push(toProducts(org));
          router.refresh();
        }}
      />
    </div>
  );
}
