// Every page and file of the product, found in src/app: with the ids of another business it answers as with ids that never
// were; to nobody it shows nothing; and no role finds one broken.
import { expect, test } from "@playwright/test";
import { freshBusiness } from "./books.ts";
import { PASSWORD, demoDay, fillSignIn, signIn } from "./demo.ts";
import { ask, tell } from "./doors.ts";
import {
  SECRET,
  answered,
  cookieOf,
  each,
  filled,
  idsOfHillside,
  segmentsOf,
  type Ids,
  type Rows,
} from "./hillside-ids.ts";
import { PAGES, ROUTES } from "./routes.ts";

test.describe.configure({ timeout: 120_000 });

const ORG = "/[org]";
const NEVER = { uuid: "01980000-0000-7000-8000-000000000000", number: "987654321" };

/** What nobody else may be told, in a page or in the data that comes with it. */
const SECRETS = [SECRET, "Hillside", "hillside.example", "C-0042"];

test("with another business's ids every page and file answers as with ids that never were", async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page, "owner@hillside.example");
  const ids = await idsOfHillside(page);
  const never = Object.fromEntries(
    Object.entries(ids).map(([segment, id]) => [segment, /^\d+$/.test(id) ? NEVER.number : NEVER.uuid]),
  );
  const routes = ROUTES.filter((route) => route.startsWith(`${ORG}/`) && segmentsOf(route).length > 0);
  const unknown = routes.flatMap(segmentsOf).filter((segment) => !(segment in ids));
  expect(unknown, "a segment of an address without its case").toEqual([]);
  const { slug, email, password } = await freshBusiness("Somebody Else");
  const stranger = await browser.newPage();
  await stranger.goto("/sign-in");
  await fillSignIn(stranger, email, password);
  await expect(stranger).not.toHaveURL(/sign-in/);
  const [owner, other] = [await cookieOf(page), await cookieOf(stranger)];
  let found = 0;
  await each(routes, async (route) => {
    const [theirs, nobodys] = await Promise.all(
      [ids, never].map((some) => answered(`${baseURL}${filled(route, slug, some)}`, other, some)),
    );
    expect.soft(theirs?.told, route).toEqual(nobodys?.told);
    for (const secret of SECRETS)
      expect.soft(theirs?.whole.includes(secret), `${route} ${secret}`).toBe(false);
    // The business itself isn't there for a stranger, whatever is asked of it.
    const [inside, nowhere] = await Promise.all(
      ["hillside", "no-such-business"].map((org) =>
        answered(`${baseURL}${filled(route, org, ids)}`, other, { ...ids, org }),
      ),
    );
    expect.soft(inside?.told, route).toEqual(nowhere?.told);
    const own = await answered(`${baseURL}${filled(route, "hillside", ids)}`, owner, ids);
    if (own.told.status === 200 && own.told.words !== theirs?.told.words) found += 1;
  });
  // Those ids do open something to whom they belong.
  expect(found).toBeGreaterThan(routes.length * 0.8);
});

test("nobody is shown a page of a business, and no role finds one broken", async ({
  page,
  baseURL,
  browser,
}) => {
  const inside = PAGES.filter((route) => route.startsWith(ORG) && segmentsOf(route).length === 0);
  expect(inside.length).toBeGreaterThan(50);
  await each(inside, async (route) => {
    const { whole, told } = await answered(`${baseURL}${filled(route, "hillside", {})}`, "", {});
    const { status, to } = told;
    expect.soft(whole.includes("Hillside Supply"), route).toBe(false);
    expect.soft([route, status, /^(http:\/\/[^/]+)?\/sign-in\?to=/.test(to)]).toEqual([route, 307, true]);
  });
  for (const role of ["books", "clerk", "viewer"]) {
    const person = role === "books" ? page : await browser.newPage();
    await person.goto("/sign-in");
    await fillSignIn(person, `${role}@hillside.example`, PASSWORD);
    await expect(person).not.toHaveURL(/sign-in/);
    const cookie = await cookieOf(person);
    await each(inside, async (route) => {
      const { told } = await answered(`${baseURL}${filled(route, "hillside", {})}`, cookie, {});
      // 404 where something has to be named that isn't.
      expect.soft(told.status, `${role} ${route}`).toBeLessThan(405);
      expect.soft(told.words, `${role} ${route}`).not.toMatch(/Something went wrong/);
    });
  }
});

test("a statement's link opens nothing of another customer, or of another business", async ({
  page,
  baseURL,
}) => {
  await signIn(page, "owner@hillside.example");
  const of = async (search: string) =>
    (await ask<Rows<{ customerId: string }>>(page, "hillside", "customers.list", { search })).rows[0]
      ?.customerId;
  const [customer, other] = [await of("C-0042"), await of("C-0015")];
  const first = async (path: string) =>
    (await ask<Rows<Ids>>(page, "hillside", path, { customerId: other })).rows[0];
  const issued = { customer, currency: "USD", asOf: demoDay() };
  const { statementId } = await tell<{ statementId: string }>(page, "hillside", "statements.issue", issued);
  const { url } = await tell<{ url: string }>(page, "hillside", "statements.share", { statementId });
  const link = new URL(url).pathname;
  const ids: Ids = {
    "[invoice]": (await first("invoices.list"))?.["invoiceId"] ?? "",
    "[payment]": (await first("payments.list"))?.["paymentId"] ?? "",
    "[answer]": NEVER.uuid,
  };
  const routes = ROUTES.filter((route) => /^\/s\/\[token\]\/.*\[/.test(route));
  const unknown = routes.flatMap(segmentsOf).filter((part) => part !== "[token]" && !ids[part]);
  expect(unknown).toEqual([]);
  const never = { ...ids, "[invoice]": NEVER.uuid, "[payment]": NEVER.uuid };
  for (const route of routes) {
    const [theirs, nobodys] = await Promise.all(
      [ids, never].map((some) =>
        answered(`${baseURL}${filled(route, "", some).replace("/s/[token]", link)}`, "", some),
      ),
    );
    expect.soft(theirs?.told, route).toEqual(nobodys?.told);
  }
});
