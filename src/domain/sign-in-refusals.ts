// Of the refusals (`refusal`), those about how one signs in, apart for the length of the list.
export const SIGN_IN_REFUSALS = {
  "code-wrong": "That code isn’t right, or it was used before. Wait for the next one and try again.",
  "passkey-refused":
    "This passkey can’t be kept: it was made for something else, or took too long. Try again.",
  "second-factor-there": "You have a second factor already. Turn it off first.",
  "second-factor-needed":
    "This business asks for a second factor. Set one up in your account, and sign in with it.",
  "second-factor-first": "Set up a second factor for yourself first, and sign in with it.",
  "same-email": "That is your address now.",
  "no-own-sign-in": "No business of this name has a sign-in of its own. Sign in another way.",
  "provider-away":
    "The sign-in of this business can’t be reached, or isn’t set up right. Sign in another way.",
  "secret-again": "Enter the client secret again: the one that is kept was for another provider.",
  "domain-silent":
    "The record isn’t there yet. It can take an hour until everybody sees a change of DNS; look again then.",
  "too-many-domains": "Ten domains are the most. Remove one first.",
} as const;
