// What a file doesn't settle, each with the answers there are and what the command line calls them.
import { addDays, type Day } from "../values/day.ts";
import { dayIn, readDayCell } from "./day-forms.ts";
import { fieldsOf, movesMoney } from "./fields.ts";
import type { Formats } from "./formats.ts";
import type { ImportQuestion } from "./look.ts";
import { missingFields, type Mapping } from "./mapping.ts";
import type { ImportPlan } from "./plan.ts";
import type { Rounding } from "./cells.ts";
import type { ImportGround } from "./receivables-reader.ts";
import { cents, formatAmount } from "../values/money.ts";
import { plainAmount, readAmountCell } from "./amount-forms.ts";

type Asked = {
  plan: ImportPlan;
  headings: readonly string[];
  mapping: Mapping;
  formats: Formats;
  rounding: Rounding;
  ground: ImportGround;
  sections: number;
  /** Some of its rows have the day they were paid. */
  saysPaid: boolean;
  /** The last day of its documents. */
  lastOn: Day | null;
};

export function questionsOf(asked: Asked): ImportQuestion[] {
  return [
    ...columnQuestions(asked),
    ...dayQuestion(asked),
    ...decimalQuestion(asked),
    ...wayQuestion(asked),
    ...roundQuestion(asked),
  ];
}

function columnQuestions(asked: Asked): ImportQuestion[] {
  const { plan, headings, mapping } = asked;
  const names = fieldsOf(plan.kind);
  const doubtful = mapping.doubtful.map(({ field, places }): ImportQuestion => {
    const name = names[field]?.name ?? field;
    return {
      key: "columns",
      says: `${places.length} columns could be the ${name.toLowerCase()}. Which is it?`,
      options: places.map((at) => ({
        label: `${headings[at] ?? ""} (column ${at + 1})`,
        patch: {
          columns: {
            ...plan.columns,
            ...Object.fromEntries(places.map((each) => [each, each === at ? field : ""])),
          },
        },
        option: `--map ${field}=${at + 1}`,
      })),
    };
  });
  const missing = [...missingFields(plan.kind, mapping.fields), ...noCustomer(asked)].filter(
    (group) => !mapping.doubtful.some(({ field }) => group.includes(field)),
  );
  return [...doubtful, ...missing.map((group) => missingQuestion(asked, group))];
}

/** Any column that nothing is known of may be it. */
function missingQuestion({ plan, headings, mapping }: Asked, group: readonly string[]): ImportQuestion {
  const names = fieldsOf(plan.kind);
  const [field = ""] = group;
  const all = headings.map((heading, at) => ({ heading, at }));
  const free = all.filter(({ at }) => mapping.fields[at] === null);
  const asks = `Which column is the ${group.map((each) => (names[each]?.name ?? each).toLowerCase()).join(" or ")}?`;
  const isSummary = field === "issuedOn" && isAgingSummary(headings);
  return {
    key: "columns",
    says: isSummary ? `${asks} ${OF_A_SUMMARY}` : asks,
    options: (free.length > 0 ? free : all).slice(0, MOST_OPTIONS).map(({ heading, at }) => ({
      label: heading || `Column ${at + 1}`,
      patch: { columns: { ...plan.columns, [at]: field } },
      option: `--map ${field}=${heading || at + 1}`,
    })),
  };
}
const MOST_OPTIONS = 30;

const OF_A_SUMMARY =
  "This looks like a summary, which says what each customer owes and not of which invoices. Export the open invoices one by one, or import it as Customers, with the total as their opening balance.";

/** At least three columns of how long it is due. */
const isAgingSummary = (headings: readonly string[]): boolean =>
  headings.filter((heading) => BUCKET.test(heading.trim())).length >= 3;
const BUCKET =
  /^(?:current|not (?:yet )?(?:due|overdue)|(?:over|older|>)\s*\d*|<?\s*\d+ months?|\d{1,3}\s*(?:-|–|to|bis)\s*\d{1,3}(?: days.*| tage.*)?|\d{2,3}\s*(?:\+|and over|or more).*)$/i;

/** The headings of sections may name them. */
function noCustomer({ plan, mapping, sections }: Asked): string[][] {
  const either = ["customerName", "customerNumber"];
  const named = either.some((field) => mapping.fields.includes(field));
  return movesMoney(plan.kind) && !named && sections === 0 ? [either] : [];
}

function dayQuestion({ plan, headings, formats }: Asked): ImportQuestion[] {
  const places = formats.undecidedDays;
  const [first] = places;
  if (plan.days !== null || first === undefined) return [];
  const column = formats.columns[first];
  const either = column?.either ?? "01/02/2026";
  const names = places.map((at) => headings[at]).join(", ");
  const mixed = column?.days?.mixed
    ? `${headings[first]} has days both ways: ${column.days.dayFirst} with the day first, ${column.days.monthFirst} with the month first. Which is meant?`
    : column?.days?.order
      ? `Some columns have the day first, others the month. Which is meant in ${names}?`
      : `Is the day or the month first in ${names}?`;
  const label = (order: "dmy" | "mdy") => dayIn(readDayCell(either), order) ?? "";
  return [
    {
      key: "days",
      says: mixed,
      options: [
        { label: `Day first: ${either} is ${label("dmy")}`, patch: { days: "dmy" }, option: "--days dmy" },
        { label: `Month first: ${either} is ${label("mdy")}`, patch: { days: "mdy" }, option: "--days mdy" },
      ],
    },
  ];
}

function decimalQuestion({ plan, headings, formats }: Asked): ImportQuestion[] {
  const places = formats.undecidedDecimals;
  const [first] = places;
  if (plan.decimal !== null || first === undefined) return [];
  const column = formats.columns[first];
  const either = column?.either ?? column?.samples[0] ?? "1.234";
  const names = places.map((at) => headings[at]).join(", ");
  const cell = readAmountCell(either);
  const label = (decimal: "." | ",") => {
    const plain = cell && plainAmount(cell, decimal);
    return plain === null ? "not an amount" : plain;
  };
  const says = column?.amounts?.mixed
    ? `${headings[first]} has amounts both ways: ${column.amounts.point} with a decimal point, ${column.amounts.comma} with a decimal comma. Which is meant?`
    : `What is the decimal sign in ${names}?`;
  return [
    {
      key: "decimal",
      says,
      options: [
        { label: `A point: ${either} is ${label(".")}`, patch: { decimal: "." }, option: "--decimal ." },
        { label: `A comma: ${either} is ${label(",")}`, patch: { decimal: "," }, option: "--decimal ," },
      ],
    },
  ];
}

/** Asked unless somebody said, or a column of paid days does. */
function wayQuestion({ plan, saysPaid, ground, lastOn }: Asked): ImportQuestion[] {
  if (plan.kind !== "receivables") return [];
  if (plan.way === "history" || (plan.way === "open" && plan.openAsOf !== null)) return [];
  const before = addDays(ground.startOn, -1);
  const openAsOf = lastOn !== null && lastOn > before ? ground.today : before;
  const which = openAsOf === before ? "the day before your books start" : "today";
  if (saysPaid && plan.way === null) return [];
  return [
    {
      key: "way",
      says: "Are these the open items that your books start with, or invoices that are billed in them?",
      options: [
        {
          label: `Open items of ${openAsOf}, ${which}: owed, and no revenue`,
          patch: { way: "open", openAsOf },
          option: `--open-as-of ${openAsOf}`,
        },
        {
          label: "History: each is billed on its own day, as revenue",
          patch: { way: "history" },
          option: "--history",
        },
      ],
    },
  ];
}

function roundQuestion({ plan, rounding, ground }: Asked): ImportQuestion[] {
  if (plan.round || rounding.excess === 0) return [];
  const off = formatAmount(cents(Math.round(rounding.excessOff / 1e6)), ground.currency, ground.locale);
  return [
    {
      key: "round",
      says: `${rounding.excess} amounts have more decimals than ${ground.currency} has, the first on row ${rounding.excessRows[0] ?? ""}.`,
      options: [{ label: `Round them, ${off} in all`, patch: { round: true }, option: "--round" }],
    },
  ];
}
