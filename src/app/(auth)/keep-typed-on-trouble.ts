// A form at the front door over trouble that passes: it comes back as it was typed, with words for it.
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
