// Agencies, rates and combined rates: each name is one thing's, a percentage is never overwritten, and what something still
// takes is not put away.
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewRate, Percent } from "@/domain/business/tax-input.ts";
import { WARNED_DAYS } from "@/domain/ledger/tax-in-force.ts";
import { addDays, day, type Day } from "@/domain/values/day.ts";
import { attachFile } from "./attachments.ts";
import { listCustomers, totalCustomers } from "../customers/customer-list.ts";
import {
  chooseCustomerTax,
  endExemption,
  exemptCustomer,
  readCustomerTaxes,
} from "../customers/customer-taxes.ts";
import { listChanges } from "../customers/customer-changes.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { archiveAccount, readChart } from "./chart.ts";
import { readTaxes } from "./read-taxes.ts";
import {
  addAgency,
  addCombined,
  addRate,
  archiveRate,
  changeRate,
  chooseDefault,
  renameAgency,
  renameRate,
  unarchiveRate,
} from "./taxes.ts";

let business: Awaited<ReturnType<typeof freshBusiness>>;
let first = "";
beforeEach(async () => {
  business = await freshBusiness();
  first = (await taxes()).agencies[0]?.agencyId ?? "";
});
afterEach(async () => {
  expect(await business.read(({ tx }) => runChecks(tx))).toMatchObject({ broken: [] });
});
afterAll(closePool);

const taxes = () => business.read(readTaxes);
const rate = async (name: string, percent: string, agencyId = first) =>
  (await business.change((books) => addRate(books, inputOf(NewRate, { name, agencyId, percent })))).rateId;

test("a business begins with one agency, on the account of sales tax; the next has one of its own", async () => {
  await business.change((books) => addAgency(books, { name: "City of Barre" }));
  expect(await taxes()).toEqual({
    agencies: [
      { agencyId: first, name: "Tax agency", chartCode: "2200", version: 1 },
      { agencyId: expect.any(String), name: "City of Barre", chartCode: "2201", version: 1 },
    ],
    rates: [],
    combined: [],
    answered: false,
  });
  expect((await business.read(readChart)).find(({ code }) => code === "2201")).toMatchObject({
    name: "Tax payable, City of Barre",
    kind: "liability",
    agency: "City of Barre",
  });
  await expect(business.change((books) => archiveAccount(books, "2201"))).rejects.toMatchObject({
    details: { because: "The tax of City of Barre goes there." },
  });
  await expect(business.change((books) => addAgency(books, { name: "City of Barre" }))).rejects.toMatchObject(
    { code: "name-taken" },
  );
});

test("a rate has its steps, the latest first, and says what is in force today", async () => {
  const rateId = await rate("State tax", "6.000");
  await business.change((books) => changeRate(books, { rateId, fromOn: day("2999-01-01"), percent: "7" }));
  await business.change((books) => changeRate(books, { rateId, fromOn: day("2026-01-01"), percent: "6.5" }));
  const decidedBy = expect.any(String);
  expect((await taxes()).rates).toEqual([
    {
      rateId,
      name: "State tax",
      agencyId: first,
      percent: "6.5",
      steps: [
        { fromOn: "2999-01-01", percent: "7", decidedBy },
        { fromOn: "2026-01-01", percent: "6.5", decidedBy },
        { fromOn: "1900-01-01", percent: "6", decidedBy },
      ],
      isDefault: false,
      archived: false,
      version: 1,
      uses: 0,
    },
  ]);
});

test.each(["6.2555", "100.001", "-1", "x", "", "1e2"])("%j percent is refused", (percent) => {
  expect(Percent.safeParse(percent).success).toBe(false);
});

test("a combined rate is the sum of two or more single ones that are there", async () => {
  const rateIds = [await rate("State tax", "6"), await rate("City tax", "1.125")];
  const { rateId } = await business.change((books) => addCombined(books, { name: "Both", rateIds }));
  expect((await taxes()).combined).toMatchObject([{ rateId, parts: rateIds, percent: "7.125" }]);
  const refused = (ids: string[]) =>
    expect(
      business.change((books) => addCombined(books, { name: "Other", rateIds: ids })),
    ).rejects.toMatchObject({ code: "not-found", field: "rateIds" });
  await refused([rateIds[0] ?? "", rateIds[0] ?? ""]);
  await refused([rateIds[0] ?? "", rateId]);
  await refused([rateIds[0] ?? "", crypto.randomUUID()]);
  // No half of it stays.
  expect((await taxes()).combined).toHaveLength(1);
});

test("names are changed from the version that was seen", async () => {
  const rateId = await rate("State tax", "6");
  await rate("City tax", "1");
  expect(
    await business.change((books) => renameRate(books, { rateId, version: 1, name: "Vermont" })),
  ).toEqual({ version: 2 });
  await expect(
    business.change((books) => renameRate(books, { rateId, version: 1, name: "VT" })),
  ).rejects.toMatchObject({ code: "changed-meanwhile", details: { version: 2, now: { name: "Vermont" } } });
  await expect(
    business.change((books) => renameRate(books, { rateId, version: 2, name: "City tax" })),
  ).rejects.toMatchObject({ code: "name-taken" });
  const agency = { agencyId: first, version: 1, name: "Vermont Department of Taxes" };
  await business.change((books) => renameAgency(books, agency));
  await expect(business.change((books) => renameAgency(books, agency))).rejects.toMatchObject({
    code: "changed-meanwhile",
  });
});

test("what is taken is chosen from the version that was seen, and what something takes is not put away", async () => {
  const [state, city] = [await rate("State tax", "6"), await rate("City tax", "1")];
  const both = await business.change((books) => addCombined(books, { name: "Both", rateIds: [state, city] }));
  const choose = (version: number, rateId: string | null) =>
    business.change((books) => chooseDefault(books, { version, rateId }));
  expect(await choose(1, both.rateId)).toEqual({ version: 2 });
  await expect(choose(1, state)).rejects.toMatchObject({ code: "changed-meanwhile" });
  const archive = (rateId: string) => business.change((books) => archiveRate(books, rateId));
  await expect(archive(both.rateId)).rejects.toMatchObject({
    code: "rate-in-use",
    details: { because: "It is what is taken where nobody says otherwise." },
  });
  await expect(archive(state)).rejects.toMatchObject({
    details: { because: "It is part of 1 combined rate." },
  });
  await choose(2, null);
  expect(await taxes()).toMatchObject({ answered: true, combined: [{ isDefault: false }] });
  await archive(both.rateId);
  const { customerId } = await business.customer("Greenleaf").write();
  await business.change((books) => chooseCustomerTax(books, { customerId, rateId: state }));
  await expect(archive(state)).rejects.toMatchObject({
    details: { because: "1 customer is taxed with it." },
  });
  await archive(city);
  const chooseCity = () => business.change((books) => chooseCustomerTax(books, { customerId, rateId: city }));
  await expect(chooseCity()).rejects.toMatchObject({ code: "not-found", field: "rateId" });
  await expect(choose(3, city)).rejects.toMatchObject({ code: "not-found" });
  await business.change((books) => unarchiveRate(books, city));
  await chooseCity();
});

test("a certificate has its file, a new one ends it, and the history keeps both", async () => {
  const { customerId } = await business.customer("Greenleaf").write();
  const other = await business.customer("Neighbour").write();
  const file = (id: string) =>
    business.change((books) =>
      attachFile(books, {
        kind: "customer",
        id,
        name: "ex.pdf",
        content: new TextEncoder().encode("%PDF-1.7"),
      }),
    );
  const [own, theirs] = [await file(customerId), await file(other.customerId)];
  const exempt = (certificate: string, attachmentId: string | null, expiresOn = day("2027-03-31")) =>
    business.change((books) => exemptCustomer(books, { customerId, certificate, expiresOn, attachmentId }));
  await exempt("EX-1", own.attachmentId);
  await expect(exempt("EX-2", theirs.attachmentId)).rejects.toMatchObject({ field: "attachmentId" });
  await exempt("EX-2", null);
  expect(await business.read((books) => readCustomerTaxes(books, customerId))).toMatchObject({
    exemption: { certificate: "EX-2", expiresOn: "2027-03-31", attachmentId: null },
  });
  const { rows } = await business.read((books) => listChanges(books, { customerId }));
  expect(rows.filter(({ field }) => field === "Tax exemption").map(({ after }) => after)).toEqual([
    "Certificate EX-2, until 2027-03-31",
    "Certificate EX-1, until 2027-03-31",
  ]);
});

test("whose certificate ends soon, or has ended, is listed until it is another one or none", async () => {
  const { today } = business.asker;
  const until = async (name: string, expiresOn: Day | null) => {
    const { customerId } = await business.customer(name).write();
    const said = { customerId, certificate: `EX ${name}`, expiresOn, attachmentId: null };
    await business.change((books) => exemptCustomer(books, said));
    return customerId;
  };
  const listed = () =>
    business.read(async (books) => {
      const { rows } = await listCustomers(books, { show: "exemption-ends" });
      expect((await totalCustomers(books, { show: "exemption-ends" })).count).toBe(rows.length);
      return rows.map(({ name, exemption }) => [name, exemption?.certificate, exemption?.expiresOn]);
    });
  const gone = await until("Gone by", addDays(today, -400));
  const soon = await until("Last told", addDays(today, WARNED_DAYS - 1));
  await until("Not yet", addDays(today, WARNED_DAYS));
  await until("Without end", null);
  expect(await listed()).toEqual([
    ["Gone by", "EX Gone by", addDays(today, -400)],
    ["Last told", "EX Last told", addDays(today, WARNED_DAYS - 1)],
  ]);
  await business.change((books) => endExemption(books, gone));
  const renewed = {
    customerId: soon,
    certificate: "EX-9",
    expiresOn: addDays(today, 365),
    attachmentId: null,
  };
  await business.change((books) => exemptCustomer(books, renewed));
  expect(await listed()).toEqual([]);
});
