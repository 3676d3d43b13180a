// What was typed into a field of a form, as text.
export function textOf(form: FormData, name: string): string {
  const typed = form.get(name);
  return typeof typed === "string" ? typed : "";
}
