// How an application scores: rules that are shown with what each gave. The same application always scores the same, and a
// person decides.
import { cents, type Cents } from "../values/money.ts";

export type Scored = {
  years: number;
  monthlyCents: Cents;
  wantedCents: Cents;
  /** How many references can be asked: with a phone or an address. */
  reachable: number;
  taxNumber: string;
  email: string;
  hasFile: boolean;
};

export type ScoreLine = { rule: string; because: string; points: number; of: number };
export type Score = {
  points: number;
  of: number;
  lines: ScoreLine[];
  /** What the rules would give: what is usual to owe, cut by the score, and never more than was asked for. */
  suggestedCents: Cents;
};

/** Anybody can have an address there. */
const FREE_MAIL = /@(gmail|googlemail|outlook|hotmail|live|yahoo|icloud|gmx|aol|proton|protonmail)\./i;

export function scoreApplication(given: Scored): Score {
  const lines = [
    inBusiness(given),
    references(given),
    need(given),
    papers(given),
    ownMail(given),
    tax(given),
  ];
  const points = lines.reduce((all, line) => all + line.points, 0);
  const of = lines.reduce((all, line) => all + line.of, 0);
  const usual = given.monthlyCents * 1.5 * (points / of);
  const suggested = Math.min(given.wantedCents, Math.floor(usual / 100_00) * 100_00);
  return { points, of, lines, suggestedCents: cents(Math.max(0, suggested)) };
}

function inBusiness({ years }: Scored): ScoreLine {
  const points = years >= 10 ? 25 : years >= 5 ? 20 : years >= 2 ? 10 : 0;
  return {
    rule: "In business for 2, 5 or 10 years",
    because: years === 1 ? "1 year" : `${years} years`,
    points,
    of: 25,
  };
}

function references({ reachable }: Scored): ScoreLine {
  const points = [0, 8, 16, 25][Math.min(reachable, 3)] ?? 0;
  return { rule: "Three references that can be asked", because: `${reachable} of 3`, points, of: 25 };
}

/** Two months of purchases are usual; more than three is more than they need. */
function need({ wantedCents, monthlyCents }: Scored): ScoreLine {
  const rule = "The limit is at most 2, or 3, months of purchases";
  if (monthlyCents === 0) return { rule, because: "no purchases expected", points: 0, of: 20 };
  const months = wantedCents / monthlyCents;
  const points = months <= 2 ? 20 : months <= 3 ? 10 : 0;
  return { rule, because: `${Math.round(months * 10) / 10} months`, points, of: 20 };
}

const papers = ({ hasFile }: Scored): ScoreLine => ({
  rule: "A paper is attached",
  because: hasFile ? "yes" : "no",
  points: hasFile ? 10 : 0,
  of: 10,
});

const ownMail = ({ email }: Scored): ScoreLine => {
  const isFree = FREE_MAIL.test(email);
  return {
    rule: "An e-mail address of their own",
    because: isFree ? "a free one" : "yes",
    points: isFree ? 0 : 10,
    of: 10,
  };
};

const tax = ({ taxNumber }: Scored): ScoreLine => ({
  rule: "A tax number",
  because: taxNumber === "" ? "none" : "yes",
  points: taxNumber === "" ? 0 : 10,
  of: 10,
});
