// The answer to what is asked before a link opens: right, it is let in by a cookie; wrong, it is told so.
import { Refusal } from "@/domain/refusal.ts";
import { passFor } from "./link-check.ts";
import { formFault } from "./link-form.ts";
import { linkHolder } from "./shared-paper.ts";
import { fromHeaders } from "./wire/request.ts";
import { withinLimit } from "./wire/within-limit.ts";

const LARGEST_ANSWER = 4096;

/** Leads back to the link's page, which opens or says why it doesn't. */
export async function answerCheck(request: Request, token: string): Promise<Response> {
  const from = fromHeaders(request.headers);
  const fault = formFault(request, from);
  if (fault) return fault;
  try {
    const actor = await linkHolder(token, from);
    const pass = await passFor(actor, await answerIn(request), from);
    if (pass === null) throw new Refusal("check-wrong");
    return backTo(token, "", { "set-cookie": pass });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return backTo(token, `?fault=${error.code}`);
  }
}

async function answerIn(request: Request): Promise<string> {
  const sized = await withinLimit(request, LARGEST_ANSWER);
  const form = await sized?.formData().catch(() => null);
  const answer = form?.get("answer");
  if (typeof answer !== "string") throw new Refusal("form-incomplete");
  return answer.slice(0, 60);
}

const backTo = (token: string, query: string, headers: Record<string, string> = {}) =>
  new Response(null, {
    status: 303,
    headers: {
      location: `/s/${encodeURIComponent(token)}${query}`,
      "cache-control": "private, no-store",
      ...headers,
    },
  });
