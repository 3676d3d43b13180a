// One figure before and after something is done: "Open credit 300.00 → 200.00", or just the figure where it stays.

type Props = { name: string; now: string; then: string };

/** Stands in a `<dl>`. */
export function Change({ name, now, then }: Props) {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4">
      <dt className="text-soft">{name}</dt>
      <dd className="font-medium whitespace-nowrap">
        {now === then ? (
          now
        ) : (
          <>
            <span className="font-normal text-soft">{now}</span> <span aria-hidden="true">→</span>{" "}
            <span className="sr-only">becomes</span> {then}
          </>
        )}
      </dd>
    </div>
  );
}
