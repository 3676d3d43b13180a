// The short address of the readiness check.
export { GET } from "./ready/route.ts";
