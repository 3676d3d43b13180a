"use client";
// Names in the file that are nearly one in the books: asked once for all their rows.
import { useState, type FormEvent } from "react";
import type { ImportLook } from "@/domain/imports/look.ts";
import { Button } from "@/ui/button.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { SelectField } from "@/ui/field.tsx";
import { usePlan } from "./plan-desk.tsx";

const UNDECIDED = "?";

/** `other`: what it is called when it is none of them. */
type Props = { near: ImportLook["near"]; other: string };

export function NearCustomers({ near, other }: Props) {
  const { change, isLooking } = usePlan();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});

  function choose(key: string, value: string) {
    const others = Object.entries(chosen).filter(([each]) => each !== key);
    setChosen(Object.fromEntries(value === UNDECIDED ? others : [...others, [key, value]]));
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    change({ customers: chosen });
  }

  return (
    <Section id="customers" title="Are these the same customers?" note="Asked once for all their rows">
      <Card padded>
        <form onSubmit={submit} className="grid gap-4">
          <div className="grid gap-4 desk:grid-cols-2">
            {near.map(({ key, name, candidates }) => (
              <SelectField
                key={key}
                label={`“${name}” in the file is`}
                value={chosen[key] ?? UNDECIDED}
                onChange={({ currentTarget: { value } }) => choose(key, value)}
              >
                <option value={UNDECIDED}>Choose…</option>
                {candidates.map(({ number, name: called }) => (
                  <option key={number} value={number}>
                    {called} ({number})
                  </option>
                ))}
                <option value="">{other}</option>
              </SelectField>
            ))}
          </div>
          <div className="flex flex-wrap items-center gap-2">
            <Button type="submit" variant="primary" pending={isLooking}>
              Use these customers
            </Button>
            <Button
              variant="quiet"
              onClick={() => setChosen(Object.fromEntries(near.map(({ key }) => [key, chosen[key] ?? ""])))}
            >
              The rest are others
            </Button>
          </div>
        </form>
      </Card>
    </Section>
  );
}
