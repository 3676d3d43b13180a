// What each role finds in the menu: every section that it may read, and no other.
import { expect, test } from "vitest";
import { mayDo, PERMISSIONS, ROLES, type Permission, type Role } from "@/domain/permission.ts";
import type { CurrentMember } from "./current-member.ts";
import { whoMay } from "./not-allowed.tsx";
import { sectionsFor } from "./sections.tsx";

const labels = (role: Role) => {
  const permissions = (Object.keys(PERMISSIONS) as Permission[]).filter((each) => mayDo(role, each));
  return sectionsFor({ org: { slug: "x" }, permissions } as CurrentMember).map(({ label }) => label);
};

test("a viewer reads the receipts and payments, and sells nothing", () => {
  expect(labels("viewer")).toEqual(
    expect.arrayContaining([
      "Customers",
      "Invoices",
      "Receipts",
      "Payments",
      "Products",
      "Aging",
      "Settings",
    ]),
  );
  expect(labels("viewer")).not.toContain("Counter");
  expect(labels("viewer")).not.toContain("Import");
});

test.each(ROLES)("%s finds every list of the business", (role) => {
  for (const label of ["Customers", "Invoices", "Payments", "Jobs", "Products", "Statements"])
    expect(labels(role)).toContain(label);
  expect(labels(role).filter((label) => label === "Counter" || label === "Receipts")).toHaveLength(1);
});

test("who may is said in words, from the table of permissions", () => {
  expect(whoMay("account:adjust")).toBe("An owner or an admin");
  expect(whoMay("customer:write")).toBe("An owner, an admin, a bookkeeper, a clerk or a project manager");
});
