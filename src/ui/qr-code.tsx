// A QR code. Black on white in the dark as well: not every reader takes it the other way round.
import { encode } from "uqr";

/** The text beside it must say the same: not everybody can take a picture of the screen. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: "M", border: 2 });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className="size-48 rounded-control border border-line bg-white text-black"
    >
      <path d={dark.join("")} fill="currentColor" />
    </svg>
  );
}
