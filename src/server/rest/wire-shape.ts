// A shape as the API's document says it: the names and amounts that are written outside (plan.ts).
import { isMoney, isShape, type JsonShape } from "./json-shape.ts";
import { wireName } from "./wire-names.ts";

/** A JSON value that is a schema of OpenAPI 3.1. */
export type WireShape = {
  [name: string]: unknown;
  properties?: Record<string, WireShape>;
  required?: string[];
};

const AMOUNT = {
  type: "string",
  pattern: "^-?\\d+(\\.\\d+)?$",
  description: "Decimal text, in the currency beside it.",
  examples: ["1250.00"],
};
const CURRENCY = {
  type: "string",
  pattern: "^[A-Z]{3}$",
  description: "Of the amounts beside it (ISO 4217).",
};

/** What stands beside amounts in an answer. */
export const wireShape = (shape: JsonShape): WireShape => written(shape, true);

/** What may be sent; `currency` is the door's own field where the procedure has none. */
export function sentShape(shape: JsonShape): WireShape {
  const sent = written(shape, false);
  if (!sent.properties || !sendsMoney(shape) || sent.properties["currency"]) return sent;
  const description =
    "Of the amounts (ISO 4217). Left out, the account’s own; another one than that is refused.";
  return { ...sent, properties: { ...sent.properties, currency: { ...CURRENCY, description } } };
}

/** Whether there are amounts anywhere in it. */
export function sendsMoney(shape: JsonShape): boolean {
  return isMoney(shape) || partsOf(shape).some(sendsMoney);
}

const LISTS = ["anyOf", "oneOf", "allOf", "prefixItems"] as const;

function partsOf(shape: JsonShape): JsonShape[] {
  const lists = LISTS.flatMap((name) => shape[name] ?? []);
  return [...lists, ...Object.values(shape.properties ?? {}), shape.items, shape.additionalProperties]
    .flat()
    .filter(isShape);
}

function written(shape: JsonShape, isAnswer: boolean): WireShape {
  if (isMoney(shape)) return AMOUNT;
  const { $schema: _schema, readOnly: _readOnly, properties, required, default: preset, ...others } = shape;
  const made: WireShape = {};
  for (const [name, value] of Object.entries(others)) {
    if (LISTS.some((list) => list === name) && Array.isArray(value))
      made[name] = value.filter(isShape).map((each) => written(each, isAnswer));
    else if ((name === "items" || name === "additionalProperties") && isShape(value))
      made[name] = written(value, isAnswer);
    else made[name] = value;
  }
  // An amount's own default is a number, and no text.
  if (preset !== undefined && !sendsMoney(shape)) made["default"] = preset;
  if (!properties) return made;
  const fields = Object.entries(properties).flatMap(([name, each]) =>
    isShape(each) ? [[wireName(name), written(each, isAnswer)] as const] : [],
  );
  made.properties = Object.fromEntries(fields);
  if (required) made.required = required.map(wireName);
  const money = Object.values(properties).some((each) => isShape(each) && isAmount(each));
  if (isAnswer && money && !made.properties["currency"]) {
    made.properties["currency"] = CURRENCY;
    made.required = [...(made.required ?? []), "currency"];
  }
  return made;
}

/** An amount, or none. */
const isAmount = (shape: JsonShape): boolean =>
  isMoney(shape) || (shape.anyOf ?? []).some((each) => isShape(each) && isMoney(each));
