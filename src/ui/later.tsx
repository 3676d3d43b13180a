// A figure that costs more than the rows above it: it follows when it is added up, and its place is kept meanwhile.
import { Suspense, type ReactNode } from "react";
import { Bone } from "./skeleton.tsx";

export function Later({ children, width = "w-16" }: { children: ReactNode; width?: string }) {
  const fallback = (
    <span className="inline-block">
      <Bone width={width} />
    </span>
  );
  return <Suspense fallback={fallback}>{children}</Suspense>;
}
