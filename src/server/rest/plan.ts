// How values of one shape are written outside and read again: names in snake_case, amounts as decimal text in a currency.
// Made once for each shape; alternatives are taken together, since a field means the same in all of them.
import { cents, decimalString, parseAmount, type AmountFault } from "@/domain/values/money.ts";
import { branchesOf, isMoney, isShape, type JsonShape } from "./json-shape.ts";
import { snake, wireName } from "./wire-names.ts";

type Field = { name: string; wire: string; plan: Plan };
export type Plan = {
  isMoney: boolean;
  /** What text from an address stands for. */
  text: "integer" | "boolean" | null;
  fields: ReadonlyMap<string, Field>;
  items: Plan | null;
};

/** Two fields that would be called alike outside are a mistake of ours, thrown when the routes are made. */
export function planOf(shape: JsonShape): Plan {
  const all = [shape, ...branchesOf(shape).flatMap((each) => [each, ...branchesOf(each)])];
  const fields = new Map<string, Field>();
  for (const { properties = {} } of all)
    for (const [name, given] of Object.entries(properties))
      if (isShape(given))
        fields.set(name, { name, wire: wireName(name), plan: merged(fields.get(name), given) });
  const wires = [...fields.values()].map(({ wire }) => wire);
  if (new Set(wires).size < wires.length) throw new Error(`two fields of one name in ${wires.join(", ")}`);
  const items = all.map((each) => each.items).find(isShape);
  const type = all.flatMap((each) => each.type).find((each) => each === "integer" || each === "boolean");
  return { isMoney: all.some(isMoney), text: type ?? null, fields, items: items ? planOf(items) : null };
}

function merged(before: Field | undefined, shape: JsonShape): Plan {
  const plan = planOf(shape);
  if (!before) return plan;
  const fields = new Map([...before.plan.fields, ...plan.fields]);
  return {
    ...plan,
    isMoney: plan.isMoney || before.plan.isMoney,
    fields,
    items: plan.items ?? before.plan.items,
  };
}

/** An answer as it is written: each object that holds amounts says in which currency, by its own or the one around it. */
export function toWire(value: unknown, plan: Plan, currency: string): unknown {
  if (plan.isMoney && typeof value === "number") return decimalString(cents(value), currency);
  if (Array.isArray(value)) {
    const { items } = plan;
    return items ? value.map((each) => toWire(each, items, currency)) : value;
  }
  if (typeof value !== "object" || value === null || plan.fields.size === 0) return value;
  const own = "currency" in value && typeof value.currency === "string" ? value.currency : currency;
  const entries = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .map(([name, each]) => {
      const field = plan.fields.get(name);
      return field ? [field.wire, toWire(each, field.plan, own)] : [snake(name), each];
    });
  const holdsMoney = Object.keys(value).some((name) => plan.fields.get(name)?.plan.isMoney);
  if (holdsMoney && !plan.fields.has("currency")) entries.push(["currency", own]);
  return Object.fromEntries(entries);
}

/** What can't be read, by the field as it was sent. */
export type Faults = { field: string; detail: string }[];

type Reading = { currency: string; isText: boolean; faults: Faults };

/**
 * An input as its procedure takes it. What isn't known there is handed on for the procedure to refuse; an amount that can't
 * be read is added to `faults`. `isText`: it comes from an address, where numbers are text.
 */
export function fromWire(value: unknown, plan: Plan, how: Reading, path: readonly string[] = []): unknown {
  if (plan.isMoney) return readMoney(value, how, path);
  if (how.isText && typeof value === "string") return readText(value, plan);
  if (Array.isArray(value)) {
    const { items } = plan;
    return items ? value.map((each, at) => fromWire(each, items, how, [...path, String(at)])) : value;
  }
  if (typeof value !== "object" || value === null) return value;
  const known = new Map([...plan.fields.values()].map((field) => [field.wire, field]));
  return Object.fromEntries(
    Object.entries(value).map(([wire, each]) => {
      const field = known.get(wire);
      // Under the name that is used inside it would be taken by its procedure, too: there is one name for each field.
      if (!field) return [plan.fields.has(wire) ? `${wire} ` : wire, each];
      return [field.name, fromWire(each, field.plan, how, [...path, wire])];
    }),
  );
}

const AMOUNT = /^-?\d{1,16}(\.\d{1,8})?$/;
const AMOUNT_FAULTS: Record<AmountFault, string> = {
  "not-a-number": 'Send an amount as decimal text, like "1250.00".',
  "too-many-decimals": "That is more decimals than the currency has.",
  "too-large": "That is more than one document may carry.",
};

function readMoney(value: unknown, { currency, faults }: Reading, path: readonly string[]): unknown {
  if (value === null || value === undefined) return value;
  const read =
    typeof value === "string" && AMOUNT.test(value) ? parseAmount(value, currency, "en-US") : "not-a-number";
  if (typeof read === "number") return read;
  faults.push({ field: path.join("."), detail: AMOUNT_FAULTS[read] });
  return value;
}

function readText(text: string, { text: kind }: Plan): unknown {
  if (kind === "integer" && /^-?\d{1,15}$/.test(text)) return Number(text);
  if (kind === "boolean" && (text === "true" || text === "false")) return text === "true";
  return text;
}
