// What becomes of a browser that comes back from a business's provider: in, or back to the page where it left.
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { signInByProvider } from "./auth.ts";
import { ourCookie } from "./cookie.ts";

const SECONDS = 10 * 60;

/** The answer counts in the browser that left, and in no other. */
export async function rememberLeaving(state: string): Promise<void> {
  const { name, options } = ourCookie("leaving");
  (await cookies()).set(name, state, { ...options, maxAge: SECONDS });
}

export async function answerProvider(request: Request): Promise<Response> {
  const { name, options } = ourCookie("leaving");
  const kept = await cookies();
  const left = kept.get(name)?.value;
  kept.set(name, "", { ...options, maxAge: 0 });
  const { searchParams, search } = new URL(request.url);
  const ours = left !== undefined && left === searchParams.get("state");
  const outcome = ours ? await signInByProvider(search.slice(1), left) : "refused";
  redirect(outcome === "in" ? "/" : `/sign-in/business?failed=${outcome}`);
}
