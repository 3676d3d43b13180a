// The sections of the settings, as their addresses call them.
export type SettingsSection =
  | "api-keys"
  | "webhooks"
  | "tax"
  | "mail"
  | "online-payments"
  | "mail-texts"
  | "branding"
  | "discounts"
  | "credit"
  | "terms"
  | "numbers"
  | "accounts"
  | "periods"
  | "opening"
  | "people"
  | "security"
  | "proof";
