// The sections of the settings, as their addresses name them.
export type SettingsSection =
  | "api-keys"
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
  | "security"
  | "proof";
