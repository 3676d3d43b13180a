// The address that this browser asked a link for. Opening the link here is then one click; anywhere else (another
// device, or a scanner that presses every button) the address has to be typed, so no machine uses up a link.
import { cookies } from "next/headers";
import { ourCookie } from "./cookie.ts";
import { Email } from "./mailed-links.ts";

const SECONDS = 60 * 60;

export async function rememberSignInAddress(email: string): Promise<void> {
  const { name, options } = ourCookie("asked");
  (await cookies()).set(name, email, { ...options, maxAge: SECONDS });
}

export async function signInAddress(): Promise<string | null> {
  const kept = Email.safeParse((await cookies()).get(ourCookie("asked").name)?.value);
  return kept.success ? kept.data : null;
}

export async function forgetSignInAddress(): Promise<void> {
  const { name, options } = ourCookie("asked");
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
