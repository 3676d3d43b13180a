// What an entry of the audit log says of a change, field by field: as it was where that is kept, and as it was sent. What
// was sent is nested as its form was; here each field stands by itself, under words that a person reads.
import { spelled } from "./audit-words.ts";

export type AuditFact = { field: string; before: string | null; after: string | null; changed: boolean };

/** At most this many of one entry: an import's plan has thousands, and the file of the log has all of them. */
const MOST = 200;

/** Nothing but JSON goes in. `money`: how an amount in the business's currency is written. */
export function factsOf(
  { input, before }: { input: string; before: string | null },
  money: (cents: number) => string,
): { facts: AuditFact[]; left: number } {
  const [was, is] = [flat(parsed(before), money), flat(parsed(input), money)];
  const fields = [...new Set([...is.keys(), ...was.keys()])];
  const facts = fields.map((field) => {
    const [old, now] = [was.get(field) ?? null, is.get(field) ?? null];
    return {
      field: named(field),
      before: old,
      after: now,
      changed: old !== null && now !== null && old !== now,
    };
  });
  return { facts: facts.slice(0, MOST), left: Math.max(0, facts.length - MOST) };
}

/** In a few words what it was about, for the list: the first of these that was sent. */
export function aboutOf(input: string): string {
  const sent = parsed(input);
  if (sent === null || typeof sent !== "object") return "";
  const fields = new Map(Object.entries(sent));
  const said = ["name", "email", "number", "reference", "reason", "memo", "role", "code", "asOf"]
    .map((field) => fields.get(field))
    .filter((value) => typeof value === "string" && value !== "");
  return said.slice(0, 2).join(" · ").slice(0, 120);
}

function parsed(text: string | null): unknown {
  if (text === null || text === "") return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function flat(value: unknown, money: (cents: number) => string, path = ""): Map<string, string> {
  if (value === null || value === undefined || value === "") return new Map();
  if (typeof value === "object")
    return new Map(
      Object.entries(value).flatMap(([name, part]) => [
        ...flat(part, money, path === "" ? name : `${path}.${name}`),
      ]),
    );
  const isMoney = typeof value === "number" && /(Cents|limits\.[\w-]+)$/.test(path);
  const text =
    typeof value === "boolean"
      ? value
        ? "Yes"
        : "No"
      : typeof value === "string"
        ? value
        : JSON.stringify(value);
  return new Map([[path === "" ? "value" : path, isMoney ? money(value) : text]]);
}

/** "terms.limit.limitCents" → "Terms, limit, limit"; "lines.0.quantity" → "Lines, 1, quantity". */
function named(path: string): string {
  const words = path
    .split(".")
    .map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : spelled(part.replace(/(Cents|Id)$/, ""))))
    .join(", ");
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
