// What a program sends or gets, as it is.

export function Code({ children }: { children: string }) {
  return (
    <pre className="whitespace-pre-wrap wrap-anywhere rounded-control border border-line bg-hover p-3 font-mono text-12">
      <code>{children}</code>
    </pre>
  );
}
