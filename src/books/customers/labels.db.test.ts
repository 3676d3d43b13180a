// Labels: named once in any case, put on one customer or many, carried by a merge, gone with a profile that is forgotten; a list and
// a run of statements choose by them.
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewRun } from "@/domain/statements/run-input.ts";
import { freshBusiness, type Account, type Ledger } from "../story/ledger-dsl.ts";
import { readRunAccounts } from "../statements/run-context.ts";
import { readRun, startRun } from "../statements/runs.ts";
import { changeList } from "@/domain/customers/change-list.ts";
import { listChanges } from "./customer-changes.ts";
import { listCustomers, totalCustomers } from "./customer-list.ts";
import { forgetCustomer } from "./forgetting.ts";
import {
  addLabel,
  labelCustomers,
  putAwayLabel,
  readLabelNames,
  readLabels,
  readLabelsOf,
  readLabelsOfMany,
  renameLabel,
  setLabelsOf,
} from "./labels.ts";
import { mergeCustomers } from "./merges.ts";

let business: Ledger;
let [ann, bob]: [Account, Account] = [undefined as never, undefined as never];
let weekly: string;

beforeEach(async () => {
  business = await freshBusiness();
  ann = await business.customer("Ann").invoice("10.00", "2026-01-05").write();
  bob = await business.customer("Bob").write();
  weekly = (await business.change((books) => addLabel(books, { name: "Weekly" }))).id;
});
afterAll(closePool);

const putOn = (customers: readonly Account[], on = true, labelId = weekly) =>
  business.change((books) =>
    labelCustomers(books, { labelId, customerIds: customers.map(({ customerId }) => customerId), on }),
  );
const namesOf = async ({ customerId }: Account) =>
  (await business.read((books) => readLabelsOf(books, customerId))).map(({ name }) => name);
const changesOf = async ({ customerId }: Account) => {
  const { rows } = await business.read((books) => listChanges(books, { customerId, ...changeList.read({}) }));
  return rows.filter(({ field }) => field.startsWith("Label")).map(({ before, after }) => [before, after]);
};

test("a name is there once in any case, is changed from the version that was seen, and can be archived", async () => {
  const add = (name: string) => business.change((books) => addLabel(books, { name }));
  await expect(add("WEEKLY")).rejects.toMatchObject({ code: "name-taken" });
  const north = (await add("North side")).id;
  const rename = (version: number, name: string) =>
    business.change((books) => renameLabel(books, { id: north, version, name }));
  await expect(rename(1, "weekly")).rejects.toMatchObject({ code: "name-taken" });
  expect(await rename(1, "North")).toEqual({ version: 2 });
  await expect(rename(1, "South")).rejects.toMatchObject({ code: "changed-meanwhile" });
  await putOn([ann]);
  await business.change((books) => putAwayLabel(books, { id: weekly, away: true }));
  expect((await business.read(readLabelNames)).map(({ name }) => name)).toEqual(["North"]);
  expect((await business.read(readLabels)).map(({ name, uses, archived }) => [name, uses, archived])).toEqual(
    [
      ["North", 0, false],
      ["Weekly", 1, true],
    ],
  );
  expect(await namesOf(ann)).toEqual(["Weekly"]);
  await expect(putOn([bob])).rejects.toMatchObject({ code: "not-found" });
});

test("two who add the same name at once: one is told that it is taken", async () => {
  const add = () => business.change((books) => addLabel(books, { name: "Monthly" }));
  const both = await Promise.allSettled([add(), add()]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "name-taken" } });
});

test("it is put on many and taken off, says how many changed, and stands in their history", async () => {
  expect(await putOn([ann, bob])).toEqual({ changed: 2 });
  expect(await putOn([ann])).toEqual({ changed: 0 });
  expect(await putOn([bob], false)).toEqual({ changed: 1 });
  expect([await namesOf(ann), await namesOf(bob)]).toEqual([["Weekly"], []]);
  expect(await changesOf(bob)).toEqual([
    ["Weekly", ""],
    ["", "Weekly"],
  ]);
  const stranger = { ...bob, customerId: "00000000-0000-4000-8000-000000000000" };
  await expect(putOn([stranger])).rejects.toMatchObject({ code: "not-found" });
});

test("of one customer all are set together; an archived one may stay, and isn't put on anew", async () => {
  const set = ({ customerId }: Account, seenIds: string[], labelIds: string[]) =>
    business.change((books) => setLabelsOf(books, { customerId, seenIds, labelIds }));
  const north = (await business.change((books) => addLabel(books, { name: "North" }))).id;
  await set(ann, [], [weekly, north]);
  expect(await namesOf(ann)).toEqual(["North", "Weekly"]);
  await business.change((books) => putAwayLabel(books, { id: north, away: true }));
  await set(ann, [weekly, north], [north]);
  expect(await namesOf(ann)).toEqual(["North"]);
  await expect(set(bob, [], [north])).rejects.toMatchObject({ code: "not-found" });
  expect(await changesOf(ann)).toEqual([
    ["North, Weekly", "North"],
    ["", "North, Weekly"],
  ]);
});

test("what somebody else put on or took off meanwhile stays so", async () => {
  const north = (await business.change((books) => addLabel(books, { name: "North" }))).id;
  await putOn([ann]);
  const { customerId } = ann;
  await business.change((books) => setLabelsOf(books, { customerId, seenIds: [], labelIds: [north] }));
  expect(await namesOf(ann)).toEqual(["North", "Weekly"]);
});

test("a customer has fifty at most, whoever puts them on: by hand, on many, two at once, or a merge", async () => {
  const named = (n: number) => business.change((books) => addLabel(books, { name: `Label ${n}` }));
  const ids: string[] = [];
  for (let n = 0; n < 50; n++) ids.push((await named(n)).id);
  const first = ids.slice(0, 49);
  const { customerId } = ann;
  const set = (seenIds: string[], labelIds: string[]) =>
    business.change((books) => setLabelsOf(books, { customerId, seenIds, labelIds }));
  await set([], first);
  const last = ids[49] ?? "";
  const both = await Promise.allSettled([putOn([ann, bob]), putOn([ann], true, last)]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const refused = { code: "too-many-labels" };
  expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: refused });
  expect(await namesOf(ann)).toHaveLength(50);
  // So is whoever doesn't see what was put on meanwhile.
  await expect(set([], [last, weekly])).rejects.toMatchObject(refused);
  await putOn([bob], true, last);
  await putOn([bob]);
  const merge = business.change((books) =>
    mergeCustomers(books, {
      fromCustomerId: bob.customerId,
      intoCustomerId: customerId,
      mergedOn: books.today,
      reason: "",
    }),
  );
  await expect(merge).rejects.toMatchObject(refused);
  // One less makes room.
  await putOn([ann], false, first[0]);
  expect(await putOn([ann], true, first[0])).toEqual({ changed: 1 });
});

test("the list is narrowed to those who have it, with its totals and in each order", async () => {
  await putOn([ann]);
  const asked = { label: weekly };
  for (const sort of ["name", "number", "balance", "overdue"] as const) {
    const { rows } = await business.read((books) => listCustomers(books, { ...asked, sort }));
    expect(rows.map(({ name }) => name)).toEqual(["Ann"]);
  }
  expect(await business.read((books) => totalCustomers(books, asked))).toMatchObject({
    count: 1,
    balanceCents: 10_00,
  });
  const many = await business.read((books) => readLabelsOfMany(books, [ann.customerId, bob.customerId]));
  expect([...many.keys()]).toEqual([ann.customerId]);
});

test("a merge carries it to who stays, and a forgotten profile takes it along", async () => {
  await putOn([bob]);
  await business.change((books) =>
    mergeCustomers(books, {
      fromCustomerId: bob.customerId,
      intoCustomerId: ann.customerId,
      mergedOn: books.today,
      reason: "",
    }),
  );
  expect(await namesOf(ann)).toEqual(["Weekly"]);
  const cleo = await business.customer("Cleo").write();
  await putOn([cleo]);
  await business.change((books) => forgetCustomer(books, cleo.customerId));
  expect((await business.read(readLabels))[0]?.uses).toBe(1);
});

test("a run chooses by it, is another run than the one for all, and refuses one that isn't there", async () => {
  await putOn([ann]);
  const start = (labelId: string | null) =>
    business.change((books) =>
      startRun(
        books,
        inputOf(NewRun, { kind: "open-item", asOf: books.today, deliver: "none", selection: { labelId } }),
      ),
    );
  const [all, some] = [await start(null), await start(weekly)];
  expect(some.runId).not.toBe(all.runId);
  expect(await start(weekly)).toEqual({ runId: some.runId, fresh: false });
  const selection = async (runId: string) =>
    (await business.read((books) => readRun(books, runId))).selection;
  expect((await selection(some.runId)).labelId).toBe(weekly);
  expect((await selection(all.runId)).labelId).toBeNull();
  await expect(start(ann.customerId)).rejects.toMatchObject({ code: "not-found" });
  const accounts = await business.read((books) => readRunAccounts(books, [ann.accountId, bob.accountId]));
  expect([ann, bob].map(({ accountId }) => accounts.get(accountId)?.context.labelIds)).toEqual([
    [weekly],
    [],
  ]);
});
