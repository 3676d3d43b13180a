// One product: changed here by whoever may, looked at by everybody, and put away when it is no longer sold.
import type { Metadata } from "next";
import { namesForUse } from "@/domain/products/discount.ts";
import { apiFor } from "@/server/api.ts";
import { Link } from "@/ui/link.tsx";
import { Screen } from "@/ui/page.tsx";
import { Tag } from "@/ui/tag.tsx";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { toProducts } from "../../_shell/links.ts";
import { ArchiveProduct, UnarchiveProduct } from "./archive-product.tsx";
import { EditProduct } from "./edit-product.tsx";
import { ProductFacts } from "./facts.tsx";
import { readProduct } from "./read-product.ts";

type Props = PageProps<"/[org]/products/[product]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, product } = await params;
  return { title: (await readProduct(org, product)).name };
}

export default async function ProductPage({ params }: Props) {
  const { org, product: id } = await params;
  const [here, api, product] = await Promise.all([readCurrentMember(org), apiFor(org), readProduct(org, id)]);
  const { currency, locale } = here.org;
  const mayChange = here.permissions.includes("product:write");
  const [accounts, discounts] =
    mayChange && !product.archived
      ? await Promise.all([api.products.accounts({}), api.discounts.read({})])
      : [null, null];
  const which = { org, productId: product.productId, name: product.name };
  const PutAway = product.archived ? UnarchiveProduct : ArchiveProduct;
  return (
    <Screen
      title={product.name}
      about={
        <>
          {product.archived ? <Tag tone="held">Archived</Tag> : null}
          <p>
            <Link href={toProducts(org)} className="text-link">
              All products
            </Link>
          </p>
        </>
      }
      actions={mayChange ? <PutAway {...which} /> : null}
    >
      {accounts && discounts ? (
        <EditProduct
          key={product.version}
          org={org}
          product={product}
          accounts={accounts}
          groups={namesForUse(discounts.groups)}
          currency={currency}
          locale={locale}
        />
      ) : (
        <ProductFacts product={product} currency={currency} locale={locale} />
      )}
    </Screen>
  );
}
