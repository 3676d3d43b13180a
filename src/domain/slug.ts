// A business's slug is the first part of the address of each of its pages, so it is short, plain, and none of the
// words that addresses of our own begin with.

const RESERVED = new Set(
  (
    "_next about account accounts admin api app apply assets auth billing blog check-your-mail contact dashboard demo docs " +
    "download favicon-ico health help home inbox invitation invite join legal login logout mail media new new-business news " +
    "onaccount people pricing privacy public register robots-txt s search security settings sign-in sign-out sign-up " +
    "signin signout signup site-map sitemap static status support system team terms test user users verify well-known www"
  ).split(" "),
);

export const isReserved = (slug: string): boolean => RESERVED.has(slug);

/** What a business called "Müller & Sons, Inc." would likely take: "muller-sons-inc". Empty when nothing is left. */
export function slugFrom(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replace(/^-+|-+$/g, "");
}
