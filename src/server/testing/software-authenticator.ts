// For tests of passkeys: a device that makes one and signs with it, in software.
import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";

type Asked = { challenge: string; origin?: string; rpId?: string; verified?: boolean };

const sha256 = (what: string | Buffer) => createHash("sha256").update(what).digest();
const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const HAS_CREDENTIAL = 0x40;

/** `origin` and `rpId` are where the browser says it is. */
export function softwareAuthenticator(home = { origin: "http://localhost:3000", rpId: "localhost" }) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const id = randomBytes(16);
  let counter = 0;

  const clientData = (type: string, { challenge, origin = home.origin }: Asked) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

  function authData({ rpId = home.rpId, verified = true }: Asked, more: Buffer) {
    const flags = USER_PRESENT | (verified ? USER_VERIFIED : 0) | (more.length > 0 ? HAS_CREDENTIAL : 0);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count, more]);
  }

  function make(asked: Asked): RegistrationResponseJSON {
    const data = authData(asked, credential());
    // {"fmt": "none", "attStmt": {}, "authData": …} in CBOR
    const attestation = Buffer.concat([
      Buffer.from([0xa3]),
      text("fmt"),
      text("none"),
      text("attStmt"),
      Buffer.from([0xa0]),
      text("authData"),
      bytes(data),
    ]);
    return {
      id: id.toString("base64url"),
      rawId: id.toString("base64url"),
      type: "public-key",
      clientExtensionResults: {},
      response: {
        clientDataJSON: clientData("webauthn.create", asked).toString("base64url"),
        attestationObject: attestation.toString("base64url"),
        transports: ["internal"],
      },
    };
  }

  function use(asked: Asked): AuthenticationResponseJSON {
    counter++;
    const [data, client] = [authData(asked, Buffer.alloc(0)), clientData("webauthn.get", asked)];
    const signature = sign("sha256", Buffer.concat([data, sha256(client)]), privateKey);
    return {
      id: id.toString("base64url"),
      rawId: id.toString("base64url"),
      type: "public-key",
      clientExtensionResults: {},
      response: {
        clientDataJSON: client.toString("base64url"),
        authenticatorData: data.toString("base64url"),
        signature: signature.toString("base64url"),
      },
    };
  }

  /** No make, its id, and its public key as COSE: {1: 2, 3: -7, -1: 1, -2: x, -3: y}. */
  function credential(): Buffer {
    const { x = "", y = "" } = publicKey.export({ format: "jwk" });
    const length = Buffer.alloc(2);
    length.writeUInt16BE(id.length);
    const key = Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
      bytes(Buffer.from(x, "base64url")),
      Buffer.from([0x22]),
      bytes(Buffer.from(y, "base64url")),
    ]);
    return Buffer.concat([Buffer.alloc(16), length, id, key]);
  }

  return { id: id.toString("base64url"), make, use, forgetCount: () => void (counter = 0) };
}

const text = (words: string): Buffer =>
  Buffer.concat([Buffer.from([0x60 + words.length]), Buffer.from(words)]);

function bytes(what: Buffer): Buffer {
  const head = what.length < 256 ? [0x58, what.length] : [0x59, what.length >> 8, what.length & 0xff];
  return Buffer.concat([Buffer.from(head), what]);
}
