// What autopay and its charges may say.
import { changed, copied, type Guard } from "./guard.ts";

export const AUTOPAY: readonly Guard[] = [
  changed("autopays", "autopays_state", "state = 'lost'"),
  changed("autopays", "autopays_day", "on_day = 29"),
  changed("autopays", "autopays_most", "most = 0"),
  changed("autopays", "autopays_active", "stripe_method = null"),
  changed("autopays", "autopays_stopped", "state = 'stopped'"),
  changed("autopays", "autopays_stopped_by", "stopped_by = 'x'"),
  copied("autopays_one_active", "autopays", { id: "gen_random_uuid()", session_id: "null" }),
  copied("autopays_session", "autopays", { id: "gen_random_uuid()", state: "'asked'" }),
  changed("autopay_charges", "autopay_charges_state", "state = 'lost'"),
  changed("autopay_charges", "autopay_charges_amount", "amount = 0"),
  changed("autopay_charges", "autopay_charges_tries", "tries = -1"),
  changed("autopay_charges", "autopay_charges_charging", "state = 'charging', online_payment_id = null"),
  changed("autopay_charges", "autopay_charges_told", "state = 'failed', told_at = null"),
  copied("autopay_charges_once", "autopay_charges", { id: "gen_random_uuid()" }),
];
