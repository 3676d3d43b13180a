// What is wrong with an address, said before anything is sent. The server asks again, and its answer counts.
const ONE_ADDRESS = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]+$/;

export const addressFault = (text: string): string | undefined =>
  ONE_ADDRESS.test(text.trim()) ? undefined : "Enter one e-mail address, like name@company.com.";
