// What stands in while a page is on its way: the same boxes in the same places, so that nothing jumps.
const ROWS = Array.from({ length: 50 }, (_, index) => index);

/** A line of text to come; `width` is a Tailwind width. */
export function Bone({ width = "w-24", tall = false }: { width?: string; tall?: boolean }) {
  return (
    <span
      className={`block animate-pulse rounded-bar bg-line ${width} ${tall ? "my-1.5 h-6" : "my-1 h-3"}`}
    />
  );
}

/** A table to come: a header and `rows` rows of the right height. */
export function TableBones({ rows, columns }: { rows: number; columns: readonly string[] }) {
  return (
    <div className="overflow-hidden rounded-card border border-line bg-card">
      <div className="hidden h-8 items-center justify-between gap-6 px-4 desk:flex">
        {columns.map((width, index) => (
          <Bone key={index} width={width} />
        ))}
      </div>
      {ROWS.slice(0, rows).map((row) => (
        <div
          key={row}
          className="flex h-16 items-center justify-between gap-6 border-t border-line px-4 desk:h-9.25"
        >
          {columns.map((width, index) => (
            <span key={index} className={index > 1 ? "hidden desk:block" : ""}>
              <Bone width={width} />
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}

/** Says once, to those who can't see the boxes, that something is loading. */
export function Loading({ children }: { children: React.ReactNode }) {
  return (
    <div role="status">
      <span className="sr-only">Loading…</span>
      <div aria-hidden="true">{children}</div>
    </div>
  );
}
