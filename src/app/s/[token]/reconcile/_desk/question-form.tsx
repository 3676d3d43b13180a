"use client";
// The differences as a question to the business: the only thing of their list that is ever sent, and only when they say so.
import type { Route } from "next";
import { LONGEST_NOTE, MOST_DIFFERENCES, type Difference } from "@/domain/statements/question.ts";
import { reconcileWords } from "@/domain/language/reconcile-words.ts";
import type { Entry, Reconciled } from "@/domain/reconcile/match.ts";
import { Button } from "@/ui/button.tsx";
import { TextAreaField } from "@/ui/field.tsx";
import type { Reader } from "./reader.ts";

type Props = { business: Reader; answer: { action: Route; key: string }; found: Reconciled };

export function QuestionForm({ business, answer: { action, key }, found }: Props) {
  const say = reconcileWords(business.language);
  const differences = differencesOf(found);
  if (differences.length === 0) return null;
  return (
    <section
      id="question"
      aria-labelledby="question-title"
      className="mt-4 rounded-card border border-line bg-card px-4 py-4 print:hidden"
    >
      <h2 id="question-title" className="font-semibold">
        {say.ask(business.name)}
      </h2>
      <p className="mb-3 text-soft">
        {say.askLead} {differences.length > MOST_DIFFERENCES ? say.askMost(MOST_DIFFERENCES) : null}
      </p>
      <form method="post" action={action} encType="multipart/form-data" className="grid max-w-lg gap-3">
        <input type="hidden" name="key" value={key} />
        <input
          type="hidden"
          name="differences"
          value={JSON.stringify(differences.slice(0, MOST_DIFFERENCES))}
        />
        <TextAreaField label={say.note} name="note" maxLength={LONGEST_NOTE} />
        <div>
          <Button type="submit" variant="primary">
            {say.send}
          </Button>
        </div>
      </form>
    </section>
  );
}

const differencesOf = ({ differing, onlyOurs, onlyTheirs }: Reconciled): Difference[] => [
  ...differing.map(({ ours, theirs }) => ({ ours: sideOf(ours), theirs: sideOf(theirs) })),
  ...onlyOurs.map((ours) => ({ ours: sideOf(ours), theirs: null })),
  ...onlyTheirs.map((theirs) => ({ ours: null, theirs: sideOf(theirs) })),
];

const sideOf = ({ number, onDay, cents }: Entry) => ({ number: number.slice(0, 80), onDay, cents });
