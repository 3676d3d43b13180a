// What a page that couldn't be shown says when nobody made a mistake. Its digest is all that the browser learns of why
// (server/trouble.ts).

type Words = { title: string; words: string };

const AWAY = {
  title: "The database can’t be reached right now",
  words: "You are still signed in, and your books are as they were. Try again in a moment.",
};

const WORDS: Readonly<Record<string, Words>> = {
  "trouble:away": AWAY,
  "trouble:unknown": AWAY,
  "trouble:crowded": {
    title: "Too much is being asked right now",
    words: "The database has more to do than it can. Try again in a moment.",
  },
  "trouble:disk-full": {
    title: "The disk is full",
    words:
      "This page can’t be worked out until there is room on the disk again. Whoever runs this copy can help.",
  },
};

export const troubleWords = (digest: string | undefined): Words | null => WORDS[digest ?? ""] ?? null;
