// What a form says before it records something into a month that is closed, and the choice that it gives.
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { day } from "@/domain/values/day.ts";
import { PostedIn, usePosting } from "./posted-in.tsx";

const [OCT, NOV, DEC] = [day("2026-10-01"), day("2026-11-01"), day("2026-12-01")];

function Form({ on, open }: { on: string; open: (typeof OCT)[] }) {
  const posting = usePosting(day(on), { closed: [OCT], open });
  return (
    <>
      <PostedIn posting={posting} locale="en-US" />
      sends {String(posting.period)}
    </>
  );
}
const drawn = (on: string, open = [NOV, DEC]) => renderToStaticMarkup(<Form on={on} open={open} />);

test("a day of a closed month: said, with the open months to choose from, the next one first", () => {
  const said = drawn("2026-10-12");
  expect(said).toContain("October 2026 is closed");
  expect(said).toContain("dated Oct 12, 2026 and posted in November 2026");
  const options = [...said.matchAll(/<option value="([^"]+)"( selected="")?/g)];
  expect(options.map(([, value, selected]) => [value, selected !== undefined])).toEqual([
    [NOV, true],
    [DEC, false],
  ]);
  expect(said).toContain(`sends ${NOV}`);
});

test("only one month can take it: it is said, and there is nothing to choose", () => {
  const said = drawn("2026-10-12", [NOV]);
  expect(said).toContain("posted in November 2026");
  expect(said).not.toContain("<select");
});

test("a day of an open month: nothing is said, and no month is sent", () => {
  expect(drawn("2026-11-02")).toBe("sends undefined");
});
