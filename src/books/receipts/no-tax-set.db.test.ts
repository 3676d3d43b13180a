// Goods sold before anybody has said what is taxed: the receipt says so until somebody does.
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { TaxSettings } from "@/domain/business/settings.ts";
import { changeTax } from "../business/settings.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { counter, line, paidBy } from "../testing/counter.ts";
import { readCounterSettings } from "./counter.ts";
import { readReceipt } from "./receipt-page.ts";

afterAll(closePool);

test.each([
  ["a rate", "8.25", { taxes: [{ name: "Sales tax", rate: "8.25" }], answered: true }],
  ["that nothing is taxed", "0", { taxes: [], answered: true }],
])(
  "'no tax set' stands on the counter and on receipts until somebody says %s",
  async (_what, taxRate, said) => {
    const business = await freshBusiness();
    const till = counter(business, await business.customer("Greenleaf").write());
    const { receiptId } = await till.walkIn([line("Mulch", "1", "10")], [paidBy("cash", 10_00)]);
    const look = () =>
      business.read(async (books) => ({
        receipt: (await readReceipt(books, receiptId, { name: "Test Supply", country: "US" })).noTaxSet,
        tax: (await readCounterSettings(books)).taxes,
      }));
    expect(await look()).toMatchObject({ receipt: true, tax: { taxes: [], answered: false } });

    const input = inputOf(TaxSettings, { version: 1, taxName: "Sales tax", taxRate });
    await business.change((books) => changeTax(books, input));
    expect(await look()).toMatchObject({ receipt: false, tax: said });
  },
);
