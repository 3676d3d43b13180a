// The contractor of the demo story: three jobs whose retainage stands at each of its stations. On one all of it is withheld
// yet, on one half is billed and owed, on one it was billed whole and paid; one invoice is disputed, one was voided
// and issued anew, and one waits as a draft.
import type { Account } from "@/books/story/ledger-dsl.ts";
import { cents } from "@/domain/values/money.ts";
import { contractorOf, type Contractor } from "./seed-jobs.ts";
import { sellAsGranite } from "./seed-products.ts";
import type { Stage } from "./seed-stories.ts";

export async function tellGranite({ books, ago, owner }: Stage): Promise<void> {
  await sellAsGranite(books);
  const greenleaf = await books
    .customer("Greenleaf Landscaping", {
      number: "1001",
      email: "ap@greenleaf-denver.example",
      terms: "net-45",
      addressLines: ["900 Pearl Street", "Boulder, CO 80302"],
    })
    .invoice("18,400.00", ago(90), { for: "Retaining wall, phase 1" })
    .paid("10,000.00", ago(41), { method: "direct-deposit", reference: "Wire 5521" })
    .invoice("7,250.00", ago(14), { for: "Retaining wall, phase 2" })
    .write();
  const cedar = await books
    .customer("Cedar Ridge Homeowners", {
      number: "1002",
      email: "board@cedarridge.example",
      addressLines: ["12 Ridge Court", "Golden, CO 80401"],
    })
    .invoice("42,000.00", ago(33), { for: "Entrance stonework" })
    .write();
  const builders = await books
    .customer("Front Range Builders", {
      number: "1003",
      email: "payables@frontrange.example",
      addressLines: ["1800 Wynkoop Street", "Denver, CO 80202"],
      memo: "Pays by the 25th, per job. Wants the job number on every invoice.",
    })
    .write();
  const contractor = contractorOf(books, owner);
  await tellWithheld(contractor, builders, ago);
  await tellPartReleased(contractor, cedar, ago);
  await tellReleasedAndPaid(contractor, greenleaf, ago);
}

/** Work under way: nothing of what is held back is billed yet. */
async function tellWithheld(at: Contractor, account: Account, ago: Stage["ago"]): Promise<void> {
  const job = await at.job(account, {
    number: "2601",
    name: "Clinic site walls",
    addressLines: ["2500 Alpine Avenue"],
    city: "Boulder",
    region: "CO",
    postalCode: "80304",
    startsOn: ago(110),
    contractNumber: "FRB-118",
    contractOn: ago(121),
    contractCents: cents(186_000_00),
    retainageWork: "10",
  });
  const first = await job.bill(ago(95), [["Excavation and footings", "1", "38500"]]);
  await job.pay(first, "34,650.00", ago(66));
  const second = await job.bill(ago(64), [
    ["Stonework, north wall", "240", "92"],
    ["Granite block", "48.5", "240"],
  ]);
  await at.dispute(second, "Counts 44 t of block on site, not 48.5. Weigh tickets are asked for.");
  const wrong = await job.bill(ago(32), [["Stonework, east wall", "320", "92"]]);
  await at.reissue(wrong, "230");
  await job.awaits(["completion", "waiver"], ago(-75));
  await job.start(ago(0), [["Stonework, south wall", "180", "92"]]);
}

/** Done and paid but for what was held back: half of it is billed, the rest waits for the close-out papers. */
async function tellPartReleased(at: Contractor, account: Account, ago: Stage["ago"]): Promise<void> {
  const job = await at.job(account, {
    number: "2514",
    name: "Clubhouse terraces",
    addressLines: ["40 Ridge Court"],
    city: "Golden",
    region: "CO",
    postalCode: "80401",
    startsOn: ago(240),
    endsOn: ago(70),
    contractNumber: "CR-2025-7",
    contractOn: ago(250),
    contractCents: cents(64_000_00),
    retainageWork: "10",
  });
  const first = await job.bill(ago(200), [["Terraces one and two", "1", "31000"]]);
  const second = await job.bill(ago(120), [["Terraces three to five", "1", "33000"]]);
  await job.pay(first, "27,900.00", ago(170));
  await job.pay(second, "29,700.00", ago(88));
  await job.release("50", ago(45), "Half of the retainage, at substantial completion");
  await job.awaits(["completion", "close-out"], ago(-20), ago(50));
  await job.become("complete");
}

/** Finished: what was held back was billed whole and paid, and the job is closed. */
async function tellReleasedAndPaid(at: Contractor, account: Account, ago: Stage["ago"]): Promise<void> {
  const job = await at.job(account, {
    number: "2409",
    name: "Pearl Street planters",
    addressLines: ["900 Pearl Street"],
    city: "Boulder",
    region: "CO",
    postalCode: "80302",
    startsOn: ago(330),
    endsOn: ago(220),
    contractCents: cents(22_500_00),
    contractOn: ago(340),
    contractNumber: "GL-31",
    retainageWork: "5",
  });
  const only = await job.bill(ago(230), [
    ["Planters, dressed granite", "18", "850"],
    ["Setting and grouting", "80", "90"],
  ]);
  await job.pay(only, "21,375.00", ago(181));
  const retained = await job.release("100", ago(150), "Final release");
  await job.pay(retained, "1,125.00", ago(118));
  await job.become("closed");
}
