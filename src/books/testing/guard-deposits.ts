// The deposit in the scene of the guards: one payment, taken to the bank on its own day.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewDeposit } from "@/domain/payments/deposit-input.ts";
import type { Day } from "@/domain/values/day.ts";
import { makeDeposit } from "../payments/deposits.ts";
import type { Ledger } from "../story/ledger-dsl.ts";

export async function depositScene(business: Ledger): Promise<void> {
  await business.change(async (books) => {
    const [found] = await books.tx.execute<{ id: string; received_on: Day }>(sql`
      select id, received_on from books.payments where deposit_id is null order by received_on, id limit 1`);
    const { id, received_on: depositedOn } = present(found, "somebody paid");
    return makeDeposit(books, inputOf(NewDeposit, { paymentIds: [id], depositedOn }));
  });
}
