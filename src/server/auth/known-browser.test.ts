// A browser is known by what we signed, and for whom; nothing else counts, and nothing of it tells an address.
import { expect, test } from "vitest";
import { browserIn, isKnownTo, readBrowser, withPerson, writtenBrowser } from "./known-browser.ts";

const olive = "olive@people.example";
const value = writtenBrowser(withPerson(null, olive));

test("it is known for who signed in there, whatever the capitals, and for nobody else", () => {
  const browser = browserIn(new Headers({ cookie: `a=b; onaccount.known.3000=${value}; c=d` }));
  expect(isKnownTo(browser, olive)).toBe(true);
  expect(isKnownTo(browser, "Olive@People.example")).toBe(true);
  expect(isKnownTo(browser, "other@people.example")).toBe(false);
  expect(isKnownTo(browserIn(new Headers()), olive)).toBe(false);
  expect(value).not.toContain("olive");
});

test("a desk that many share keeps its id and the last eight", () => {
  let browser = withPerson(null, olive);
  const { id } = browser;
  for (let n = 0; n < 7; n++) browser = withPerson(browser, `p${n}@people.example`);
  expect(isKnownTo(readBrowser(writtenBrowser(browser)), olive)).toBe(true);
  browser = withPerson(browser, "p8@people.example");
  expect(isKnownTo(browser, olive)).toBe(false);
  expect(readBrowser(writtenBrowser(withPerson(browser, olive)))).toMatchObject({ id });
  expect(withPerson(browser, olive).people).toHaveLength(8);
});

const [id = "", people = "", signature = ""] = value.split(".");
test.each([
  ["another signature", `${id}.${people}.${"A".repeat(43)}`],
  ["another person under the same signature", `${id}.${"A".repeat(16)}.${signature}`],
  ["a person more", `${id}.${people}~${"A".repeat(16)}.${signature}`],
  ["another id", `${"A".repeat(16)}.${people}.${signature}`],
  ["no signature", `${id}.${people}`],
  ["nothing", ""],
  ["no cookie", undefined],
])("%s is no browser of ours", (_what, forged) => {
  expect(readBrowser(forged)).toBeNull();
});
