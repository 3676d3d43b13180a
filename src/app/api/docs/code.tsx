// What a program sends or gets, as it is, and names of it in a sentence.

export function Code({ children }: { children: string }) {
  return (
    <pre className="whitespace-pre-wrap wrap-anywhere rounded-control border border-line bg-hover p-3 font-mono text-12">
      <code>{children}</code>
    </pre>
  );
}

/** A sentence in which names stand between backticks. */
export function Words({ text }: { text: string }) {
  return text.split("`").map((part, at) => (at % 2 === 1 ? <code key={`${at} ${part}`}>{part}</code> : part));
}
