// Only a refusal that names seconds makes the header, and of several calls in one the longest wait counts.
import { expect, test } from "vitest";
import { Refusal } from "@/domain/refusal.ts";
import { retryAfter } from "./retry-after.ts";

const crowded = (seconds: number) => ({ cause: new Refusal("crowded", { seconds }) });

test.each([
  [[], {}],
  [[{ cause: new Refusal("not-found") }, { cause: new Error("ours") }, {}], {}],
  [[crowded(5)], { "retry-after": "5" }],
  [[crowded(5), { cause: new Refusal("too-many", { seconds: 60 }) }], { "retry-after": "60" }],
])("%#", (errors, headers) => expect(retryAfter(errors)).toEqual(headers));
