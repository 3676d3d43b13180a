// For tests of applications for credit: a fresh business for each, whose books hold after it, and the application of one builder.
import { afterAll, afterEach, beforeEach, expect } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { ApplicationForm } from "@/domain/credit/application.ts";
import { inputOf } from "@/domain/input-of.ts";
import { cents } from "@/domain/values/money.ts";
import { approveApplication, declineApplication } from "../business/application-answers.ts";
import { readAnswerTold } from "../business/application-told.ts";
import { keepApplication, readApplication, type SentFile } from "../business/credit-applications.ts";
import { readCreditAccount } from "../credit/credit-account.ts";
import type { Books } from "../open.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";

export const LICENCE = { name: "licence.pdf", content: new TextEncoder().encode("%PDF-1.4 a licence") };

export const applicationForm = (): ApplicationForm =>
  inputOf(ApplicationForm, {
    business: "Alder Builders",
    contact: "Dana Alder",
    email: "dana@alder.example",
    phone: "555 0101",
    address: "1 Elm St\nBarre",
    taxNumber: "12-3",
    years: "12",
    monthly: "4000",
    wanted: "6000",
    reference1: "Granite Supply",
    contact1: "555 0199",
    reference2: "A friend",
    consent: "yes",
  });

type Business = Awaited<ReturnType<typeof freshBusiness>>;

/** Once at the head of a file. */
export function applicationDesk() {
  const desk = { business: {} as Business };
  beforeEach(async () => {
    desk.business = await freshBusiness();
  });
  afterEach(async () => {
    expect((await desk.business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
  });
  afterAll(closePool);
  return Object.assign(desk, {
    apply: async (file: SentFile | null = LICENCE) =>
      (await desk.business.change((books) => keepApplication(books, applicationForm(), file))).applicationId,
    approve: (applicationId: string, more: object = {}) =>
      desk.business.change((books) =>
        approveApplication(books, {
          applicationId,
          creditCents: cents(5_000_00),
          terms: "net-15",
          reason: "Good references",
          told: "",
          ...more,
        }),
      ),
    decline: (applicationId: string, told = "") =>
      desk.business.change((books) => declineApplication(books, { applicationId, reason: "Too new", told })),
    read: (applicationId: string) => desk.business.read((books) => readApplication(books, applicationId)),
    toldOf: (applicationId: string) => desk.business.read((books) => readAnswerTold(books, applicationId)),
    canCharge: async (customerId: string) =>
      (await desk.business.read((books) => readCreditAccount(books, customerId))).canCharge,
    by: <T>(subject: string, work: (books: Books) => Promise<T>) =>
      desk.business.change((books) => work({ ...books, subject, userName: subject.slice(5) })),
  });
}
