// Reads the form-encoded requests that Stripe's API takes: `a[b][0][c]=1` is { a: { b: { 0: { c: "1" } } } }.
export type FormValue = string | { [name: string]: FormValue };

export function parseStripeForm(body: string): Record<string, FormValue> {
  const all: Record<string, FormValue> = {};
  for (const [name, value] of new URLSearchParams(body)) {
    const path = name.split(/[[\]]+/).filter(Boolean);
    let at = all;
    for (const part of path.slice(0, -1)) {
      const next = at[part];
      const inner = typeof next === "object" ? next : {};
      at[part] = inner;
      at = inner;
    }
    at[path.at(-1) ?? ""] = value;
  }
  return all;
}

/** The value at a path; "" for none. */
export function formText(form: Record<string, FormValue>, ...path: string[]): string {
  let at: FormValue | undefined = form;
  for (const part of path) at = typeof at === "object" ? at[part] : undefined;
  return typeof at === "string" ? at : "";
}
