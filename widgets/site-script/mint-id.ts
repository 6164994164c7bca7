/** 8 letters of time and 12 of chance, small: sorts by time, and nothing in it is lost where addresses are lowercased. */
export function mintId(): string {
  let text = Date.now().toString(36);
  for (const byte of crypto.getRandomValues(new Uint8Array(12))) text += (byte % 36).toString(36);
  return text;
}
