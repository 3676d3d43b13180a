// The secret by which a business's provider knows us, sealed for that business, provider and client alone.
import { businessIdOf, type BusinessSignIn } from "@/db/directory/business-sign-in.ts";
import { openSealed, seal } from "../sealed.ts";

type Client = Pick<BusinessSignIn, "issuer" | "clientId">;
type Business = Parameters<typeof businessIdOf>[0];

export const forClient = (business: Business, { issuer, clientId }: Client) => ({
  purpose: "sign-in client" as const,
  boundTo: [businessIdOf(business), issuer, clientId],
});

export const sealClientSecret = (business: Business, client: Client, secret: string): Buffer =>
  seal(forClient(business, client), secret);

/** null for what no key opens any more. */
export const openClientSecret = (signIn: BusinessSignIn): string | null =>
  openSealed(forClient(signIn, signIn), signIn.sealedSecret);
