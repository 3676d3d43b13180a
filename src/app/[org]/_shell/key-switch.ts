// Whether single keys do something: a person's own choice, kept in their browser.
const SWITCH = "onaccount-keys";

export const switchedOff = (): boolean => localStorage.getItem(SWITCH) === "off";

export const switchKeys = (on: boolean): void => localStorage.setItem(SWITCH, on ? "on" : "off");
