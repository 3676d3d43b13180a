// Who is in the demo story: a prompt payer, a slow one that crosses every bucket, one who disputes, an over-payer,
// one over the limit, one who has bought nothing yet, and in both businesses a customer of the same name. The contractor's
// story is seed-granite.ts.
import { inputOf } from "@/domain/input-of.ts";
import { NewContact } from "@/domain/customers/contact-input.ts";
import { addContact } from "@/books/customers/contacts.ts";
import { addLocation } from "@/books/customers/locations.ts";
import type { Colleague } from "@/books/jobs/jobs.ts";
import type { Ledger } from "@/books/story/ledger-dsl.ts";
import type { Day } from "@/domain/values/day.ts";
import { cents } from "@/domain/values/money.ts";
import { sellAsHillside } from "./seed-products.ts";

/** `owner` is who runs it. */
export type Stage = { books: Ledger; ago: (days: number) => Day; owner: Colleague };

export async function tellHillside({ books, ago }: Stage): Promise<void> {
  await sellAsHillside(books);
  const greenleaf = await books
    .customer("Greenleaf Landscaping", {
      number: "C-0042",
      company: "Greenleaf Landscaping LLC",
      firstName: "Luis",
      lastName: "Ortiz",
      shippingLines: ["Greenleaf yard", "Route 302, gate 2", "Barre, VT 05641"],
      privateNotes: "Luis signs for the crew. Asked twice for a higher limit; waits for the spring.",
      email: "office@greenleaf.example",
      phone: "802 555 0142",
      limitCents: cents(500_000),
      addressLines: ["Luis Ortiz", "77 Meadow Lane", "Barre, VT 05641"],
      memo: "Ask for the job name on every ticket.",
    })
    .invoice("412.30", ago(140), { number: "INV-01755", for: "Topsoil, 12 yd" })
    .paid("412.30", ago(118), { reference: "4402" })
    .invoice("500.00", ago(78), { number: "INV-01907", for: "Pavers, one pallet" })
    .invoice("880.50", ago(46), {
      number: "INV-02011",
      for: "Drip line and fittings",
      memo: "Elm Street terrace",
    })
    .paid("150.00", ago(32), {
      method: "card",
      reference: "•• 4242",
      to: { "INV-02011": "150.00" },
      memo: "On INV-02011",
    })
    .invoice("620.40", ago(19), { number: "INV-02144", for: "Mulch, 20 yd", memo: "Signed by L. Ortiz" })
    .paid("300.00", ago(3), { reference: "4471", to: {}, memo: "To be used for the spring order" })
    .earmarked("100.00", "Deposit for the spring mulch order")
    .write();
  await introduce(books, greenleaf);
  await books
    .customer("Alder & Pine Builders", {
      number: "C-0007",
      email: "ap@alderpine.example",
      limitCents: cents(1_500_000),
      addressLines: ["3 Mill Street", "Stowe, VT 05672"],
    })
    .invoice("2,140.00", ago(96), { number: "INV-01871", for: "Framing lumber" })
    .paid("2,140.00", ago(88), { method: "direct-deposit", reference: "ACH 88120" })
    .invoice("3,318.75", ago(61), { number: "INV-01966", for: "Trusses" })
    .paid("3,318.75", ago(50), { method: "direct-deposit", reference: "ACH 90377" })
    .invoice("1,275.20", ago(12), { number: "INV-02160", for: "Decking and screws" })
    .bought(
      [
        ["Deck screws, 3 in, 5 lb", "4", "42.90"],
        ["Joist tape, 50 ft", "6", "18.25"],
      ],
      ago(9),
      { note: "Job: Mill Street porch" },
    )
    .broughtBack(2, "2", ago(7))
    .bought([["Sawhorse, pair", "1", "64.00"]], ago(4), { onAccount: "500.00", reference: "5190" })
    .write();
  await books
    .customer("Bramble Brothers Paving", {
      number: "C-0015",
      email: "bramble@bramblepaving.example",
      limitCents: cents(1_000_000),
      addressLines: ["Route 14", "Hardwick, VT 05843"],
      memo: "Pays when called. Call.",
    })
    .invoice("1,120.00", ago(155), { number: "INV-01702", for: "Crushed stone, 40 t" })
    .invoice("945.60", ago(112), { number: "INV-01823", for: "Edging" })
    .invoice("760.00", ago(83), { number: "INV-01899", for: "Sand, 30 t" })
    .invoice("1,389.15", ago(49), { number: "INV-02003", for: "Geotextile" })
    .paid("400.00", ago(40), { reference: "1188" })
    .paid("760.00", ago(30), { reference: "1203", to: { "INV-01899": "760.00" } })
    .bounced(ago(26), { fee: "25.00", reason: "Not sufficient funds" })
    .invoice("510.25", ago(8), { number: "INV-02171", for: "Cold patch" })
    .write();
  await books
    .customer("Corner House Café", {
      number: "C-0021",
      email: "hello@cornerhouse.example",
      limitCents: cents(50_000),
      addressLines: ["1 Main Street", "Montpelier, VT 05602"],
    })
    .invoice("184.00", ago(52), { number: "INV-01990", for: "Planters", memo: "Says two were cracked" })
    .invoice("96.50", ago(20), { number: "INV-02140", for: "Potting mix" })
    .bought([["Terracotta pot, 12 in", "3", "14.50"]], ago(2), { by: "card", reference: "•• 8810" })
    .write();
  await books
    .customer("Dovetail Joinery", {
      number: "C-0028",
      email: "books@dovetail.example",
      limitCents: cents(300_000),
      addressLines: ["22 Depot Square", "Northfield, VT 05663"],
    })
    .invoice("1,204.40", ago(44), { number: "INV-02019", for: "White oak, 180 bf" })
    .paid("1,500.00", ago(25), { reference: "20931", memo: "Rounded up, keeps the rest on account" })
    .refunded("95.60", ago(9), { method: "check", reference: "1042", reason: "Wants only the 200 kept" })
    .write();
  await books
    .customer("Elm Street Properties", {
      number: "C-0033",
      email: "invoices@elmstreet.example",
      limitCents: cents(100_000),
      addressLines: ["40 Elm Street", "Burlington, VT 05401"],
    })
    .invoice("870.00", ago(36), { number: "INV-02050", for: "Snow fence" })
    .invoice("549.99", ago(6), { number: "INV-02180", for: "Salt, two pallets" })
    .write();
  await books
    .customer("Żółw Gardens Łódź", {
      number: "C-0051",
      email: "biuro@zolw.example",
      limitCents: cents(200_000),
      addressLines: ["ul. Piotrkowska 12", "90-001 Łódź"],
    })
    .invoice("333.33", ago(15), { number: "INV-02152", for: "Heritage tulip bulbs" })
    .write();
  await books
    .customer("Fernwood School District", { number: "C-0060", email: "purchasing@fernwood.example" })
    .write();
}

/** The people and places behind the name. */
async function introduce(books: Ledger, { customerId }: { customerId: string }): Promise<void> {
  const people = [
    { name: "Luis Ortiz", title: "Owner", phone: "802 555 0143" },
    { name: "Ann Lee", title: "Accounts payable", email: "ann@greenleaf.example", getsStatements: true },
  ];
  for (const person of people)
    await books.change((open) => addContact(open, inputOf(NewContact, { customerId, ...person })));
  const terrace = { name: "Elm Street terrace", addressLines: ["12 Elm Street", "Barre, VT 05641"] };
  await books.change((open) => addLocation(open, { customerId, ...terrace }));
}
