/**
 * A record's key is a TID (https://atproto.com/specs/tid): microseconds since 1970 and ten random bits, in base32
 * that sorts. Chosen by us before sending, it makes the post's address known and a second sending harmless.
 */
const alphabet = "234567abcdefghijklmnopqrstuvwxyz";
const length = 13;

export function newRecordKey(now: Date): string {
  const [random = 0, clockId = 0] = crypto.getRandomValues(new Uint16Array(2));
  const micros = BigInt(now.getTime()) * 1000n + BigInt(random % 1000);
  let rest = (micros << 10n) | BigInt(clockId % 1024);
  let key = "";
  for (let index = 0; index < length; index += 1) {
    key = (alphabet[Number(rest & 31n)] ?? "") + key;
    rest >>= 5n;
  }
  return key;
}

/** When a key was made. The record's own time is taken from it, so that every sending is the same to the byte. */
export function timeOfRecordKey(key: string): Date {
  let value = 0n;
  for (const char of key) value = (value << 5n) | BigInt(Math.max(0, alphabet.indexOf(char)));
  return new Date(Number((value >> 10n) / 1000n));
}
