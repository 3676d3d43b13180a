// Only as much of X-Forwarded-For is believed as there are proxies of ours, and one network has one name however its
// address is written.
import { expect, test } from "vitest";
import { clientAddress, network, site } from "./client-address.ts";

test.each([
  ["10.0.0.9", undefined, 0, "10.0.0.9"],
  ["10.0.0.9", "1.2.3.4", 0, "10.0.0.9"],
  ["10.0.0.9", "6.6.6.6, 1.2.3.4", 1, "1.2.3.4"],
  ["10.0.0.9", "6.6.6.6, 1.2.3.4, 10.0.0.8", 2, "1.2.3.4"],
  ["10.0.0.9", "1.2.3.4", 5, "1.2.3.4"],
  ["::ffff:10.0.0.9", undefined, 0, "10.0.0.9"],
  [undefined, undefined, 0, "unknown"],
  ["10.0.0.9", "9.9.9.8:1024", 1, "9.9.9.8"],
  ["10.0.0.9", '"[2001:db8::1]:443"', 1, "2001:db8::1"],
  ["10.0.0.9", "[2001:db8::1]", 1, "2001:db8::1"],
  ["10.0.0.9", "::FFFF:9.9.9.8", 1, "9.9.9.8"],
  ["10.0.0.9", "::ffff:0909:0908", 1, "9.9.9.8"],
  ["10.0.0.9", "2001:DB8:0:0::0001", 1, "2001:db8::1"],
  ["10.0.0.9", "fe80::1%eth0", 1, "fe80::1"],
  ["10.0.0.9", "not an address", 1, "unknown"],
  ["10.0.0.9", "0x7f.1", 1, "unknown"],
  ["10.0.0.9", '{"forged":1}\n', 1, "unknown"],
])("socket %s, forwarded %s, %d hops: %s", (socket, forwarded, hops, address) => {
  expect(clientAddress(socket, forwarded, hops)).toBe(address);
});

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8::/64"],
  ["::1", "::/64"],
  // What stands for an IPv4 address within IPv6 is that address: its /64 would be everybody, or a choice of 65,536.
  ["64:ff9b::9.9.9.8", "9.9.9.8"],
  ["2002:909:908:1::1", "9.9.9.8"],
  ["2002:909:908:ffff::1", "9.9.9.8"],
  ["unknown", "unknown"],
])("%s counts as %s", (address, counted) => {
  expect(network(address)).toBe(counted);
});

test.each([
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"],
  ["2001:db8:1:ffff::1", "2001:db8:1::/48"],
  ["2001:db8:2::1", "2001:db8:2::/48"],
  ["192.0.2.7", null],
  ["2002:909:908:1::1", null],
  ["unknown", null],
])("%s is of the site %s", (address, counted) => {
  expect(site(address)).toBe(counted);
});

test("however one address is written, it is one network", () => {
  const spelled = ["9.9.9.8", "9.9.9.8:1024", "9.9.9.8:65535", "::ffff:9.9.9.8", "::FFFF:909:908"];
  const counted = spelled.map((each) => network(clientAddress("10.0.0.9", each, 1)));
  expect(new Set(counted)).toEqual(new Set(["9.9.9.8"]));
});
