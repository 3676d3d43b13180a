// A page that a role doesn't open says so, and who can; a list that a role may read is in its menu.
import { expect, test, type Page } from "@playwright/test";
import { openSection, signIn } from "./demo.ts";
import { ask } from "./doors.ts";

const customerOf = async (page: Page) => {
  const { rows } = await ask<{ rows: { customerId: string }[] }>(page, "hillside", "customers.list", {});
  return rows[0]?.customerId ?? "";
};

test("a viewer finds receipts and payments, and is told who can do what they can't @phone", async ({
  page,
}) => {
  await signIn(page, "viewer@hillside.example");
  for (const [section, heading] of [
    ["Receipts", "Receipts"],
    ["Payments", "Payments"],
  ] as const) {
    await openSection(page, section);
    await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
  }
  const customer = `/hillside/customers/${await customerOf(page)}`;
  for (const [path, words] of [
    ["/hillside/receipts/new", "Your role doesn’t allow the counter"],
    ["/hillside/payments/new", "Your role doesn’t allow recording payments"],
    ["/hillside/customers/new", "Your role doesn’t allow adding customers"],
    ["/hillside/invoices/retained/new", "Your role doesn’t allow billing retainage"],
    ["/hillside/invoices/retained/conditions", "Your role doesn’t allow billing retainage"],
    ["/hillside/jobs/new", "Your role doesn’t allow adding jobs"],
    ["/hillside/products/new", "Your role doesn’t allow adding products"],
    ["/hillside/import", "Your role doesn’t allow imports"],
    [`${customer}/apply`, "Your role doesn’t allow applying credit"],
    [`${customer}/adjust`, "Your role doesn’t allow adjusting accounts"],
    [`${customer}/merge`, "Your role doesn’t allow merging customers"],
  ] as const) {
    const text = await (await page.request.get(path)).text();
    expect.soft(text, path).toContain(words);
    expect.soft(text, path).toMatch(/An owner.* can do it\./);
  }
});
