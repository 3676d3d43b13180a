// A box in a row's first cell by which it is chosen.

/** Above the link that the whole row is. */
export function Choose({ customerId, name }: { customerId: string; name: string }) {
  return (
    <input
      type="checkbox"
      name="customer"
      value={customerId}
      aria-label={`Choose ${name}`}
      className="relative z-1 mr-3 size-4 shrink-0 translate-y-0.75 before:absolute before:-inset-2.5 touch:before:-inset-4 touch:before:-right-6"
    />
  );
}
