// Which PostgreSQL the books are kept in, and what an operator is told of an older one.
import { expect, test } from "vitest";
import { POSTGRES_FLOORS, postgresFault } from "./server-version.ts";

test.each(Object.entries(POSTGRES_FLOORS))(
  "PostgreSQL %s is taken from its minor version %i on",
  (major, minor) => {
    const first = Number(major) * 10_000 + minor;
    expect([postgresFault(first), postgresFault(first + 1)]).toEqual([undefined, undefined]);
    expect(postgresFault(first - 1)).toBe(
      `the server is PostgreSQL ${major}.${minor - 1}, which has known holes; Onaccount needs 15.18, 16.14, 17.10, 18.4 or later`,
    );
  },
);

test("an older major version isn't taken, whatever its minor one; a newer one is", () => {
  expect(postgresFault(140_099)).toMatch(/^the server is PostgreSQL 14\.99/);
  expect(postgresFault(190_000)).toBeUndefined();
});
