// Who may charge to an account (product.md A15): whether only people who are named may, and what purchase order it takes. A
// job's own rule counts on that job instead of its account's.
import type { Day } from "../values/day.ts";
import { minus, type Cents } from "../values/money.ts";
import type { RefusalCode } from "../refusal.ts";

export const PO_RULES = ["none", "required", "blanket", "preset"] as const;
export type PoRule = (typeof PO_RULES)[number];

export type ChargingRule = {
  /** Only people who are named. */
  buyersOnly: boolean;
  poRule: PoRule;
  /** Filled in where nothing else is said. */
  presetPo: string;
};

export const FREE_RULE: ChargingRule = { buyersOnly: false, poRule: "none", presetPo: "" };

export type RuleOf = ChargingRule & { jobId: string | null };

/** The rule that counts for a charge: the job's own, where it has one. */
export const ruleFor = (rules: readonly RuleOf[], jobId: string | null): ChargingRule =>
  rules.find((rule) => rule.jobId !== null && rule.jobId === jobId) ??
  rules.find((rule) => rule.jobId === null) ??
  FREE_RULE;

export type Buyer = {
  buyerId: string;
  name: string;
  /** The one job that they may charge on; null: all of the account. */
  jobId: string | null;
  hasPin: boolean;
  /** The attachment that is their picture; null where there is none. */
  photoId: string | null;
  /** The most of one charge; null: as much as the account can. */
  limitCents: Cents | null;
  /** Their last day; null: until further notice. */
  until: Day | null;
};

export type PurchaseOrder = {
  orderId: string;
  number: string;
  amountCents: Cents;
  usedCents: Cents;
  /** Its last day; null: until it is used up. */
  until: Day | null;
};

export const remainingOf = ({ amountCents, usedCents }: PurchaseOrder): Cents =>
  minus(amountCents, usedCents);

export const isOn = ({ until }: { until: Day | null }, on: Day): boolean => until === null || until >= on;

/** Of the account's buyers, those who may charge on this job, or on none, that day. */
export const buyersFor = (buyers: readonly Buyer[], jobId: string | null, on: Day): Buyer[] =>
  buyers.filter((buyer) => isOn(buyer, on) && (buyer.jobId === null || buyer.jobId === jobId));

export type Order = {
  chargeCents: Cents;
  jobId: string | null;
  on: Day;
  /** As it was typed; trimmed. */
  poNumber: string;
};

/** What a charge says of who asked for it. */
export type ChargedBy = {
  buyerId: string | null;
  buyerName: string;
  poNumber: string;
  /** The blanket order that it is charged on. */
  orderId: string | null;
};

type Asked = {
  rule: ChargingRule;
  /** Who is named; null for nobody, or for somebody who isn't there. */
  buyer: Buyer | null;
  /** The blanket order that is named; null for none, or for one that isn't there. */
  order: PurchaseOrder | null;
};

/** Why not, besides a wrong PIN; null where they may. */
export function whyNotBuy(
  { rule, buyer, order }: Asked,
  { chargeCents, jobId, on, poNumber }: Order,
): RefusalCode | null {
  if (rule.buyersOnly && buyer === null) return "buyer-needed";
  if (buyer && (!isOn(buyer, on) || (buyer.jobId !== null && buyer.jobId !== jobId)))
    return "buyer-not-authorised";
  if (buyer?.limitCents != null && chargeCents > buyer.limitCents) return "over-buyer-limit";
  if (rule.poRule === "blanket" && order === null) return "order-needed";
  if (rule.poRule === "required" && order === null && poNumber === "") return "po-needed";
  if (order && !isOn(order, on)) return "order-ended";
  if (order && chargeCents > remainingOf(order)) return "over-order";
  return null;
}

/** The purchase order's number as it is printed. */
export const poNumberOf = ({ rule, order }: Asked, { poNumber }: Order): string =>
  order?.number ?? (poNumber || (rule.poRule === "preset" ? rule.presetPo : ""));

/** What a charge takes, to be read before anything is rung up; null where it takes nothing. */
export function takesWords({ buyersOnly, poRule, presetPo }: ChargingRule): string | null {
  const po = {
    none: "",
    required: "a purchase order number",
    blanket: "a blanket purchase order",
    preset: `purchase order ${presetPo}`,
  }[poRule];
  const takes = [buyersOnly ? "an authorised buyer" : "", po].filter(Boolean);
  return takes.length === 0 ? null : `A house charge takes ${takes.join(" and ")}.`;
}

/** Beside a charge on a paper of any language: "PO 4711 · Ann Lee". */
export const chargedByWords = ({ poNumber, buyerName }: Pick<ChargedBy, "poNumber" | "buyerName">): string =>
  [...(poNumber ? [`PO ${poNumber}`] : []), ...(buyerName ? [buyerName] : [])].join(" · ");
