// What is wrong with a line, said by the box it is about.
import type { LineFault } from "@/domain/receipts/counter.ts";

export type LineBox = "description" | "quantity" | "unitPrice" | "discount";

const WORDS: Record<LineFault, { box: LineBox; words: string }> = {
  description: { box: "description", words: "Say what it is." },
  quantity: { box: "quantity", words: "Enter a quantity." },
  unitPrice: { box: "unitPrice", words: "Enter a price." },
  discount: { box: "discount", words: "Enter an amount or a share, such as 10%." },
  "discount-too-large": { box: "discount", words: "That is more than the line comes to." },
};

/** A box that is still empty isn't wrong until somebody wants to go on. */
export function lineFaultOf(fault: LineFault | null, isEmpty: (box: LineBox) => boolean, tried: boolean) {
  if (!fault) return null;
  const { box, words } = WORDS[fault];
  return tried || !isEmpty(box) ? { box, words } : null;
}
