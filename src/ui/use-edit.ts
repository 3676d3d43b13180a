"use client";
// A form over something that somebody else may be editing, too. What was typed is kept through everything; when others
// were faster, the form says what they changed, and waits for a choice only where both changed the same field.
import { useState } from "react";
import { changesBetween, mergeEdits, type MergedEdits, type Texts } from "@/domain/edits.ts";
import { faultOf, useCommand } from "./use-command.ts";

/** `typed` is what was typed over it before the page was left. */
export type Drawn<Field extends string> = { version: number; texts: Texts<Field>; typed?: Texts<Field> };
export type EditConflict<Field extends string> = MergedEdits<Field> & { by: string | null };

type Refused<Field extends string> = { version: number; now: Texts<Field>; by?: string };
export type SaveEdit<Field extends string> = (edit: Drawn<Field>, commandKey: string) => Promise<unknown>;

/** `shown` writes what others saved as it stands in the boxes here. */
export function useEdit<Field extends string>(
  drawn: Drawn<Field>,
  save: SaveEdit<Field>,
  done: () => void,
  shown: (now: Texts<Field>) => Texts<Field> = (now) => now,
) {
  const [base, setBase] = useState(drawn);
  const [texts, setTexts] = useState(drawn.typed ?? drawn.texts);
  const [editConflict, setEditConflict] = useState<EditConflict<Field> | null>(null);
  const [chosen, setChosen] = useState<readonly Field[]>([]);
  const [tries, setTries] = useState(0);
  const { send, pending, fault } = useCommand(
    (edit: Drawn<Field>, commandKey) =>
      save(edit, commandKey).catch((error: unknown) => {
        const { code, details } = faultOf(error);
        if (code === "changed-meanwhile") follow(edit.texts, details as Refused<Field>);
        throw error;
      }),
    done,
  );

  function follow(typed: Texts<Field>, { version, now: saved, by }: Refused<Field>) {
    const now = shown(saved);
    const came = mergeEdits({ drawn: base.texts, now, typed });
    setEditConflict({ ...came, by: by ?? null });
    setBase({ version, texts: now });
    setTexts(came.texts);
    setChosen([]);
    setTries(0);
  }

  const open = (editConflict?.clashes ?? []).filter(({ field }) => !chosen.includes(field));
  const choose = (field: Field, text: string) => {
    setTexts({ ...texts, [field]: text });
    setChosen([...chosen.filter((each) => each !== field), field]);
  };
  return {
    texts,
    /** What was drawn, or saved by others since. */
    base,
    pending,
    editConflict,
    chosen,
    /** Which clashes still wait for a choice, once one tried to save. */
    undecided: tries > 0 ? open.map(({ field }) => field) : [],
    /** How often one tried to save since then. */
    tries,
    fault: fault?.code === "changed-meanwhile" ? null : fault,
    /** Typing over a clash is a choice, too. */
    type: choose,
    choose,
    /** Several fields by one click. */
    typeAll(next: Texts<Field>) {
      const moved = changesBetween(texts, next).map(({ field }) => field);
      setTexts(next);
      setChosen([...chosen.filter((each) => !moved.includes(each)), ...moved]);
    },
    /** As if nothing had been typed. */
    startOver(now: Drawn<Field>) {
      setBase(now);
      setTexts(now.texts);
      setEditConflict(null);
      setChosen([]);
      setTries(0);
    },
    submit() {
      setTries(tries + 1);
      if (open.length === 0) send({ version: base.version, texts });
    },
  };
}

export type Edit<Field extends string> = ReturnType<typeof useEdit<Field>>;
