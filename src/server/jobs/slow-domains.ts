// Mailboxes that take a mail and never answer hold nobody else's up: once a domain has let us wait for nothing, its other
// mails are put off for a while, ever longer, and one of them tries whether it answers again. A single mailbox of a domain
// that answers others is its own affair.
const FIRST_MS = 30_000;
const LONGEST_MS = 15 * 60_000;

/** Longer than any mail takes that is let wait for nothing. */
const LATELY_MS = 90_000;

type Slow = { until: number; pause: number; trying: boolean };

export function slowDomains(now: () => number) {
  const slow = new Map<string, Slow>();
  const answers = new Map<string, number>();
  const answeredLately = (domain: string) => now() - (answers.get(domain) ?? -Infinity) < LATELY_MS;
  return {
    /** Whether a mail to it is to wait; who may go is the one that tries, and says how it went. */
    isPutOff(domain: string): boolean {
      const known = slow.get(domain);
      if (!known) return false;
      if (known.trying || now() < known.until) return true;
      known.trying = true;
      return false;
    },
    /** `answered`: yes, no, or with trouble that says nothing about whether it answers. */
    ended(domain: string, answered: boolean | null): void {
      const known = slow.get(domain);
      if (answered === true) {
        answers.set(domain, now());
        slow.delete(domain);
      } else if (answered === false && !answeredLately(domain)) {
        const pause = known ? Math.min(LONGEST_MS, known.pause * 2) : FIRST_MS;
        slow.set(domain, { until: now() + pause, pause, trying: false });
      } else if (known) known.trying = false;
    },
  };
}

export type SlowDomains = ReturnType<typeof slowDomains>;
