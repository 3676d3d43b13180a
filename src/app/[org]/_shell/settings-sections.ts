// The sections of the settings in their groups: how their addresses call each, and how people do. The first has no part of
// its own in the address.

/** One and its words, in the order in which they are read. */
type Entry = readonly [section: string | undefined, words: string];
type Group = { readonly title: string; readonly sections: readonly Entry[] };

export const SETTINGS_GROUPS = [
  {
    title: "Business",
    sections: [
      [undefined, "General"],
      ["people", "People"],
      ["security", "Security"],
    ],
  },
  {
    title: "Customers and sales",
    sections: [
      ["tax", "Tax"],
      ["terms", "Terms"],
      ["credit", "Credit"],
      ["discounts", "Discounts"],
      ["labels", "Labels"],
    ],
  },
  {
    title: "Papers and mail",
    sections: [
      ["branding", "Branding"],
      ["numbers", "Numbers"],
      ["mail", "Mail"],
      ["mail-texts", "Mail texts"],
    ],
  },
  {
    title: "Books",
    sections: [
      ["accounts", "Accounts"],
      ["periods", "Periods"],
      ["opening", "Opening balances"],
      ["proof", "Proof"],
    ],
  },
  {
    title: "Connections",
    sections: [
      ["online-payments", "Online payments"],
      ["api-keys", "API keys"],
      ["webhooks", "Webhooks"],
    ],
  },
] as const satisfies readonly Group[];

/** As its address calls it. */
export type SettingsSection = Exclude<(typeof SETTINGS_GROUPS)[number]["sections"][number][0], undefined>;
