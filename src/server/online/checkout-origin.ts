// Where Stripe's own page is. Apart from its library, which no page needs to know this.
import { env } from "@/env.ts";

/** Where Checkout is: what our forms lead to. */
export function checkoutOrigin(): string {
  const { origin } = new URL(env().STRIPE_API_URL);
  return origin === "https://api.stripe.com" ? "https://checkout.stripe.com" : origin;
}
