// A job in a form and back, without anything lost on the way, and what a door takes of it.
import { describe, expect, test } from "vitest";
import { day } from "../values/day.ts";
import { cents } from "../values/money.ts";
import { NO_JOB, jobTexts, jobTyped, type JobDetails } from "./job.ts";
import { NewJob } from "./job-input.ts";
import { takesInvoices } from "./job-status.ts";

const OAK: JobDetails = {
  ...NO_JOB,
  number: "2026-14",
  name: "Oak Street",
  status: "on-hold",
  managerId: "00000000-0000-4000-8000-0000000000a1",
  addressLines: ["14 Oak St", "Unit 2"],
  city: "Albany",
  country: "CA",
  startsOn: day("2026-03-01"),
  endsOn: day("2026-09-30"),
  limitCents: cents(5_000_00),
  contractOn: day("2026-02-20"),
  contractCents: cents(100_000_50),
  chartCode: "4000",
  taxId: null,
  retainageWork: "7.125",
};
const US = { currency: "USD", locale: "en-US" };
const GERMANY = { currency: "EUR", locale: "de-DE" };

test.each([
  [OAK, US],
  [OAK, GERMANY],
  [NO_JOB, US],
])("what is drawn is sent back as it was", (job, notation) => {
  expect(jobTyped(jobTexts(job, notation), notation)).toEqual(job);
});

test("in Germany a sum and a rate are typed with a comma", () => {
  const texts = { ...jobTexts(OAK, GERMANY), contractCents: "1.234,50", retainageWork: "7,5 %" };
  expect(jobTexts(OAK, GERMANY).retainageWork).toBe("7,125");
  expect(jobTyped(texts, GERMANY)).toMatchObject({ contractCents: 1_234_50, retainageWork: "7.5" });
});

describe("a door", () => {
  const NEW = { customerId: "00000000-0000-4000-8000-0000000000c1", name: "Oak Street" };
  const faultOf = (more: object) => {
    const read = NewJob.safeParse({ ...NEW, ...more });
    return read.success ? null : read.error.issues.map(({ path }) => path.join(".")).join();
  };

  test.each<[string, object]>([
    ["name", { name: " " }],
    ["name", { name: "\u200b" }],
    ["number", { number: "x".repeat(61) }],
    ["status", { status: "lost" }],
    ["endsOn", { startsOn: "2026-03-02", endsOn: "2026-03-01" }],
    ["startsOn", { startsOn: "2026-02-30" }],
    ["limitCents", { limitCents: -1 }],
    ["contractCents", { contractCents: 0.5 }],
    ["contractCents", jobTyped({ ...jobTexts(NO_JOB, US), name: "x", contractCents: "many" }, US)],
    ["retainageWork", { retainageWork: "100.001" }],
    ["retainageWork", { retainageWork: "7.1255" }],
    ["retainageWork", { retainageWork: "-1" }],
    ["retainageStored", jobTyped({ ...jobTexts(NO_JOB, US), name: "x", retainageStored: "ten" }, US)],
    ["country", { country: "Nowhere" }],
    ["managerId", { managerId: "Ann" }],
  ])("refuses a wrong %s: %j", (field, more) => {
    expect(faultOf(more)).toBe(field);
  });

  test.each<[object]>([
    [{}],
    [{ number: "" }],
    [{ startsOn: "2026-03-01", endsOn: "2026-03-01" }],
    [{ endsOn: "2026-03-01" }],
    [{ limitCents: 0, contractCents: 0 }],
    [{ retainageWork: "100", retainageStored: "0.125" }],
  ])("takes %j", (more) => {
    expect(faultOf(more)).toBeNull();
  });
});

test("only a closed job and one that was put away take no new invoice", () => {
  expect(takesInvoices({ status: "complete", isArchived: false })).toBe(true);
  expect(takesInvoices({ status: "on-hold", isArchived: false })).toBe(true);
  expect(takesInvoices({ status: "closed", isArchived: false })).toBe(false);
  expect(takesInvoices({ status: "open", isArchived: true })).toBe(false);
});
