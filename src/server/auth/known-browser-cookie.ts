// Keeps in the browser who signed in there. Apart from known-browser.ts, since it works inside a request of Next only.
import { cookies } from "next/headers";
import { ourCookie } from "./cookie.ts";
import { readBrowser, withPerson, writtenBrowser } from "./known-browser.ts";

/** As long as browsers keep a cookie. */
const SECONDS = 400 * 24 * 60 * 60;

export async function rememberBrowser(email: string): Promise<void> {
  const { name, options } = ourCookie("known");
  const kept = await cookies();
  const browser = withPerson(readBrowser(kept.get(name)?.value), email);
  kept.set(name, writtenBrowser(browser), { ...options, maxAge: SECONDS });
}
