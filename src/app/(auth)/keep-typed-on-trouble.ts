// Wraps a sign-in form's action: when the database is away or the server is full, the form comes back as it was typed,
// with a message.
import { troubleIn } from "@/server/trouble.ts";
import { again, type FormState } from "./form-state.ts";

export async function keepTypedOnTrouble(form: FormData, work: () => Promise<FormState>): Promise<FormState> {
  try {
    return await work();
  } catch (error) {
    const trouble = troubleIn(error);
    if (!trouble) throw error;
    return again(form, { message: trouble.message });
  }
}
