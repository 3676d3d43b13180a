// What goes with an empty profile when it is deleted, and what keeps one from being deleted.
import { countOf } from "../count-of.ts";

/** What keeps a profile, in the order it is said. */
export const KEEPING = {
  events: "entries in the books",
  receipts: "receipts",
  statements: "statements",
  drafts: "drafts, discarded ones too",
  jobs: "jobs",
  files: "attachments, removed ones too",
  applications: "an application for credit",
  merges: "a merge",
} as const;
export type Keeping = keyof typeof KEEPING;

/** How many of each go with the profile; `keeps`: why it can't go. */
export type Forgettable = { contacts: number; locations: number; changes: number; keeps: Keeping[] };

/** "The profile, 2 contacts, 1 location and 5 changes in its history." */
export function whatGoes({ contacts, locations, changes }: Forgettable): string {
  const parts = [
    "the profile",
    contacts > 0 ? countOf(contacts, "contact") : "",
    locations > 0 ? countOf(locations, "location") : "",
    `${countOf(changes, "entry", "entries")} of its history`,
  ].filter(Boolean);
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** "invoices, jobs". */
export const whatKeeps = (keeps: readonly Keeping[]): string => keeps.map((each) => KEEPING[each]).join(", ");
