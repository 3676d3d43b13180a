// What an event is called on a customer's papers. The books keep its name as one English text, with what a person typed
// behind it ("Check 4471", "Reversal of Check 4471"), because it is sealed into the account's chain; the known part is
// translated, what was typed stays.
import { documentWords } from "./document-words.ts";
import { ENGLISH } from "./english.ts";
import type { Language } from "./language.ts";

type EventName = keyof typeof ENGLISH.events;
const isEventName = (name: string): name is EventName => Object.hasOwn(ENGLISH.events, name);

/** Longest first: "Refund by check" before "Refund". */
const NAMES = Object.keys(ENGLISH.events)
  .filter(isEventName)
  .sort((a, b) => b.length - a.length);

/** `label` as the books keep it; a name that isn't known stays as it is. */
export function eventWords(label: string, language: Language): string {
  const words = documentWords(language);
  for (const [before, say] of [
    ["Reversal of ", words.reversalOf],
    ["Returned: ", words.returned],
  ] as const)
    if (label.startsWith(before)) return say(eventWords(label.slice(before.length), language));
  const name = NAMES.find((each) => label === each || label.startsWith(`${each} `));
  return name === undefined ? label : words.events[name] + label.slice(name.length);
}
