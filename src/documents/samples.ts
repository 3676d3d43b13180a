// Sample values for previews and tests: accounts told as invoices with what was paid on them and credit left over,
// turned into statements by the domain's own rules, so that a sample can't show figures that the books could not.
import { saidTerms } from "@/domain/values/said-terms.ts";
import { documentWords } from "@/domain/language/document-words.ts";
import type { Language } from "@/domain/language/language.ts";
import type { Bucket } from "@/domain/ledger/aging.ts";
import { addDays, day, daysBetween, type Day } from "@/domain/values/day.ts";
import { ZERO, cents, minus, plus, sum, type Cents } from "@/domain/values/money.ts";
import { NO_MESSAGES } from "@/domain/statements/age-message.ts";
import { buildStatement, type PaperSettings } from "@/domain/statements/build-statement.ts";
import { PLAIN_BRAND } from "@/domain/values/brand.ts";
import type { Statement, StatementLine, StatementOpenItem } from "@/domain/statements/statement.ts";

type Paid = { onDay: Day; amountCents: Cents; reference: string | null };

export type SampleInvoice = {
  number: string;
  issuedOn: Day;
  termDays: number;
  amountCents: Cents;
  paid: readonly Paid[];
};

export type SampleAccount = {
  invoices: readonly SampleInvoice[];
  /** Payments and credit memos that no invoice has used. */
  unapplied: readonly (Paid & { description: string })[];
  retainedCents: Cents;
};

export type SampleSetting = Partial<
  Omit<
    Statement,
    "lines" | "openItems" | "aging" | "openingCents" | "closingCents" | "brand" | "message" | "payment"
  >
>;

const BUSINESS: Statement["business"] = {
  slug: "hillside",
  name: "Hillside Supply",
  addressLines: ["1280 Hillside Road", "Ithaca, NY 14850"],
  email: "accounts@hillside.example",
  phone: "(607) 555-0142",
  locale: "en-US",
  language: "en",
  paper: "LETTER",
};

/** As a business begins: nothing set. */
export const PLAIN_PAPER: PaperSettings = { brand: PLAIN_BRAND, messages: NO_MESSAGES, iban: null };

const CUSTOMER: Statement["customer"] = {
  number: "C-0042",
  name: "Greenleaf Landscaping",
  addressLines: ["Attn: Accounts Payable", "47 Orchard Lane", "Trumansburg, NY 14886"],
  email: "office@greenleaf.example",
  phone: null,
  terms: "Net 30",
};

export const SAMPLE_ACCOUNT: SampleAccount = {
  retainedCents: cents(420_000),
  invoices: [
    invoice("INV-01788", "2026-07-14", 41_250, [["2026-09-02", 41_250, "Check 4410"]]),
    invoice("INV-01907", "2026-09-04", 50_000, []),
    invoice("INV-01954", "2026-09-18", 128_475, [["2026-10-20", 128_475, "Check 4471"]]),
    invoice("INV-02011", "2026-10-06", 88_050, [["2026-11-03", 15_000, "Card ending 4242"]]),
    invoice("INV-02098", "2026-10-27", 7_699, [["2026-11-03", 7_699, "Card ending 4242"]]),
    invoice("INV-02144", "2026-11-02", 62_040, []),
  ],
  unapplied: [
    {
      onDay: day("2026-11-09"),
      amountCents: cents(20_000),
      reference: "CM-0031",
      description: "Credit memo, returned pallets",
    },
    {
      onDay: day("2026-11-12"),
      amountCents: cents(10_000),
      reference: "Deposit for spring mulch",
      description: "Payment on account",
    },
  ],
};

/** How many days after its issue the oldest open item of a sample is due, so that it is as late as asked on the 21st. */
const DUE_AFTER: Record<Bucket, number> = { current: 90, d1_30: 60, d31_60: 30, d61_90: 5, d91: -30 };

/** What a business that sets up its papers sees: its own letterhead above an account of nobody, as late as `late`. */
export function samplePaper({
  business,
  currency,
  paper,
  late,
}: Pick<Statement, "business" | "currency"> & { paper: PaperSettings; late: Bucket }): Statement {
  const invoices = SAMPLE_ACCOUNT.invoices.map((each) => ({
    ...each,
    termDays: each.number === OLDEST ? DUE_AFTER[late] : Math.max(each.termDays, late === "current" ? 60 : 0),
  }));
  return sampleStatement(
    { ...SAMPLE_ACCOUNT, invoices },
    { business, currency, number: null, kind: "open-item" },
    paper,
  );
}

const OLDEST = "INV-01907";

function invoice(
  number: string,
  issuedOn: string,
  amount: number,
  paid: [string, number, string][],
): SampleInvoice {
  return {
    number,
    issuedOn: day(issuedOn),
    termDays: 30,
    amountCents: cents(amount),
    paid: paid.map(([onDay, paidCents, reference]) => ({
      onDay: day(onDay),
      amountCents: cents(paidCents),
      reference,
    })),
  };
}

/** A statement of `account`; anything about it can be set otherwise. */
export function sampleStatement(
  account: SampleAccount = SAMPLE_ACCOUNT,
  setting: SampleSetting = {},
  paper: PaperSettings = PLAIN_PAPER,
): Statement {
  const asOf = setting.asOf ?? day("2026-11-21");
  const fromOn = setting.fromOn ?? day("2026-10-01");
  const { language, locale } = setting.business ?? BUSINESS;
  const openItems = openItemsOf(account, asOf);
  const unappliedCents = sum(account.unapplied.map((credit) => credit.amountCents));
  const { number = "ST-000318", kind = "balance-forward", templateVersion: _version, ...given } = setting;
  const { openingCents, lines: activity } = activityOf(account, fromOn, language);
  const statement = buildStatement(kind, {
    business: BUSINESS,
    customer: { ...CUSTOMER, terms: saidTerms("net-30", { language, locale }) },
    currency: "USD",
    ...given,
    paper,
    fromOn,
    asOf,
    openingCents,
    closingCents: minus(sum(openItems.map((item) => item.openCents)), unappliedCents),
    retainedCents: account.retainedCents,
    activity,
    openItems,
    openCredits: account.unapplied.map(({ onDay, reference, description, amountCents }, index) => ({
      onDay,
      eventId: 10_900 + index,
      description,
      reference,
      openCents: amountCents,
    })),
  });
  return { ...statement, number };
}

/** The sample's letterhead and customer with some of it changed. */
export const businessLike = (change: Partial<Statement["business"]>) => ({ ...BUSINESS, ...change });
export const customerLike = (change: Partial<Statement["customer"]>) => ({ ...CUSTOMER, ...change });

/** An account with `count` invoices a few hours apart, every third one paid: for long statements. */
export function longAccount(count: number, endOn = day("2026-11-20")): SampleAccount {
  const invoices = Array.from({ length: count }, (_, index): SampleInvoice => {
    const issuedOn = addDays(endOn, -Math.floor((count - 1 - index) / 10));
    const amountCents = cents(1_000 + ((index * 7_919) % 900_000));
    const paid = index % 3 === 0 ? [{ onDay: endOn, amountCents, reference: `Check ${4000 + index}` }] : [];
    return { number: `INV-${String(index + 1).padStart(6, "0")}`, issuedOn, termDays: 30, amountCents, paid };
  });
  return { invoices, unapplied: [], retainedCents: ZERO };
}

function activityOf(account: SampleAccount, fromOn: Day, language: Language) {
  const { Invoice, Payment } = documentWords(language).events;
  const facts = [
    ...account.invoices.flatMap(({ number, issuedOn, amountCents, paid }) => [
      {
        onDay: issuedOn,
        description: `${Invoice} ${number}`,
        reference: null,
        covers: [],
        chargeCents: amountCents,
        creditCents: ZERO,
      },
      ...paid.map((one) => ({
        ...credit(Payment, one),
        covers: [{ number, amountCents: one.amountCents }],
      })),
    ]),
    ...account.unapplied.map((one) => credit(one.description, one)),
  ].sort((a, b) => a.onDay.localeCompare(b.onDay));

  const before = facts.filter((fact) => fact.onDay < fromOn);
  const openingCents = minus(
    sum(before.map((fact) => fact.chargeCents)),
    sum(before.map((fact) => fact.creditCents)),
  );
  let balanceCents = openingCents;
  const lines = facts.slice(before.length).map((fact, index): StatementLine => {
    balanceCents = minus(plus(balanceCents, fact.chargeCents), fact.creditCents);
    return { ...fact, eventId: 10_418 + before.length + index, balanceCents };
  });
  return { openingCents, lines };
}

function credit(description: string, { onDay, amountCents, reference }: Paid) {
  return { onDay, description, reference, covers: [], chargeCents: ZERO, creditCents: amountCents };
}

function openItemsOf(account: SampleAccount, asOf: Day): StatementOpenItem[] {
  return account.invoices
    .map(({ number, issuedOn, termDays, amountCents, paid }, index) => {
      const dueOn = addDays(issuedOn, termDays);
      const paidCents = sum(paid.map((one) => one.amountCents));
      const openCents = minus(amountCents, paidCents);
      return {
        eventId: 10_000 + index,
        number,
        job: null,
        issuedOn,
        dueOn,
        daysPastDue: daysBetween(dueOn, asOf),
        amountCents,
        paidCents,
        openCents,
      };
    })
    .filter((item) => item.openCents > 0);
}
