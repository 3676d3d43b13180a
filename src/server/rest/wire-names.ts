// How the API calls what is inside called otherwise: snake_case, and amounts without their unit ("amountCents" is "amount").

/** "dueNowCents" is "due_now"; "asOf" is "as_of"; what is called "cents" alone is "amount". */
export function wireName(name: string): string {
  if (name === "cents") return "amount";
  return snake(isNamedMoney(name) ? name.slice(0, -5) : name);
}

export const isNamedMoney = (name: string): boolean => /[a-z\d]Cents$/.test(name);

export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A path into an input, "lines.0.amountCents", as its sender wrote it. */
export const wirePath = (path: readonly PropertyKey[]): string =>
  path.map((part) => wireName(String(part))).join(".");
