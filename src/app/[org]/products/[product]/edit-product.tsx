"use client";
// Changes a product, from the version that was drawn.
import { useRouter } from "next/navigation";
import { productTexts } from "@/domain/products/product-texts.ts";
import type { Product } from "@/domain/products/product.ts";
import { api } from "@/server/client.ts";
import { toast } from "@/ui/toast.tsx";
import type { RevenueAccount } from "../product-fields.tsx";
import { ProductForm } from "../product-form.tsx";

type Props = {
  org: string;
  product: Product;
  accounts: readonly RevenueAccount[];
  groups: readonly string[];
  currency: string;
  locale: string;
};

export function EditProduct({ org, product, accounts, groups, currency, locale }: Props) {
  const router = useRouter();
  const { productId, version } = product;
  return (
    <ProductForm
      drawn={{ version, texts: productTexts(product, { currency, locale }) }}
      accounts={accounts}
      groups={groups}
      currency={currency}
      locale={locale}
      action="Save changes"
      save={(typed, from, commandKey) =>
        api(org).products.edit.mutate({ commandKey, productId, version: from, ...typed })
      }
      done={(name) => {
        toast(`${name} saved`);
        router.refresh();
      }}
    />
  );
}
