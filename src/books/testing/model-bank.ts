// What the model does with one check for a family, and with payments that are taken to the bank together.
import { SELF, No, doesNotFit, draft, nth, type At, type Command, type Decided } from "./model-command.ts";
import { chosenOf } from "./model-chosen.ts";
import { isDeposited } from "./model-late.ts";
import { allOf, total, type Fact, type Model } from "./model.ts";

/** A payment on each account of which something is settled, the payer's first; the rest is the payer's credit. */
export function split(model: Model, command: Extract<Command, { do: "split" }>): Decided {
  const { who: payer, on, amount } = command;
  const children = [...model.parents.keys()].filter((who) => model.parents[who] === payer);
  const members = [payer, ...children];
  const chosen = chosenOf(model, command, members);
  const rest = amount - total(chosen.map(([, part]) => part));
  const parts = members.flatMap((who) => {
    const theirs = new Set(allOf(model, who).map((fact) => fact.number));
    const uses = chosen
      .filter(([id]) => theirs.has(id))
      .map(([itemId, part]) => ({ creditId: SELF, itemId, amount: part }));
    const credit = total(uses.map((use) => use.amount)) + (who === payer ? rest : 0);
    return credit > 0 ? [{ who, credit, uses }] : [];
  });
  const isOne = parts.length === 1 && parts[0]?.who === payer;
  const drafts = parts.map(({ who, credit, uses }) =>
    draft(
      "payment",
      { who, on },
      {
        credit,
        uses,
        undeposited: credit,
        split: isOne ? null : { check: nth(0), payer },
      },
    ),
  );
  return {
    drafts,
    released: [],
    uses: chosen.map(([itemId, part]) => ({ creditId: SELF, itemId, amount: part })),
  };
}

/** An event for each account, which moves nothing of what its customer owes or has open. */
export function deposited(model: Model, { payments, on }: Extract<Command, { do: "deposit" }>): Decided {
  const facts = payments.flatMap(
    (number) => model.facts.find((fact) => fact.number === number && fact.kind === "payment") ?? [],
  );
  if (facts.length < payments.length || facts.length === 0) throw new No("not-found");
  if (facts.some((fact) => isDeposited(model, fact.number) || isBack(model, fact)))
    throw new No("deposited-meanwhile");
  if (facts.some((fact) => fact.on > on)) throw new No("before-received");
  return byAccount(facts, on, -1);
}

/** Its payments wait for a deposit again. */
export function undeposited(model: Model, { deposit, on }: Extract<Command, { do: "undeposit" }>): Decided {
  const made = model.deposits.find((each) => each.id === deposit);
  if (!made) throw new No("not-found");
  if (made.undone) throw new No("reversed-before");
  if (on < made.on) throw doesNotFit();
  const facts = model.facts.filter((fact) => made.payments.includes(fact.number));
  if (facts.some((fact) => isBack(model, fact))) throw new No("deposit-came-back");
  return byAccount(facts, on, 1);
}

const isBack = (model: Model, { number }: Fact): boolean =>
  model.facts.some((fact) => fact.reverses === number);

function byAccount(facts: readonly Fact[], on: At["on"], sign: 1 | -1): Decided {
  const accounts = [...new Set(facts.map((fact) => fact.who))].sort((a, b) => a - b);
  const of = (who: number) => total(facts.filter((fact) => fact.who === who).map((fact) => fact.credit ?? 0));
  const drafts = accounts.map((who) => draft("deposit", { who, on }, { undeposited: sign * of(who) }));
  return { drafts, released: [] };
}
