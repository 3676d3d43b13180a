// The look shared by everything we put on paper or send by mail: one ink, one accent, one grid. The aging tones
// grow darker with age, so that a black-and-white print still tells the buckets apart.
import type { Bucket } from "@/domain/ledger/aging.ts";

export const colour = {
  ink: "#1c1d1f",
  soft: "#5f6368",
  line: "#dcdcd8",
  strong: "#8b8f96",
  wash: "#f5f5f2",
  paper: "#ffffff",
  accent: "#1f5f4a",
  late: "#a32d22",
} as const;

export const bucketTone: Record<Bucket, string> = {
  current: "#d7e2dc",
  d1_30: "#dcc48a",
  d31_60: "#c9945c",
  d61_90: "#b0573f",
  d91: "#7d2018",
};

/** Type sizes in points. */
export const size = {
  small: 7.5,
  text: 8.5,
  body: 10,
  heading: 11,
  name: 15,
  title: 20,
  amount: 28,
} as const;

/** Points from the paper's edge, chosen so that an address at `addressLeft` shows in DIN and US window envelopes. */
export const sheet = {
  side: 54,
  top: 42,
  bottom: 30,
  addressLeft: 71,
  addressTop: 164,
  agingTop: 253,
  bodyTop: 320,
  continuedTop: 62,
  footer: 20,
} as const;

export const paperSize = {
  A4: { width: 595.28, height: 841.89 },
  LETTER: { width: 612, height: 792 },
} as const;
