// Everything that the business sells, found by name, SKU, barcode or description; what was put away has a list of its own.
import { Package, Plus } from "lucide-react";
import type { Metadata } from "next";
import { countOf } from "@/domain/count-of.ts";
import { productList } from "@/domain/products/product-list.ts";
import { apiFor } from "@/server/api.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Empty } from "@/ui/empty.tsx";
import { FilterLinks } from "@/ui/filter-links.tsx";
import { FindBox } from "@/ui/find-box.tsx";
import { listLinks, type PageLinks } from "../../_lists/list-links.ts";
import { EmptyList, ListScreen } from "../../_lists/list-screen.tsx";
import { productColumns } from "../../_lists/product-columns.tsx";
import { readCurrentMember, type CurrentMember } from "../../_shell/current-member.ts";
import { toNewProduct, toProducts } from "../../_shell/links.ts";

export const metadata: Metadata = { title: "Products" };

export default async function ProductsPage({ params, searchParams }: PageProps<"/[org]/products">) {
  const { org } = await params;
  const query = productList.read(await searchParams);
  const { search, show } = query;
  const links = listLinks(productList, query, (asked) => toProducts(org, asked));
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  const [page, { count }] = await Promise.all([
    api.products.list(query),
    api.products.count(productList.match(query)),
  ]);
  if (count === 0 && !links.isFiltered && !(await anyArchived(org))) return <None here={here} />;
  const { length } = page.rows;
  return (
    <ListScreen
      here={here}
      links={links}
      page={page}
      title="Products"
      what="products"
      caption={`Products, in ${here.org.currency}`}
      columns={productColumns({ org: here.org, sortBy: links.sortBy })}
      rowKey={(row) => row.productId}
      count={length < count ? `Showing ${length} of ${countOf(count, "product")}` : null}
      about={<p role="status">{`${countOf(count, "product")}${search ? ` matching “${search}”` : ""}`}</p>}
      action={<AddOne here={here}>Add product</AddOne>}
      filters={
        <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
          <FindBox
            action={links.all}
            label="Find a product"
            hint="Name, SKU, barcode"
            search={search ?? ""}
            kept={links.kept("search")}
          />
          <FilterLinks
            label="Products that are"
            links={[
              { words: "For sale", href: links.to({ show: undefined }), on: show === undefined },
              { words: "Archived", href: links.to({ show: "archived" }), on: show === "archived" },
            ]}
          />
        </div>
      }
      none={<NoMatch search={search} show={show} all={links.all} />}
    />
  );
}

async function anyArchived(org: string): Promise<boolean> {
  const { count } = await (await apiFor(org)).products.count({ show: "archived" });
  return count > 0;
}

function AddOne({ here, children }: { here: CurrentMember; children: string }) {
  if (!here.permissions.includes("product:write")) return null;
  return (
    <ButtonLink variant="primary" href={toNewProduct(here.org.slug)}>
      <Plus aria-hidden="true" />
      {children}
    </ButtonLink>
  );
}

type NoMatchProps = { search: string | undefined; show: string | undefined; all: PageLinks["all"] };

function NoMatch({ search, show, all }: NoMatchProps) {
  return (
    <Empty
      icon={<Package />}
      title={search ? `No product matches “${search}”` : "Nothing here"}
      action={<ButtonLink href={all}>Show all products</ButtonLink>}
    >
      {search
        ? "Names, SKUs, barcodes and descriptions are searched."
        : show === "archived"
          ? "No product has been put away."
          : "All products are archived. Bring one back, or add one."}
    </Empty>
  );
}

function None({ here }: { here: CurrentMember }) {
  return (
    <EmptyList title="Products">
      <Empty
        icon={<Package />}
        title="No products yet"
        action={<AddOne here={here}>Add the first product</AddOne>}
      >
        With their price, SKU and barcode here, the counter finds them as one types or scans.
      </Empty>
    </EmptyList>
  );
}
