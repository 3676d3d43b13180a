// Who is billed: the jobs that an invoice can be for, with what their contracts say, also of who was merged into them.
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewJob } from "@/domain/jobs/job-input.ts";
import { day } from "@/domain/values/day.ts";
import { endExemption, exemptCustomer } from "../customers/customer-taxes.ts";
import { mergeCustomers } from "../customers/merges.ts";
import { archiveJob, createJob } from "../jobs/jobs.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { readBilledCustomer } from "./billed-customer.ts";

afterAll(closePool);

test("jobs that take invoices are offered, closed ones and those put away aren't", async () => {
  const business = await freshBusiness();
  const [alder, twin] = [
    await business.customer("Alder Homes").write(),
    await business.customer("Alder Home").write(),
  ];
  const add = async (customerId: string, more: Partial<NewJob>) => {
    const job = inputOf(NewJob, { customerId, name: "Patio", ...more });
    const office = { members: [], mayLimit: true };
    return (await business.change((books) => createJob(books, job, office))).jobId;
  };
  const { customerId } = alder;
  const oak = await add(customerId, { number: "J-10", retainageWork: "7.5", chartCode: "4000" });
  const elm = await add(twin.customerId, { number: "J-9", status: "complete" });
  await add(customerId, { number: "J-8", status: "closed" });
  const gone = await add(customerId, { number: "J-7" });
  await business.change((books) => archiveJob(books, gone));
  const offered = async () =>
    (
      await business.read((books) =>
        readBilledCustomer(books, customerId, { homeCountry: "US", managerId: null }),
      )
    ).jobs;
  const first = { jobId: oak, number: "J-10", name: "Patio", retainageWork: "7.5", chartCode: "4000" };
  expect(await offered()).toEqual([first]);
  const merge = { fromCustomerId: twin.customerId, intoCustomerId: customerId, reason: "" };
  await business.change((books) => mergeCustomers(books, { ...merge, mergedOn: day("2026-04-01") }));
  const second = { jobId: elm, number: "J-9", name: "Patio", retainageWork: null, chartCode: null };
  expect(await offered()).toEqual([second, first]);
});

test("a certificate of exemption comes along, also when it has ended, and not when it was taken away", async () => {
  const business = await freshBusiness();
  const { customerId } = await business.customer("Alder Homes").write();
  const exemption = async () =>
    (
      await business.read((books) =>
        readBilledCustomer(books, customerId, { homeCountry: "US", managerId: null }),
      )
    ).exemption;
  expect(await exemption()).toBeNull();
  const given = { customerId, certificate: "EX-1", expiresOn: day("2026-01-31"), attachmentId: null };
  await business.change((books) => exemptCustomer(books, given));
  expect(await exemption()).toEqual({ certificate: "EX-1", expiresOn: "2026-01-31" });
  await business.change((books) => endExemption(books, customerId));
  expect(await exemption()).toBeNull();
});
