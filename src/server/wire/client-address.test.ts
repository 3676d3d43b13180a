// Only as much of X-Forwarded-For is believed as there are proxies of ours.
import { expect, test } from "vitest";
import { clientAddress, network } from "./client-address.ts";

test.each([
  ["10.0.0.9", undefined, 0, "10.0.0.9"],
  ["10.0.0.9", "1.2.3.4", 0, "10.0.0.9"],
  ["10.0.0.9", "6.6.6.6, 1.2.3.4", 1, "1.2.3.4"],
  ["10.0.0.9", "6.6.6.6, 1.2.3.4, 10.0.0.8", 2, "1.2.3.4"],
  ["10.0.0.9", "1.2.3.4", 5, "1.2.3.4"],
  ["::ffff:10.0.0.9", undefined, 0, "10.0.0.9"],
  [undefined, undefined, 0, "unknown"],
])("socket %s, forwarded %s, %d hops: %s", (socket, forwarded, hops, address) => {
  expect(clientAddress(socket, forwarded, hops)).toBe(address);
});

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
])("%s counts as %s", (address, counted) => {
  expect(network(address)).toBe(counted);
});
