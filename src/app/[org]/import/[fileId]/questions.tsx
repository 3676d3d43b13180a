"use client";
// What the file doesn't settle by itself: each question with its answers and what each would make of the file's values. All
// answers go together, and the file is looked at again.
import { useId, useState, type FormEvent } from "react";
import type { ImportQuestion, LookColumn } from "@/domain/imports/look.ts";
import { Button } from "@/ui/button.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { samplesFor, withPatches } from "../plan-changes.ts";
import { usePlan } from "./plan-desk.tsx";
import { RadioChoice } from "./radio-choice.tsx";

type Props = { questions: readonly ImportQuestion[]; columns: readonly LookColumn[] };

export function Questions({ questions, columns }: Props) {
  const { change, isLooking } = usePlan();
  const [chosen, setChosen] = useState<Readonly<Record<number, number>>>({});
  const [isMissing, setMissing] = useState(false);
  const patches = questions.flatMap(({ options }, at) => options[chosen[at] ?? -1]?.patch ?? []);

  function submit(event: FormEvent) {
    event.preventDefault();
    setMissing(patches.length === 0);
    if (patches.length > 0) change(withPatches(patches));
  }

  return (
    <Section id="questions" title="To be answered" note="The file doesn’t settle it by itself">
      <Card padded>
        <form onSubmit={submit} className="grid gap-5">
          {questions.map((question, at) => (
            <Question
              key={question.says}
              question={question}
              columns={columns}
              chosen={chosen[at] ?? null}
              isFirst={at === 0}
              choose={(option) => setChosen((before) => ({ ...before, [at]: option }))}
            />
          ))}
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <Button type="submit" variant="primary" pending={isLooking}>
              {questions.length === 1 ? "Use this answer" : "Use these answers"}
            </Button>
            <p aria-live="polite" className="text-13 text-late">
              {isMissing ? "Choose an answer first." : ""}
            </p>
          </div>
        </form>
      </Card>
    </Section>
  );
}

type QuestionProps = {
  question: ImportQuestion;
  columns: readonly LookColumn[];
  chosen: number | null;
  isFirst: boolean;
  choose: (option: number) => void;
};

function Question({ question, columns, chosen, isFirst, choose }: QuestionProps) {
  const { plan } = usePlan();
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1 font-medium wrap-anywhere">{question.says}</legend>
      {question.options.map(({ label, patch, option }, at) => (
        <RadioChoice
          key={option}
          name={name}
          checked={chosen === at}
          onChoose={() => choose(at)}
          label={label}
          hint={samplesFor(plan, columns, patch).join(" · ")}
          question={isFirst && at === 0}
        />
      ))}
      {question.options.length === 0 ? (
        <p className="text-soft">No column is left over. Choose it under “Columns”, below.</p>
      ) : null}
    </fieldset>
  );
}
