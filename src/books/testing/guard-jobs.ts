// The jobs in the scene of the guards: one with a limit of its own, one that is closed, and one of another customer.
import { inputOf } from "@/domain/input-of.ts";
import { NewJob } from "@/domain/jobs/job-input.ts";
import { cents } from "@/domain/values/money.ts";
import { createJob } from "../jobs/jobs.ts";
import type { Account, Ledger } from "../story/ledger-dsl.ts";

export async function jobScene(business: Ledger, a: Account, b: Account) {
  const office = { members: [], mayLimit: true };
  const add = async ({ customerId }: Account, more: Partial<NewJob>) => {
    const job = inputOf(NewJob, { customerId, name: "Patio", ...more });
    return (await business.change((books) => createJob(books, job, office))).jobId;
  };
  return {
    job: await add(a, { number: "J-1", limitCents: cents(20_00) }),
    closed: await add(a, { number: "J-2", status: "closed" }),
    theirs: await add(b, { number: "J-3" }),
  };
}
