// Billing terms: how many days after its issue an invoice is due. None is due at once.
export const USUAL_TERMS = [0, 15, 30, 60] as const;

export const termsOf = (days: number): string => (days === 0 ? "Immediate" : `Net ${days}`);
