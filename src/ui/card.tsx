// A surface that groups what belongs together, and the heading of a section above it.
import type { ReactNode } from "react";

export function Card({ children, padded = false }: { children: ReactNode; padded?: boolean }) {
  return (
    <div className={`overflow-clip rounded-card border border-line bg-card ${padded ? "p-4 desk:p-6" : ""}`}>
      {children}
    </div>
  );
}

type SectionProps = { id: string; title: string; note?: ReactNode; end?: ReactNode; children: ReactNode };

/** A titled part of a page; `note` says what the figures are in, `end` holds its links. */
export function Section({ id, title, note, end, children }: SectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="mt-7 scroll-mt-20">
      <div className="mb-2 flex min-h-6 flex-wrap items-baseline gap-x-2 break-after-avoid">
        <h2 id={`${id}-title`} className="min-w-0 text-14 font-semibold wrap-anywhere">
          {title}
        </h2>
        {note ? <p className="text-13 text-soft">{note}</p> : null}
        {end ? <div className="ml-auto flex items-baseline gap-4 text-13 print:hidden">{end}</div> : null}
      </div>
      {children}
    </section>
  );
}
