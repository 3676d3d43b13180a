// For tests of the doors: where a procedure's input names something by its id, read from the input's own shape, so that
// no list can be forgotten; and the values that stand at those places.
import type { z } from "zod";

/** The way to a value: names, and for a list the number of its entry. */
export type Way = readonly (string | number)[];

/** "applied[].itemId": the same for every entry of a list. */
const placeOf = (way: Way): string =>
  way
    .map((step) => (typeof step === "number" ? "[]" : `.${step}`))
    .join("")
    .slice(1);

type Shape = z.core.$ZodTypes;

/** Every place of a shape that holds an id, in lists, choices and inner objects, too. */
export function idPlaces(shape: z.core.$ZodType | undefined): string[] {
  return shape ? [...new Set(placesIn(shape as Shape, ""))].sort() : [];
}

function placesIn(shape: Shape, at: string): string[] {
  const { def } = shape._zod;
  const inner = (each: z.core.$ZodType, name = at) => placesIn(each as Shape, name);
  switch (def.type) {
    case "object":
      return Object.entries(def.shape).flatMap(([name, each]) => inner(each, at ? `${at}.${name}` : name));
    case "record":
      return inner(def.valueType, `${at}.*`);
    case "array":
      return inner(def.element, `${at}[]`);
    case "tuple":
      return def.items.flatMap((each) => inner(each, `${at}[]`));
    case "union":
      return def.options.flatMap((each) => inner(each));
    case "intersection":
      return [...inner(def.left), ...inner(def.right)];
    case "pipe":
      return inner(def.in);
    case "lazy":
      return inner(def.getter());
    case "optional":
    case "nullable":
    case "nonoptional":
    case "default":
    case "prefault":
    case "catch":
    case "readonly":
      return inner(def.innerType);
    case "string":
    case "number":
    case "bigint":
      return isId(at, "format" in def ? String(def.format) : "") ? [at] : [];
    default:
      return [];
  }
}

/** A uuid is one whatever it is called; a number or a text is one by its name. */
function isId(at: string, format: string): boolean {
  const name = at.replaceAll("[]", "").split(".").at(-1) ?? "";
  return format === "uuid" || format === "guid" || /(^i|I)ds?$|^customer$|^commandKey$/.test(name);
}

/** Every text and number of an input, with the way to it. */
export function valuesIn(input: unknown, way: Way = []): { way: Way; value: string | number }[] {
  if (typeof input === "string" || typeof input === "number") return [{ way, value: input }];
  if (input === null || typeof input !== "object") return [];
  const entries = Array.isArray(input) ? [...input.entries()] : Object.entries(input);
  return entries.flatMap(([step, each]) => valuesIn(each, [...way, step]));
}

/** The ids of an input. */
export const idsIn = (input: unknown, places: readonly string[]) =>
  valuesIn(input).filter(({ way }) => places.includes(placeOf(way)));

/** Places whose values look like ids, though their shapes don't say so. */
export const unsaidIds = (input: unknown, places: readonly string[], numbers: readonly number[]): string[] =>
  valuesIn(input)
    .filter(({ way, value }) => !places.includes(placeOf(way)) && looksLikeId(value, numbers))
    .map(({ way }) => placeOf(way));

const looksLikeId = (value: string | number, numbers: readonly number[]): boolean =>
  typeof value === "number"
    ? numbers.includes(value)
    : /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value);

export function valueAt(input: unknown, way: Way): unknown {
  return way.reduce<unknown>((at, step) => (at as Record<string | number, unknown> | null)?.[step], input);
}

/** The input with another value at one place. */
export function withValueAt(input: unknown, [step, ...rest]: Way, value: unknown): unknown {
  if (step === undefined) return value;
  const inner = withValueAt((input as Record<string | number, unknown>)[step], rest, value);
  if (Array.isArray(input)) return input.with(Number(step), inner);
  return { ...(input as object), [step]: inner };
}
