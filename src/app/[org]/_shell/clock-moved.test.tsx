// What everybody reads while the server's clock may be wrong.
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ClockMovedNotice } from "./clock-moved.tsx";

const style = { locale: "en-US", zone: "America/New_York" };

test.each([
  [5.2, "jumped 5 days ahead"],
  [-365, "jumped 365 days back"],
])("by %d days: which way, where it stood, and what to do", (days, says) => {
  const said = renderToStaticMarkup(
    <ClockMovedNotice moved={{ days, at: "2026-07-05T12:02:00.000Z" }} style={style} />,
  );
  expect(said).toContain(says);
  expect(said).toContain("Jul 5, 2026, 8:02");
  expect(said).toContain('role="alert"');
});
