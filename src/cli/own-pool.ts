// The pool of a process that was told where its database is, instead of reading it from the environment.
import { connect, type Pool } from "@/db/client.ts";

export function usePool(url: string): void {
  const here = globalThis as { onaccountPool?: Pool; onaccountNumberPool?: Pool };
  Object.assign(here, { onaccountPool: connect(url), onaccountNumberPool: connect(url, 1) });
}
