// What a payment says so that whoever books it knows whose it is: a creditor reference by ISO 11649 (RF, two check digits, and what it
// refers to), and the account that it is sent to. Both are checked by ISO 7064's mod 97.

/** What may stand behind the check digits. */
const LONGEST = 21;

/** The remainder by 97 of what is written in digits and letters, A being 10 and Z 35. */
function mod97(text: string): number {
  let rest = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}

/** "RF18539007547034": its four first signs are looked at last. */
const isSound = (code: string): boolean => mod97(code.slice(4) + code.slice(0, 4)) === 1;

/** The letters and digits of a customer's number, as a reference can hold them: "C-0042" is "C0042". */
export const referenced = (number: string): string => number.toUpperCase().replace(/[^A-Z0-9]/g, "");

/** null where a number holds no letter or digit of ASCII, more of other alphabets' that would be lost, or too many. */
export function paymentReference(customerNumber: string): string | null {
  const body = referenced(customerNumber);
  const isLost = /[\p{L}\p{N}]/u.test(customerNumber.replace(/[A-Za-z0-9]/g, ""));
  if (body === "" || body.length > LONGEST || isLost) return null;
  const digits = String(98 - mod97(`${body}RF00`)).padStart(2, "0");
  return `RF${digits}${body}`;
}

/** What a reference stands for, however it is spaced: "RF28 C004 2" is "C0042"; null for what is no reference. */
export function referredTo(typed: string): string | null {
  const code = typed.toUpperCase().replace(/\s/g, "");
  return /^RF\d\d[A-Z0-9]{1,21}$/.test(code) && isSound(code) ? code.slice(4) : null;
}

/** As it is typed, without blanks. */
export const ibanOf = (typed: string): string => typed.toUpperCase().replace(/\s/g, "");

/** An International Bank Account Number whose check digits are right. */
export const isIban = (code: string): boolean => /^[A-Z]{2}\d\d[A-Z0-9]{11,30}$/.test(code) && isSound(code);

/** In fours, as people read it. */
export const inFours = (code: string): string => code.replace(/(.{4})(?=.)/g, "$1 ");
