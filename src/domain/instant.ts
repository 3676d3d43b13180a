// An instant as the database wrote it ("2026-11-21 22:33:00.123+00"), said in the business's own zone and language.
// Only for reading: nothing is ever decided by an instant that passed through here.

/** "Nov 21, 2026, 5:33 PM" in New York. */
export function formatInstant(at: string, locale: string, zone: string): string {
  return instantFormat(locale, zone).format(msOf(at));
}

/** Milliseconds since 1970, for comparing with the server's clock. */
export const msOf = (at: string): number => Date.parse(at);

/** "2026-11-21T22:33:00.123+00:00": the form that machines read, whoever wrote the instant. */
export const isoInstant = (at: string): string =>
  at
    .replace(" ", "T")
    .replace(/(\.\d{3})\d+/, "$1")
    .replace(/([+-]\d\d)$/, "$1:00");

const formats = new Map<string, Intl.DateTimeFormat>();
function instantFormat(locale: string, zone: string): Intl.DateTimeFormat {
  const key = `${locale} ${zone}`;
  const made =
    formats.get(key) ??
    new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone: zone });
  formats.set(key, made);
  return made;
}
