// An address that can't be read leads nowhere; everything that somebody may have typed leads on.
import { expect, test } from "vitest";
import { isReadable } from "./readable-address.ts";

test.each(["/", "/hillside/customers?search=50%&sort=name", "/hillside/%C3%A9?x=%ff", "/a%2Fb", "/x?y?z"])(
  "%s is read",
  (address) => {
    expect(isReadable(address)).toBe(true);
  },
);

test.each(["/%", "/%ff/x", "/%E0%A4%A", "/hillside/%00", "/%00?x", "/x?asOf=%00", "/\0"])(
  "%j leads nowhere",
  (address) => {
    expect(isReadable(address)).toBe(false);
  },
);
