// What was typed into an application that wasn't taken: with its browser for a few minutes, unreadable to scripts, so that the page
// draws it again with what is wrong beside each field. The form needs no script for that, and we keep nothing of a stranger's.
import { ourCookie } from "./auth/cookie.ts";
import type { From } from "./wire/request.ts";
import { isStorable } from "./wire/storable-text.ts";

const MINUTES = 10;
/** Browsers drop a cookie above 4,096 bytes: what comes after that is typed again. */
const MOST_BYTES = 3600;
const LONGEST_FIELD = 1000;

export type Typed = Readonly<Record<string, string>>;

const written = (typed: object): string => Buffer.from(JSON.stringify(typed)).toString("base64url");

/** A Set-Cookie. `fields`: those that the form has, and no more. */
export function keepTyped(fields: Typed): string {
  let kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(fields)) {
    const more = { ...kept, [name]: value.slice(0, LONGEST_FIELD) };
    if (written(more).length > MOST_BYTES) break;
    kept = more;
  }
  return cookie(written(kept), MINUTES * 60);
}

export const forgetTyped = (): string => cookie("", 0);

/** Nothing where there is none, or none of ours. */
export function typedIn({ cookies = "" }: From): Typed {
  const { name } = ourCookie("apply");
  const sent = cookies.split(/;\s*/).find((each) => each.startsWith(`${name}=`));
  try {
    const read: unknown = JSON.parse(Buffer.from(sent?.slice(name.length + 1) ?? "", "base64url").toString());
    if (typeof read !== "object" || read === null || !isStorable(read)) return {};
    return Object.fromEntries(
      Object.entries(read).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
    );
  } catch {
    return {};
  }
}

function cookie(value: string, seconds: number): string {
  const { name, options } = ourCookie("apply");
  const secure = options.secure ? "; Secure" : "";
  return `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}
