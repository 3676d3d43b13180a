// Everything that the business sells, found by name, SKU, barcode or description; what was put away has a list of its own.
import { Package, Plus } from "lucide-react";
import type { Metadata } from "next";
import { countOf } from "@/domain/count-of.ts";
import { apiFor } from "@/server/api.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { CsvLink } from "@/ui/csv-link.tsx";
import { Empty } from "@/ui/empty.tsx";
import { FilterLinks } from "@/ui/filter-links.tsx";
import { FindBox } from "@/ui/find-box.tsx";
import { Screen } from "@/ui/page.tsx";
import { Pager } from "@/ui/pager.tsx";
import { Table } from "@/ui/table.tsx";
import { readCurrentMember, type CurrentMember } from "../../_shell/current-member.ts";
import { asked, toCsv, toNewProduct, toProducts } from "../../_shell/links.ts";
import { productsAsked } from "./asked.ts";
import { productColumns } from "./columns.tsx";

export const metadata: Metadata = { title: "Products" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ProductsPage({ params, searchParams }: Props) {
  const [{ org }, query] = await Promise.all([params, searchParams]);
  const cursor = asked(query, "cursor");
  const wanted = productsAsked(query);
  const { search, show, sort, direction } = wanted;
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  const [{ rows, next }, { count }] = await Promise.all([
    api.products.list({ ...wanted, ...(cursor && { cursor }) }),
    api.products.count({ show, ...(search && { search }) }),
  ]);
  if (count === 0 && !search && show === "active" && !(await anyArchived(org))) return <None here={here} />;
  const shown = show === "archived" ? show : undefined;
  const sorted = { sort: asked(query, "sort"), direction: asked(query, "direction") };
  const kept = { search, show: shown, ...sorted };
  return (
    <Screen
      title="Products"
      about={<p role="status">{`${countOf(count, "product")}${search ? ` matching “${search}”` : ""}`}</p>}
      actions={
        <>
          <CsvLink permissions={here.permissions} href={toCsv(toProducts(org), kept)} />
          <AddOne here={here}>Add product</AddOne>
        </>
      }
    >
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <FindBox
          action={toProducts(org)}
          label="Find a product"
          hint="Name, SKU, barcode"
          search={search ?? ""}
          kept={{ show: shown, ...sorted }}
        />
        <FilterLinks
          label="Products that are"
          links={[
            { words: "For sale", href: toProducts(org, { search, ...sorted }), on: show === "active" },
            {
              words: "Archived",
              href: toProducts(org, { search, ...sorted, show: "archived" }),
              on: show === "archived",
            },
          ]}
        />
      </div>
      <Card>
        {rows.length === 0 ? (
          <Empty
            icon={<Package />}
            title={search ? `No product matches “${search}”` : "Nothing here"}
            action={<ButtonLink href={toProducts(org)}>Show all products</ButtonLink>}
          >
            {search
              ? "Names, SKUs, barcodes and descriptions are searched."
              : show === "archived"
                ? "No product has been put away."
                : "All products are archived. Bring one back, or add one."}
          </Empty>
        ) : (
          <Table
            caption={`Products, in ${here.org.currency}`}
            columns={productColumns({ here, sort, direction, kept: { search, show: shown } })}
            rows={rows}
            rowKey={(row) => row.productId}
            rowLinks
          />
        )}
      </Card>
      <Pager
        label="Pages of products"
        count={rows.length < count ? `Showing ${rows.length} of ${countOf(count, "product")}` : null}
        first={cursor ? { href: toProducts(org, kept), label: "First" } : null}
        next={next ? { href: toProducts(org, { ...kept, cursor: next }), label: "Next" } : null}
      />
    </Screen>
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

function None({ here }: { here: CurrentMember }) {
  return (
    <Screen title="Products">
      <Card>
        <Empty
          icon={<Package />}
          title="No products yet"
          action={<AddOne here={here}>Add the first product</AddOne>}
        >
          With their price, SKU and barcode here, the counter finds them as one types or scans.
        </Empty>
      </Card>
    </Screen>
  );
}
