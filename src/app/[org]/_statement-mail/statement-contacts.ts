// Which of a customer's contacts statements go to.
type Contact = { name: string; email: string | null; getsStatements: boolean };

export const statementContacts = (contacts: readonly Contact[]): { name: string; email: string }[] =>
  contacts.flatMap(({ name, email, getsStatements }) => (getsStatements && email ? [{ name, email }] : []));
