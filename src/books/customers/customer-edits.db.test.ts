// Editing a profile: each changed field is one row of the history, a stale edit writes nothing and says what stands, and
// two at once are one edit and one refusal.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { textsOf } from "@/domain/customers/customer.ts";
import type { CustomerEdit } from "@/domain/customers/customer-input.ts";
import { listChanges } from "./customer-changes.ts";
import { editCustomer } from "./customer-edits.ts";
import { readProfile } from "./customer-profile.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";

type Business = Awaited<ReturnType<typeof freshBusiness>>;
let business = undefined as unknown as Business;
let greenleaf = undefined as unknown as Account;
beforeAll(async () => {
  business = await freshBusiness();
});
afterAll(closePool);

const PLAIN = {
  name: "Greenleaf",
  company: "",
  firstName: "",
  lastName: "",
  email: null,
  phone: null,
  addressLines: ["1 Elm St"],
  city: "",
  region: "",
  postalCode: "",
  country: "",
  shippingLines: [],
  terms: "net-30",
  taxNumber: "",
  memo: "",
  privateNotes: "",
};
async function fresh(): Promise<Account> {
  greenleaf = await business.customer("Greenleaf", { addressLines: ["1 Elm St"] }).write();
  return greenleaf;
}
const edit = (part: Partial<CustomerEdit> = {}) =>
  business.change((books) =>
    editCustomer(books, {
      customerId: greenleaf.customerId,
      version: 1,
      number: greenleaf.number,
      ...PLAIN,
      ...part,
    }),
  );
const profile = () => business.read((books) => readProfile(books, greenleaf.customerId));
const changes = async (field?: string) => {
  const { customerId } = greenleaf;
  return (await business.read((books) => listChanges(books, { customerId, field }))).rows;
};

test("every changed field is one row: who, from what, to what", async () => {
  await fresh();
  const part = { name: "Greenleaf LLC", terms: "net-0", shippingLines: ["Yard", "2 Elm St"] };
  expect(await edit(part)).toEqual({ version: 2 });
  expect(await profile()).toMatchObject({ ...PLAIN, ...part, termsWords: "Immediate", version: 2 });
  const by = "Onaccount";
  const rows = (await changes()).map(({ changeId: _id, madeAt: _at, ...row }) => row);
  expect(rows).toHaveLength(4);
  expect(rows).toEqual(
    expect.arrayContaining([
      { field: "Name", before: "Greenleaf", after: "Greenleaf LLC", by },
      { field: "Billing terms", before: "Net 30", after: "Immediate", by },
      { field: "Shipping address", before: "", after: "Yard\n2 Elm St", by },
      { field: "Customer", before: "", after: "Added", by },
    ]),
  );
  expect((await changes("Name")).map((row) => row.after)).toEqual(["Greenleaf LLC"]);
});

test("an edit that changes nothing leaves the version and the history as they are", async () => {
  await fresh();
  expect(await edit()).toEqual({ version: 1 });
  expect(await changes()).toHaveLength(1);
});

describe("a stale edit", () => {
  test("is refused with what stands now and who did it, and writes nothing", async () => {
    await fresh();
    await edit({ phone: "555 0101" });
    const standing = await profile();
    await expect(edit({ memo: "Call first" })).rejects.toMatchObject({
      code: "changed-meanwhile",
      details: { version: 2, now: textsOf(standing), by: "Onaccount" },
    });
    expect(await profile()).toEqual(standing);
    expect(await changes("Memo")).toEqual([]);
  });

  test("at the same moment is one edit and one refusal", async () => {
    await fresh();
    const both = await Promise.allSettled([edit({ phone: "1" }), edit({ phone: "2" })]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await changes("Phone")).toHaveLength(1);
    expect((await profile()).version).toBe(2);
  });
});

test("a number that somebody else has is refused", async () => {
  await business.customer("Other", { number: "TAKEN" }).write();
  await fresh();
  await expect(edit({ number: "TAKEN" })).rejects.toMatchObject({ code: "number-taken" });
  expect(await edit({ number: "FREE" })).toEqual({ version: 2 });
});

test("who isn't here can't be edited", async () => {
  await fresh();
  await expect(edit({ customerId: crypto.randomUUID() })).rejects.toMatchObject({ code: "not-found" });
});

test("the history goes page by page, each change once, newest first", async () => {
  const { customerId } = await fresh();
  for (let version = 1; version <= 60; version++) await edit({ version, memo: `${version}` });
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await business.read((books) => listChanges(books, { customerId, cursor }));
    seen.push(...page.rows.map((row) => row.after));
    cursor = page.next ?? undefined;
  } while (cursor);
  expect(seen).toEqual([...Array.from({ length: 60 }, (_, n) => `${60 - n}`), "Added"]);
});
