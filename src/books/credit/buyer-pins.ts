// A buyer's PIN, kept as argon2id: four digits are few, so that tries are counted at the door as well.
import { hash, verify } from "@node-rs/argon2";

const ARGON2ID = 2;
const COST = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPin = (pin: string): Promise<string> => hash(pin, COST);

export const pinIsRight = (pinHash: string, pin: string): Promise<boolean> =>
  verify(pinHash, pin.slice(0, 20));
