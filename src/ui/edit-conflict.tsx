"use client";
// What others changed while one was editing: what simply followed, and for each field that both changed, a choice of
// theirs or mine. Nothing is chosen beforehand, and mine stays in the form until it is.
import { useEffect, useRef } from "react";
import { Notice } from "./notice.tsx";
import type { Edit } from "./use-edit.ts";

/** What the notice needs of an edit. */
export type Choosing<Field extends string> = Pick<
  Edit<Field>,
  "editConflict" | "tries" | "undecided" | "chosen" | "texts" | "choose"
>;

type Props<Field extends string> = {
  edit: Choosing<Field>;
  words: Readonly<Record<Field, string>>;
  /** How a field is read, where that isn't as it is kept. */
  tell?: (field: Field, text: string) => string;
  /** What happens once each is chosen; left out, it is to be saved again. */
  next?: string;
};

export function EditConflictNotice<Field extends string>({
  edit,
  words,
  tell = (_field, text) => text,
  next,
}: Props<Field>) {
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
          {next ??
            (clashes.length > 0 ? " Choose what each of these shall be, then save again." : " Save again.")}
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
            <Side edit={edit} field={field} whose="Theirs" text={theirs} said={tell(field, theirs)} />
            <Side edit={edit} field={field} whose="Mine" text={mine} said={tell(field, mine)} />
            {edit.undecided.includes(field) ? (
              <p className="text-12 font-medium text-late">Choose theirs or mine.</p>
            ) : null}
          </fieldset>
        ))}
        {followed.length > 0 ? (
          <ul className="grid gap-1 text-13">
            {followed.map(({ field, before, after }) => (
              <li key={field} className="wrap-anywhere">
                {words[field]}: <Quoted text={tell(field, before)} /> → <Quoted text={tell(field, after)} />
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
  edit: Choosing<Field>;
  field: Field;
  whose: "Theirs" | "Mine";
  text: string;
  said: string;
};

function Side<Field extends string>({ edit, field, whose, text, said }: SideProps<Field>) {
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
        <Quoted text={said} />
      </span>
    </label>
  );
}

const Quoted = ({ text }: { text: string }) =>
  text === "" ? <span className="text-soft">empty</span> : text;
