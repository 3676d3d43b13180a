// What is said no to where an override is asked for, and where it counts who charges.
export const CREDIT_REFUSALS = {
  "limit-needs-approval": "That is more credit than one person may give. Ask for it under Credit terms.",
  "limit-asked-before":
    "A change of this customer’s terms waits for approval already. Answer or withdraw that one first.",
  "application-waits":
    "The limit of this application waits for a second person. That is answered, or taken back, first.",
  "answered-before": "Somebody was quicker: this was answered already.",
  "own-limit-request": "You asked for this yourself. Somebody else has to answer it.",
  "invoice-blocked": "By the settings, no invoice is issued above a limit or to an account on hold.",
  "invoice-needs-override":
    "Above a limit, or on hold, an invoice takes an approved override by the settings.",
  "owner-loosens": "Only an owner raises or removes this: it is what keeps one person from deciding alone.",
  "override-not-needed": "This charge passes as it stands now. Record it.",
  "override-never": "No override lets this customer charge: the account isn’t open for credit.",
  "own-override": "You asked for this override yourself. Somebody else has to approve it.",
  "override-by-person": "An override is approved by a person, not by a key.",
  "override-of-another":
    "What was approved was something else: another job, or before it was put on hold. Ask anew.",
  "override-answered": "This override was answered meanwhile, or waited for too long. Ask anew.",
  "charging-said":
    "It says of this customer who may charge. Take away its buyers, orders and rule first, and set them anew on the other one.",
  "buyer-needed": "Only authorised buyers may charge to this account. Choose who it is.",
  "buyer-not-authorised": "This person may not charge that, or not any more.",
  "buyer-pin-wrong": "That isn’t their PIN.",
  "over-buyer-limit": "That is more than this person may charge at once.",
  "po-needed": "This account takes a purchase order number with each charge.",
  "order-needed": "This account charges on a blanket purchase order. Choose one.",
  "order-ended": "That purchase order is closed or over. Choose another one.",
  "signature-needed": "A house charge takes the customer’s signature. Have them sign.",
  "signature-of-another": "What was signed was something else, or too long ago. Have it signed again.",
  "signature-over": "This was signed already, or waited for too long. Ask at the counter for a new code.",
  "over-order": "That is more than is left of this purchase order.",
} as const;
