// Every code that a problem can have, with its words; a problem's own address leads here.
import { docProblems } from "@/server/rest/docs.ts";

export function Problems() {
  return (
    <section id="problems" className="mt-7">
      <h2 className="mb-2 text-14 font-semibold">Codes of problems</h2>
      <dl className="grid gap-x-4 gap-y-2 text-13 desk:grid-cols-[14rem_minmax(0,1fr)]">
        {docProblems().map(({ code, words }) => (
          <div key={code} id={`problem-${code}`} className="contents target:font-semibold">
            <dt className="font-mono max-desk:mt-1">{code}</dt>
            <dd className="text-soft">{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
