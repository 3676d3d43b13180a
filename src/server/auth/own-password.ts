// Asked again before something is changed by which one signs in: whoever finds a browser signed in doesn't know it.
import { personById } from "@/db/directory/people.ts";
import { Refusal } from "@/domain/refusal.ts";
import { limitPassword } from "./limits.ts";
import { passwordIsRight } from "./passwords.ts";

/** Who comes in by mailed links alone has none to know. Throws "password-wrong", "too-many". */
export async function mustKnowPassword(userId: string, password: string): Promise<void> {
  await limitPassword(userId);
  const person = await personById(userId);
  if (person?.passwordHash === null) return;
  if (!(await passwordIsRight(person?.passwordHash, password)))
    throw new Refusal("password-wrong", { field: "currentPassword" });
}
