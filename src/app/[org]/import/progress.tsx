// How far something is, as a bar with its words beneath; without a number it only says that it goes on.
type Props = { label: string; words: string; done?: number | undefined; of?: number | undefined };

export function Progress({ label, words, done, of }: Props) {
  return (
    <div className="grid gap-1.5">
      <progress aria-label={label} value={done} max={of} className="h-1.5 w-full" />
      <p className="text-13 text-soft tabular-nums">{words}</p>
    </div>
  );
}
