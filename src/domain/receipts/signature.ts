// A signature on a screen (product.md A15): strokes of a pen in a box, kept as the data of an SVG path, which can hold nothing
// but strokes. Whether a house charge takes one is the business's setting. Without zod, so that a browser isn't sent it.
import type { SignedStatement } from "./signed-statement.ts";

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
/** `shown`: what they saw of it; null where it was signed before that was kept. */
export type Signature = Drawn & { way: SignedWay; signedAt: string; shown: SignedStatement | null };

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
