/**
 * A proof of work, as ALTCHA's second version asks for it: the first counter whose derived key begins as told. Loaded
 * only when the server is in doubt and asks for one. The browser's own cryptography does the work outside the
 * page's thread.
 */
export interface Challenge {
  readonly parameters: {
    readonly algorithm: string;
    readonly nonce: string;
    readonly salt: string;
    readonly cost: number;
    readonly keyLength?: number;
    readonly keyPrefix: string;
  };
  readonly signature?: string;
}

/** Base64 of the challenge with its solution: what the server checks. */
export async function solve(challenge: Challenge): Promise<string> {
  const { parameters } = challenge;
  const nonce = bytesOf(parameters.nonce);
  const salt = bytesOf(parameters.salt);
  const began = performance.now();
  const password = new Uint8Array(nonce.length + 4);
  password.set(nonce);
  for (let counter = 0; ; counter++) {
    new DataView(password.buffer).setUint32(nonce.length, counter);
    const derivedKey = hexOf(await derive(parameters, salt, password));
    if (!derivedKey.startsWith(parameters.keyPrefix.toLowerCase())) continue;
    const solution = { counter, derivedKey, time: Math.round(performance.now() - began) };
    return btoa(JSON.stringify({ challenge, solution }));
  }
}

async function derive(
  { algorithm, cost, keyLength = 32 }: Challenge["parameters"],
  salt: Uint8Array<ArrayBuffer>,
  password: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array> {
  const hash = algorithm.replace("PBKDF2/", "");
  if (hash !== algorithm) {
    const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
    const way = { name: "PBKDF2", salt, iterations: cost, hash };
    return new Uint8Array(await crypto.subtle.deriveBits(way, key, keyLength * 8));
  }
  let bytes = new Uint8Array([...salt, ...password]);
  for (let round = 0; round < Math.max(1, cost); round++)
    bytes = new Uint8Array(await crypto.subtle.digest(hash, bytes));
  return bytes.slice(0, keyLength);
}

const bytesOf = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

const hexOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
