// The document as a person reads it: each route with its fields in words and an example, and what matches a search.
import { REFUSALS } from "@/domain/refusal.ts";
import { operationId } from "./openapi.ts";
import { DOOR_PROBLEMS } from "./problem.ts";
import { PER_WINDOW, WINDOW_SECONDS } from "./rate-limit.ts";
import { NOUNS } from "./routes/index.ts";
import { branchesOf, isShape, sampleOf } from "./sample.ts";
import { pathFields, table, type Entry } from "./table.ts";
import { sentShape, wireShape, type WireShape } from "./wire-shape.ts";

export type DocField = {
  name: string;
  where: "path" | "query" | "body";
  type: string;
  needed: boolean;
  about: string;
};
export type DocRoute = {
  id: string;
  noun: string;
  method: string;
  path: string;
  says: string;
  more: string;
  scope: string;
  /** A scope that some of what it takes needs beside its own. */
  alsoTakes: string | null;
  isChange: boolean;
  /** It takes a file as its body: how large one may be. */
  largest: string | null;
  fields: DocField[];
  answers: DocField[];
  isFile: boolean;
  asked: string;
  answered: string;
};
export type DocNoun = { slug: string; name: string; says: string };

export const docNouns = (): DocNoun[] => NOUNS.map(({ name, says }) => ({ slug: slugOf(name), name, says }));

export const docRoutes = (server: string, slug?: string): DocRoute[] =>
  table()
    .filter(({ noun }) => slug === undefined || slugOf(noun) === slug)
    .map((entry) => docOf(entry, server));

/** Every word has to be in what the route is called, says, takes or answers. */
export function searchDocs(server: string, search: string): DocRoute[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return docRoutes(server).filter((route) => {
    const names = [...route.fields, ...route.answers].map(({ name }) => name);
    const text = [route.method, route.path, route.says, route.more, route.noun, route.scope, ...names].join(
      " ",
    );
    return words.every((word) => text.toLowerCase().includes(word));
  });
}

export const docLimits = { perWindow: PER_WINDOW, windowSeconds: WINDOW_SECONDS };

/** Every code that a problem can have, with its words. */
export const docProblems = (): { code: string; words: string }[] => [
  ...Object.entries(DOOR_PROBLEMS).map(([code, [, words]]) => ({ code, words })),
  ...Object.entries(REFUSALS).map(([code, words]) => ({ code, words })),
];

const slugOf = (name: string): string => name.toLowerCase().replaceAll(" ", "-");

function docOf(entry: Entry, server: string): DocRoute {
  const { route, noun, permission: scope, isChange, fieldsIn } = entry;
  const { method, path, says, more = "", alsoTakes = null, receive } = route;
  const inPath = pathFields(entry);
  const sent = isChange ? sentShape(entry.input) : wireShape(entry.input);
  const where = (name: string) => (inPath.includes(name.split(/[.[]/, 1)[0] ?? "") ? "path" : fieldsIn);
  const told = entry.answer ? wireShape(entry.answer.shape) : null;
  return {
    id: operationId(entry),
    noun: slugOf(noun),
    method,
    path,
    says,
    more,
    scope,
    alsoTakes,
    isChange,
    largest: receive?.largest ?? null,
    fields: flat(sent).map((field) => ({ ...field, where: where(field.name) })),
    answers: told ? flat(told).map((field) => ({ ...field, where: "body" })) : [],
    isFile: told === null,
    asked: askedFor(entry, sent, server),
    answered: told ? JSON.stringify(sampleOf(told), null, 2) : "",
  };
}

function askedFor(entry: Entry, sent: WireShape, server: string): string {
  const { route, isChange, fieldsIn } = entry;
  const inPath = pathFields(entry);
  const sample = sampleOf(sent, "", isChange) as Record<string, unknown>;
  const all = sampleOf(sent) as Record<string, unknown>;
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => String(all[name]));
  const body = Object.fromEntries(Object.entries(sample).filter(([name]) => !inPath.includes(name)));
  const query = route.receive ? `?${new URLSearchParams(body as Record<string, string>)}` : "";
  const address = `${server}/api/v1${path}${query}`;
  const lines = [
    `curl ${route.method === "GET" ? "" : `-X ${route.method} `}${query ? `"${address}"` : address}`,
  ];
  lines.push(`-H "Authorization: Bearer $ONACCOUNT_KEY"`);
  if (isChange) lines.push(`-H "Idempotency-Key: $(uuidgen)"`);
  if (route.receive) lines.push("--data-binary @FILE");
  if (isChange && fieldsIn === "body" && Object.keys(body).length > 0)
    lines.push(`-H "Content-Type: application/json"`, `-d '${JSON.stringify(body, null, 2)}'`);
  if (route.draw) lines.push(route.files.includes("application/pdf") ? "-o document.pdf" : "-o picture");
  return lines.join(" \\\n  ");
}

type Flat = Omit<DocField, "where">;

/** "lines[].unit_price": the fields of inner objects below the one that holds them. */
function flat(shape: WireShape, before = ""): Flat[] {
  const { properties = {}, required = [] } = shape;
  return Object.entries(properties).flatMap(([name, each]) => {
    const path = `${before}${name}`;
    const type = typeWords(each);
    // What is the same of every amount and currency, the guide says once.
    const isSaid = type === "amount" || name === "currency";
    const about = typeof each["description"] === "string" && !isSaid ? each["description"] : "";
    const inner = innerOf(each);
    const field = { name: path, type, needed: required.includes(name), about };
    return [field, ...inner.flatMap((part) => flat(part, `${path}${isList(each) ? "[]" : ""}.`))].filter(
      (found, at, all) => all.findIndex((other) => other.name === found.name) === at,
    );
  });
}

const isList = (shape: WireShape): boolean => shape["type"] === "array" || branchesOf(shape).some(isList);

function innerOf(shape: WireShape): WireShape[] {
  if (shape.properties) return [shape];
  if (isShape(shape["items"])) return innerOf(shape["items"]);
  return branchesOf(shape).flatMap(innerOf);
}

const TYPES: Record<string, string> = {
  string: "text",
  integer: "whole number",
  boolean: "true or false",
  null: "null",
  object: "object",
};
const FORMATS: Record<string, string> = {
  date: "day",
  "date-time": "instant",
  uuid: "id",
  email: "e-mail address",
};

function typeWords(shape: WireShape): string {
  const { enum: words, const: only, format, type, pattern } = shape;
  if (Array.isArray(words)) return words.map((word) => JSON.stringify(word)).join(" | ");
  if (only !== undefined) return JSON.stringify(only);
  if (pattern === "^-?\\d+(\\.\\d+)?$") return "amount";
  const branches = branchesOf(shape);
  if (branches.length > 0) return [...new Set(branches.map(typeWords))].join(" or ");
  if (type === "array") return `list of ${isShape(shape["items"]) ? typeWords(shape["items"]) : "values"}`;
  if (typeof format === "string" && format in FORMATS) return FORMATS[format] ?? "text";
  const types = [type].flat().filter((each) => typeof each === "string");
  return types.length > 0 ? types.map((each) => TYPES[each] ?? each).join(" or ") : "any value";
}
