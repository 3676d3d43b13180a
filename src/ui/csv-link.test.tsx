// A list as a file is offered to those whose role may take the books home, and to nobody else.
import { renderToStaticMarkup } from "react-dom/server";
import type { Route } from "next";
import { expect, test } from "vitest";
import { PERMISSIONS, ROLES, mayDo, type Permission } from "@/domain/permission.ts";
import { CsvLink } from "./csv-link.tsx";

test.each(ROLES)("as %s", (role) => {
  const permissions = (Object.keys(PERMISSIONS) as Permission[]).filter((each) => mayDo(role, each));
  const drawn = renderToStaticMarkup(
    <CsvLink href={"/hillside/invoices/csv" as Route} permissions={permissions} />,
  );
  const isOffered = drawn.includes('href="/hillside/invoices/csv"');
  expect(isOffered).toBe(["owner", "admin", "bookkeeper", "viewer"].includes(role));
  expect(drawn === "").toBe(!isOffered);
});
