"use client";
// Where somebody signs, with a finger, a pen or a mouse: black on white, as on paper. After each stroke it tells the path.
import SignaturePad from "signature_pad";
import { useEffect, useRef } from "react";
import { signaturePath } from "@/domain/receipts/signature.ts";
import { Button } from "./button.tsx";

type Props = {
  label: string;
  errorId: string | undefined;
  /** null: nothing that could be a signature. */
  onDrawn: (path: string | null) => void;
};

export function SignArea({ label, errorId, onDrawn }: Props) {
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
    /** As sharp as the screen; a phone that is turned has another size, and is signed anew. */
    const fit = () => {
      const ratio = Math.max(window.devicePixelRatio, 1);
      const [width, height] = [area.offsetWidth * ratio, area.offsetHeight * ratio];
      if (area.width === width && area.height === height) return;
      Object.assign(area, { width, height });
      area.getContext("2d")?.scale(ratio, ratio);
      if (!made.isEmpty()) tell.current(null);
      made.clear();
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
      <div>
        <Button
          onClick={() => {
            pad.current?.clear();
            onDrawn(null);
          }}
        >
          Clear
        </Button>
      </div>
    </div>
  );
}
