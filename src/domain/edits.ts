// Editing what somebody else may be editing, too. A form's fields are texts; three sets of them, what was drawn, what is
// kept now and what was typed, say which fields clash and which simply follow.
export type Texts<Field extends string = string> = Readonly<Record<Field, string>>;
export type Change<Field extends string = string> = { field: Field; before: string; after: string };

const fieldsOf = <Field extends string>(texts: Texts<Field>) => Object.keys(texts) as Field[];

/** Every field that isn't what it was. */
export function changesBetween<Field extends string>(
  before: Texts<Field>,
  after: Texts<Field>,
): Change<Field>[] {
  return fieldsOf(before)
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field], after: after[field] }));
}

export type Clash<Field extends string = string> = { field: Field; theirs: string; mine: string };
export type MergedEdits<Field extends string = string> = {
  /** Changed on both sides, and not to the same: somebody has to choose. */
  clashes: Clash<Field>[];
  /** Changed only by others: they follow by themselves. */
  followed: Change<Field>[];
  /** What the form holds until one chose: theirs where nobody here typed, else mine. */
  texts: Texts<Field>;
};

type Sides<Field extends string> = { drawn: Texts<Field>; now: Texts<Field>; typed: Texts<Field> };

/** What came of a form that was drawn before somebody else's change. Nothing that was typed is lost. */
export function mergeEdits<Field extends string>({ drawn, now, typed }: Sides<Field>): MergedEdits<Field> {
  const theirs = changesBetween(drawn, now);
  const touched = (field: Field) => typed[field] !== drawn[field];
  const clashes = theirs
    .filter(({ field }) => touched(field) && typed[field] !== now[field])
    .map(({ field }) => ({ field, theirs: now[field], mine: typed[field] }));
  const followed = theirs.filter(({ field }) => !touched(field));
  const texts = Object.fromEntries(
    fieldsOf(now).map((field) => [field, touched(field) ? typed[field] : now[field]]),
  ) as Texts<Field>;
  return { clashes, followed, texts };
}
