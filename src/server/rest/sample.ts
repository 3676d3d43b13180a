// Values as they might be, for the examples of the document: made from a shape, the same each time.
import type { WireShape } from "./wire-shape.ts";

const SAMPLE_ID = "0b0f6b3e-6c39-4f4b-9d2a-0a3f0a3f0a3f";
const BY_NAME: Record<string, string> = {
  currency: "USD",
  name: "Greenleaf Landscaping",
  customer_name: "Greenleaf Landscaping",
  email: "ap@greenleaf.example",
  recipient: "ap@greenleaf.example",
  recipients: "ap@greenleaf.example",
  reason: "Entered twice",
  reference: "4471",
  number: "C-1",
  country: "US",
  terms: "net-30",
  quantity: "2.5",
  unit_price: "12.50",
  price: "12.50",
  unit: "each",
  rate: "6",
  locale: "en-US",
  customer: SAMPLE_ID,
  next: "MjAyNi0wNi0zMA",
};
const BY_FORMAT: Record<string, string> = {
  date: "2026-06-30",
  "date-time": "2026-06-30T14:05:09.120Z",
  uuid: SAMPLE_ID,
  email: "ap@greenleaf.example",
};

/** `onlyNeeded`: without the fields that may be left out. */
export function sampleOf(shape: WireShape, name = "", onlyNeeded = false): unknown {
  const { enum: words, const: only, examples, format } = shape;
  const type = [shape["type"]].flat().find((each) => each !== "null");
  if (only !== undefined) return only;
  if (Array.isArray(words)) return words.find((word) => word !== "") ?? "";
  if (Array.isArray(examples)) return examples[0];
  if (shape.properties) return fieldsOf(shape, onlyNeeded);
  const branch = branchesOf(shape).find((each) => each["type"] !== "null");
  if (branch) return sampleOf(branch, name, onlyNeeded);
  if (type === "array") return isShape(shape["items"]) ? [sampleOf(shape["items"], name, onlyNeeded)] : [];
  if (type === "integer" || type === "number") return name === "version" ? 1 : 1204;
  if (type === "boolean") return true;
  if (typeof format === "string" && format in BY_FORMAT) return BY_FORMAT[format];
  return BY_NAME[name] ?? (name.endsWith("_id") ? SAMPLE_ID : "");
}

function fieldsOf(
  { properties = {}, required = [] }: WireShape,
  onlyNeeded: boolean,
): Record<string, unknown> {
  const names = Object.keys(properties).filter((name) => !onlyNeeded || required.includes(name));
  return Object.fromEntries(names.map((name) => [name, sampleOf(properties[name] ?? {}, name, onlyNeeded)]));
}

export const branchesOf = (shape: WireShape): WireShape[] =>
  [shape["anyOf"], shape["oneOf"]].flat().filter(isShape);

export const isShape = (value: unknown): value is WireShape => typeof value === "object" && value !== null;
