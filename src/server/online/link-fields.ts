// The fields of a form behind a link that has to do with paying, and where it leads.
import { Refusal } from "@/domain/refusal.ts";
import { isStorable } from "../wire/storable-text.ts";
import { withinLimit } from "../wire/within-limit.ts";

const LARGEST_FORM = 16 * 1024;

export const leadTo = (location: string): Response =>
  new Response(null, { status: 303, headers: { location, "cache-control": "private, no-store" } });

/** `names`: of fields that are there once, or not; `lists`: of those that may come often. Refuses "form-incomplete". */
export async function fieldsOf(
  request: Request,
  names: readonly string[],
  lists: readonly string[] = [],
): Promise<{ key: string; text: Record<string, unknown> }> {
  const sized = await withinLimit(request, LARGEST_FORM);
  if (!sized) throw new Refusal("form-incomplete");
  const fields = await sized.formData().catch(() => {
    throw new Refusal("form-incomplete");
  });
  const text: Record<string, unknown> = {};
  for (const name of names) text[name] = fields.get(name) ?? undefined;
  for (const name of lists) text[name] = fields.getAll(name);
  if (!isStorable(text)) throw new Refusal("form-incomplete");
  const key = fields.get("key");
  return { key: typeof key === "string" ? key : "", text };
}
