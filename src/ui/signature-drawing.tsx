// A signature as it was drawn: black on white in the dark as well, as on paper. Its path can hold nothing but strokes.
import { SIGNATURE_BOX } from "@/domain/receipts/signature.ts";

/** `label` says whose it is. */
export function SignatureDrawing({ path, label }: { path: string; label: string }) {
  return (
    <svg
      viewBox={`0 0 ${SIGNATURE_BOX.width} ${SIGNATURE_BOX.height}`}
      role="img"
      aria-label={label}
      className="aspect-[5/2] w-full max-w-64 rounded-control border border-line bg-white text-black print:border-0"
    >
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        strokeWidth="6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
