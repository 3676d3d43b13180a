"use client";
// An edit that outlives its page or its dialog: what was typed over which version is found again where it was left.
import { useEffect, useState } from "react";
import { keptForm } from "./kept-form.ts";
import { useSignedIn } from "./signed-in.tsx";
import type { Texts } from "@/domain/edits.ts";
import { useEdit, type Drawn, type SaveEdit } from "./use-edit.ts";

type Options<Field extends string> = {
  drawn: Drawn<Field>;
  save: SaveEdit<Field>;
  done: () => void;
  /** Writes what others saved as it stands in the boxes here. */
  shown?: (now: Texts<Field>) => Texts<Field>;
};

/** `place` says what is edited, for as long as the form is there: of which business, of whom. */
export function useKeptEdit<Field extends string>(
  place: readonly string[],
  { drawn, save, done, shown }: Options<Field>,
) {
  const userId = useSignedIn();
  const [kept] = useState(() => keptForm<Drawn<Field>>(userId, place));
  const [then, setThen] = useState(() => kept.read());
  const edit = useEdit(
    then ?? drawn,
    save,
    () => {
      kept.forget();
      done();
    },
    shown,
  );
  const { base, texts } = edit;
  useEffect(() => {
    const isTouched = JSON.stringify(texts) !== JSON.stringify(base.texts);
    kept.keep(isTouched ? { ...base, typed: texts } : null);
  }, [kept, base, texts]);
  return {
    edit,
    isRestored: then !== null,
    forget: kept.forget,
    startOver() {
      setThen(null);
      edit.startOver(drawn);
    },
  };
}

export type KeptEdit<Field extends string> = ReturnType<typeof useKeptEdit<Field>>;
