"use client";
// What others changed while one was editing: what simply followed, and for each field that both changed, a choice of
// theirs or mine. Nothing is chosen beforehand, and mine stays in the form until it is.
import { useEffect, useRef } from "react";
import { Notice } from "./notice.tsx";
import type { Edit } from "./use-edit.ts";

type Props<Field extends string> = {
  edit: Edit<Field>;
  words: Readonly<Record<Field, string>>;
  /** A text as people read it, where the form holds something else. */
  written?: (field: Field, text: string) => string;
};

const asItIs = (_field: string, text: string) => text;

export function EditConflictNotice<Field extends string>({ edit, words, written = asItIs }: Props<Field>) {
  const { editConflict, tries } = edit;
  const choices = useRef<HTMLDivElement>(null);
  // Saving too early leads to what is still to be chosen, however far up it stands; later typing moves nothing.
  useEffect(() => {
    if (tries > 0) choices.current?.querySelector<HTMLElement>("[data-undecided] input")?.focus();
  }, [tries]);
  if (!editConflict) return null;
  const { clashes, followed, by } = editConflict;
  return (
    <Notice tone="soon" title={`${by ?? "Someone"} changed this while you were editing`}>
      <div ref={choices} className="grid gap-3">
        <p>
          Nothing of yours was saved yet, and all you typed is kept.
          {clashes.length > 0 ? " Choose what each of these shall be, then save again." : " Save again."}
        </p>
        {clashes.map(({ field, theirs, mine }) => (
          <fieldset
            key={field}
            data-undecided={edit.undecided.includes(field) ? "" : undefined}
            className="grid gap-1 border-t border-line pt-2"
          >
            <legend className="sr-only">{words[field]}</legend>
            <p aria-hidden="true" className="text-13 font-medium">
              {words[field]}
            </p>
            <Side edit={edit} field={field} whose="Theirs" text={theirs} written={written(field, theirs)} />
            <Side edit={edit} field={field} whose="Mine" text={mine} written={written(field, mine)} />
            {edit.undecided.includes(field) ? (
              <p className="text-12 font-medium text-late">Choose theirs or mine.</p>
            ) : null}
          </fieldset>
        ))}
        {followed.length > 0 ? (
          <ul className="grid gap-1 text-13">
            {followed.map(({ field, before, after }) => (
              <li key={field} className="wrap-anywhere">
                {words[field]}: <Quoted text={written(field, before)} /> →{" "}
                <Quoted text={written(field, after)} />
                <span className="text-soft">, which this form now has, too</span>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </Notice>
  );
}

type SideProps<Field extends string> = {
  edit: Edit<Field>;
  field: Field;
  whose: "Theirs" | "Mine";
  text: string;
  written: string;
};

function Side<Field extends string>({ edit, field, whose, text, written }: SideProps<Field>) {
  return (
    <label className="flex min-h-9 items-start gap-2.5 py-1 touch:min-h-11">
      <input
        type="radio"
        name={`choice-${field}`}
        checked={edit.chosen.includes(field) && edit.texts[field] === text}
        onChange={() => edit.choose(field, text)}
        className="mt-0.5 size-4 shrink-0"
      />
      <span className="w-14 shrink-0 text-soft">{whose}</span>
      <span className="min-w-0 whitespace-pre-line wrap-anywhere">
        <Quoted text={written} />
      </span>
    </label>
  );
}

const Quoted = ({ text }: { text: string }) =>
  text === "" ? <span className="text-soft">empty</span> : text;
