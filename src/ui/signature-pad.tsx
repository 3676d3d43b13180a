"use client";
// Where somebody signs, with a finger, a pen or a mouse: black on white, as on paper. After each stroke it tells the path.
import SignaturePad, { type BasicPoint } from "signature_pad";
import { useEffect, useRef, type ReactNode } from "react";
import { signaturePath } from "@/domain/receipts/signature.ts";
import { Button } from "./button.tsx";

type Props = {
  label: string;
  errorId: string | undefined;
  /** null: nothing that could be a signature. */
  onDrawn: (path: string | null) => void;
  /** On the button that clears it, and what stands beside that. */
  clear?: string;
  beside?: ReactNode;
};

export function SignArea({ label, errorId, onDrawn, clear = "Clear", beside }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad | null>(null);
  const tell = useRef(onDrawn);
  useEffect(() => {
    tell.current = onDrawn;
  });
  useEffect(() => {
    const area = canvas.current;
    if (!area) return;
    const made = new SignaturePad(area, { penColor: "black", minWidth: 1, maxWidth: 2.4 });
    pad.current = made;
    const drawn = () => {
      const size = { width: area.offsetWidth, height: area.offsetHeight };
      tell.current(
        signaturePath(
          made.toData().map(({ points }) => points),
          size,
        ),
      );
    };
    let width = area.offsetWidth;
    /** As sharp as the screen; on a phone that is turned it grows or shrinks with its area. */
    const fit = () => {
      const ratio = Math.max(window.devicePixelRatio, 1);
      const [across, down] = [Math.round(area.offsetWidth * ratio), Math.round(area.offsetHeight * ratio)];
      if (across === 0 || (area.width === across && area.height === down)) return;
      const drawn = made.toData();
      const grown = area.offsetWidth / (width || area.offsetWidth);
      width = area.offsetWidth;
      Object.assign(area, { width: across, height: down });
      area.getContext("2d")?.scale(ratio, ratio);
      const move = (point: BasicPoint) => ({ ...point, x: point.x * grown, y: point.y * grown });
      made.fromData(drawn.map((stroke) => ({ ...stroke, points: stroke.points.map(move) })));
    };
    made.addEventListener("endStroke", drawn);
    const seen = new ResizeObserver(fit);
    seen.observe(area);
    fit();
    return () => {
      seen.disconnect();
      made.off();
      pad.current = null;
    };
  }, []);
  return (
    <div className="grid gap-2">
      <canvas
        ref={canvas}
        role="img"
        aria-label={label}
        aria-describedby={errorId}
        className="aspect-[5/2] w-full max-w-lg touch-none rounded-control border border-edge bg-white"
      />
      <div className="flex flex-wrap gap-2">
        <Button
          onClick={() => {
            pad.current?.clear();
            onDrawn(null);
          }}
        >
          {clear}
        </Button>
        {beside}
      </div>
    </div>
  );
}
