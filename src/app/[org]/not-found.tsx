// Nothing at this address in this business; another business's things look exactly like things that never were.
import type { Metadata } from "next";
import { Card } from "@/ui/card.tsx";
import { Empty } from "@/ui/empty.tsx";

export const metadata: Metadata = { title: "Not found" };

export default function NotHere() {
  return (
    <Card>
      <h1 className="sr-only">Not found</h1>
      <Empty title="That isn’t here">
        It may have been moved, or it may be in another of your businesses.
      </Empty>
    </Card>
  );
}
