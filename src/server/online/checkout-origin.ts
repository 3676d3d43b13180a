// Where Stripe's own page is. Apart from its library, which no page needs to know this.
import { env } from "@/env.ts";

/** Else something stands in for it, and no money is meant. */
export const isStripeItself = (): boolean => new URL(env().STRIPE_API_URL).hostname === "api.stripe.com";

/** Where Checkout is: what our forms lead to. */
export function checkoutOrigin(): string {
  return isStripeItself() ? "https://checkout.stripe.com" : new URL(env().STRIPE_API_URL).origin;
}
