import { test, type Page } from "@playwright/test";
import { freshBusiness } from "./books.ts";
import { fillSignIn } from "./demo.ts";
import { tell, ask } from "./doors.ts";

test.describe.configure({ timeout: 240_000 });
for (const [name, use] of [
  ["wide", { viewport: { width: 1440, height: 1000 }, colorScheme: "light" }],
  ["phone", { viewport: { width: 390, height: 844 }, colorScheme: "dark" }],
] as const)
  test.describe(name, () => {
    test.use(use);
    test("shots", async ({ page }) => {
      const { slug, email, password } = await freshBusiness("Peat & Paver");
      await page.goto("/sign-in");
      await fillSignIn(page, email, password);
      await page.waitForURL(new RegExp(`/${slug}`));
      const say = <T>(path: string, input: object) => tell<T>(page as Page, slug, path, input);
      const { customerId } = await say<{ customerId: string }>("customers.create", {
        name: "Greenleaf Landscaping LLC",
        company: "Greenleaf Landscaping LLC",
        firstName: "Luis",
        lastName: "Ortiz",
        title: "Owner",
        email: "office@greenleaf.example",
        phone: "802 555 0100",
        mobile: "802 555 0142",
        fax: "802 555 0143",
        addressLines: ["77 Meadow Lane"],
        city: "Barre",
        region: "VT",
        postalCode: "05641",
        memo: "Ask for the job name.",
      });
      await say("contacts.add", {
        customerId,
        name: "Ann Lee",
        title: "Accounts payable",
        phone: "555 0101",
        mobile: "555 0102",
        email: "ann@greenleaf.example",
      });
      await say("locations.add", { customerId, name: "Yard", addressLines: ["2 Elm St", "Barre"] });
      const { agencyId } = await say<{ agencyId: string }>("taxes.addAgency", { name: "City of Barre" });
      const { rateId } = await say<{ rateId: string }>("taxes.addRate", {
        name: "City tax",
        agencyId,
        percent: "2",
      });
      await say("taxes.addRate", { name: "State tax", agencyId, percent: "6" });
      const { locations } = await ask<{ locations: { locationId: string }[] }>(page, slug, "customers.read", {
        customerId,
      });
      await say("taxes.chooseForLocation", { locationId: locations[0]?.locationId, rateId });
      const { id: classId } = await say<{ id: string }>("discounts.add", { kind: "class", name: "Trade" });
      const ids = [];
      for (const group of ["Stone", "Plants", "Tools and hardware"])
        ids.push((await say<{ id: string }>("discounts.add", { kind: "group", name: group })).id);
      await say("discounts.set", {
        classId,
        percents: [
          { groupId: ids[0], percent: "12.5" },
          { groupId: ids[1], percent: "5" },
        ],
      });
      await say("discounts.chooseForCustomer", { customerId, classId });
      await say("products.create", { name: "Slate", sku: "SL-1", price: "100", group: "Stone" });
      const shot = async (path: string, as: string, before?: () => Promise<unknown>) => {
        await page.goto(`/${slug}/${path}`);
        await page.waitForLoadState("networkidle");
        await before?.();
        await page.waitForTimeout(400);
        await page.screenshot({ path: `/tmp/profile-shots/${name}-${as}.png`, fullPage: true });
      };
      await shot(`customers/${customerId}/info`, "info");
      await shot(`customers/${customerId}`, "account");
      await shot(`customers/${customerId}/info`, "edit", () =>
        page.getByRole("button", { name: "Edit", exact: true }).click(),
      );
      await shot(`customers/${customerId}/info`, "tax", () =>
        page.getByRole("button", { name: "Tax at Yard" }).click(),
      );
      await shot(`customers/${customerId}/info`, "delete", () =>
        page.getByRole("button", { name: "Delete", exact: true }).click(),
      );
      await shot("customers/new", "new");
      await shot("settings/discounts", "discounts");
      await shot("reports/tax", "taxreport");
      await shot(`jobs/new?customer=${customerId}`, "job");
      await shot("products/new", "product");
      await shot(`invoices/new?customer=${customerId}`, "invoice", async () => {
        await page.getByLabel("Location").selectOption("Yard");
        await page.getByRole("combobox", { name: "Product or service" }).fill("SL-1");
        await page.getByRole("combobox", { name: "Product or service" }).press("Enter");
      });
    });
  });
