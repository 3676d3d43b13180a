// A signature on a screen (product.md A15): strokes of a pen in a box, kept as the data of an SVG path, which can hold nothing
// but strokes. Whether a house charge takes one is the business's setting. Without zod, so that a browser isn't sent it.
import { sum, type Cents } from "../values/money.ts";

/** What a house charge at the counter takes. */
export const CHARGE_PROOFS = {
  none: "Nothing",
  signature: "The customer’s signature on a screen",
  copies: "Two printed copies, one to be signed",
} as const;
export type ChargeProof = keyof typeof CHARGE_PROOFS;

/** On the counter's screen, on the customer's phone, or sent by a program. */
export const SIGNED_WAYS = ["counter", "phone", "program"] as const;
export type SignedWay = (typeof SIGNED_WAYS)[number];

export const SIGNATURE_BOX = { width: 1000, height: 400 } as const;
export const LONGEST_PATH = 16_000;
export const LONGEST_SIGNER = 100;

/** No number is read in two ways: a path that a stranger made up is refused in one pass, however long it is. */
const POINT = String.raw`(?:1000|\d{1,3}) (?:400|[123]\d{2}|\d{1,2})`;
/** Strokes inside of the box, each of two points at least. */
export const STROKES = new RegExp(`^(?:M${POINT}(?:L${POINT})+)+$`);

export type Drawn = { path: string; name: string };
export type Signature = Drawn & { way: SignedWay; signedAt: string };

type Point = { x: number; y: number };

/** A pen that hardly moved didn't sign. */
const LEAST_LENGTH = 80;

/** Strokes as they were drawn on an area of this size, as a path in the box; null where nobody signed. */
export function signaturePath(
  strokes: readonly (readonly Point[])[],
  area: { width: number; height: number },
): string | null {
  const scale = Math.min(SIGNATURE_BOX.width / area.width, SIGNATURE_BOX.height / area.height);
  const drawn = strokes.map((stroke) => withoutRests(stroke.map(inBox(scale)))).filter(isStroke);
  if (drawn.reduce((length, stroke) => length + lengthOf(stroke), 0) < LEAST_LENGTH) return null;
  // A long signature is drawn with fewer points.
  for (let every = 1; every < 64; every *= 2) {
    const path = drawn.map((stroke) => pathOf(thinned(stroke, every))).join("");
    if (path.length <= LONGEST_PATH) return path;
  }
  return null;
}

const inBox =
  (scale: number) =>
  ({ x, y }: Point): Point => ({
    x: within(x * scale, SIGNATURE_BOX.width),
    y: within(y * scale, SIGNATURE_BOX.height),
  });

const within = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value)));

/** A point of one's own is a dot: drawn as the shortest stroke. */
const isStroke = (stroke: readonly Point[]) => stroke.length > 0;

const withoutRests = (stroke: readonly Point[]): Point[] =>
  stroke.filter(({ x, y }, at) => at === 0 || x !== stroke[at - 1]?.x || y !== stroke[at - 1]?.y);

/** The last point stays. */
const thinned = (stroke: readonly Point[], every: number): Point[] =>
  stroke.filter((_, at) => at % every === 0 || at === stroke.length - 1);

const lengthOf = (stroke: readonly Point[]): number =>
  stroke.reduce((length, { x, y }, at) => {
    const before = stroke[at - 1] ?? { x, y };
    return length + Math.hypot(x - before.x, y - before.y);
  }, 0);

const pathOf = (stroke: readonly Point[]): string => {
  const [first, ...rest] = stroke;
  if (!first) return "";
  const to = rest.length > 0 ? rest : [first];
  return `M${first.x} ${first.y}${to.map(({ x, y }) => `L${x} ${y}`).join("")}`;
};

/** As many lines, and as much of each description, as a phone is shown. */
const LINES_SHOWN = 50;
const LONGEST_SHOWN = 120;
const HALF_A_LETTER = /[\uD800-\uDBFF]$/;

export type ShownLine = { description: string; quantity: string; unit: string; totalCents: Cents };

/** As it comes back from the phone: without a blank or half a letter where it was cut. */
const cut = (description: string): string =>
  description.trim().slice(0, LONGEST_SHOWN).replace(HALF_A_LETTER, "").trimEnd();

/** What a phone shows of the lines of a sale; those beyond are told in one. */
export function shownLines(lines: readonly ShownLine[]): ShownLine[] {
  const shown = lines.slice(0, LINES_SHOWN).map((line) => ({ ...line, description: cut(line.description) }));
  const rest = lines.slice(LINES_SHOWN);
  if (rest.length === 0) return shown;
  const totalCents = sum(rest.map((line) => line.totalCents));
  return [...shown, { description: `and ${rest.length} more`, quantity: "", unit: "", totalCents }];
}

/** Whether these lines were shown, in their order, whatever taxes stood below them. */
export function wasShown(
  shown: readonly Pick<ShownLine, "description" | "totalCents">[],
  sold: readonly Pick<ShownLine, "description" | "totalCents">[],
): boolean {
  const wanted = shownLines(sold.map((line) => ({ quantity: "", unit: "", ...line })));
  return wanted.every(
    ({ description, totalCents }, at) =>
      shown[at]?.description === description && shown[at]?.totalCents === totalCents,
  );
}

/** The strokes of a path that is one. */
export const strokesOf = (path: string): Point[][] =>
  path
    .split("M")
    .slice(1)
    .map((stroke) =>
      stroke.split("L").map((point) => {
        const [x = 0, y = 0] = point.split(" ").map(Number);
        return { x, y };
      }),
    );

/** What the customer sees on their phone of what they sign. */
export type ToSign = {
  amountCents: Cents;
  currency: string;
  lines: readonly ShownLine[];
};
