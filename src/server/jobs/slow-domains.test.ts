// A domain that lets us wait for nothing is asked seldom, by one mail at a time, until it answers.
import { expect, test } from "vitest";
import { slowDomains } from "./slow-domains.ts";

function clocked() {
  const clock = { at: 0 };
  return { clock, domains: slowDomains(() => clock.at) };
}

test("nobody is put off before a domain was slow, and others never are", () => {
  const { domains } = clocked();
  expect(domains.isPutOff("a")).toBe(false);
  domains.ended("a", false);
  expect([domains.isPutOff("a"), domains.isPutOff("b")]).toEqual([true, false]);
});

test("after a while one tries, and the others wait for what it finds", () => {
  const { clock, domains } = clocked();
  domains.ended("a", false);
  clock.at = 30_000;
  expect([domains.isPutOff("a"), domains.isPutOff("a")]).toEqual([false, true]);
  domains.ended("a", true);
  expect([domains.isPutOff("a"), domains.isPutOff("a")]).toEqual([false, false]);
});

test("each time in vain it is asked half as often, but never forgotten", () => {
  const { clock, domains } = clocked();
  const waited: number[] = [];
  domains.ended("a", false);
  for (let n = 0; n < 7; n++) {
    const from = clock.at;
    while (domains.isPutOff("a")) clock.at += 10_000;
    waited.push((clock.at - from) / 1000);
    domains.ended("a", false);
  }
  expect(waited).toEqual([30, 60, 120, 240, 480, 900, 900]);
});

test("one mailbox that never answers puts off nobody in a domain that answers others", () => {
  const { clock, domains } = clocked();
  domains.ended("a", true);
  clock.at = 60_000;
  domains.ended("a", false);
  expect(domains.isPutOff("a")).toBe(false);
  clock.at = 120_000;
  domains.ended("a", false);
  expect(domains.isPutOff("a")).toBe(true);
});

test("a try that broke off for another reason leaves the way to the next", () => {
  const { clock, domains } = clocked();
  domains.ended("a", false);
  clock.at = 30_000;
  expect(domains.isPutOff("a")).toBe(false);
  domains.ended("a", null);
  expect(domains.isPutOff("a")).toBe(false);
});
