// What went wrong with the whole of a form, above its fields; what is about one of them stands beside it.
import { Notice } from "./notice.tsx";
import type { Fault } from "./use-command.ts";

export function FaultNotice({ fault }: { fault: Pick<Fault, "above"> | null }) {
  return fault?.above ? <Notice tone="late">{fault.above}</Notice> : null;
}
