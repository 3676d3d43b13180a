// Where single keys lead, and whether they do something: a person's own choice, kept in their browser.
import type { Route } from "next";

/** A section that a letter leads to. */
export type Goal = { label: string; letter: string; href: Route };

const SWITCH = "onaccount-keys";

export const switchedOff = (): boolean => localStorage.getItem(SWITCH) === "off";

export const switchKeys = (on: boolean): void => localStorage.setItem(SWITCH, on ? "on" : "off");
