// Adds a product: what it is, what it sells for, and how documents treat it.
import type { Metadata } from "next";
import { SearchText, readParams } from "@/domain/lists/search-params.ts";
import { namesForUse } from "@/domain/products/discount.ts";
import { apiFor } from "@/server/api.ts";
import { Screen } from "@/ui/page.tsx";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { NotAllowed } from "../../_shell/not-allowed.tsx";
import { NewProductForm } from "./new-product.tsx";

export const metadata: Metadata = { title: "New product" };

type Props = PageProps<"/[org]/products/new">;

export default async function NewProductPage({ params, searchParams }: Props) {
  const [{ org }, query] = await Promise.all([params, searchParams]);
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  if (!here.permissions.includes("product:write")) {
    return <NotAllowed title="New product" to="adding products" permission="product:write" />;
  }
  const [accounts, discounts] = await Promise.all([api.products.accounts({}), api.discounts.read({})]);
  return (
    <Screen title="New product">
      <NewProductForm
        org={org}
        accounts={accounts}
        groups={namesForUse(discounts.groups)}
        currency={here.org.currency}
        name={readParams({ name: SearchText }, query).name ?? ""}
        locale={here.org.locale}
      />
    </Screen>
  );
}
