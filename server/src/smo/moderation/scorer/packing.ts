import { buckets, type Features } from "./features.ts";

const bytesAPlace = 4;

/** Features as bytes: a place in 16 bits, a value in half precision; what a lesson is kept as, without its text. */
export function packFeatures({ places, values }: Features): Buffer {
  const bytes = Buffer.alloc(places.length * bytesAPlace);
  new Uint16Array(bytes.buffer, bytes.byteOffset, places.length).set(places);
  new Float16Array(bytes.buffer, bytes.byteOffset + places.length * 2, places.length).set(values);
  return bytes;
}

export function unpackFeatures(bytes: Uint8Array): Features {
  const count = Math.floor(bytes.byteLength / bytesAPlace);
  const own = aligned(bytes);
  return {
    places: new Uint16Array(own, 0, count),
    values: Float32Array.from(new Float16Array(own, count * 2, count)),
  };
}

export const packWeights = (weights: Float32Array): Buffer =>
  Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength);

/** Throws when the bytes are of another size: weights of another make would be read as noise. */
export function unpackWeights(bytes: Uint8Array): Float32Array {
  if (bytes.byteLength !== buckets * Float32Array.BYTES_PER_ELEMENT)
    throw new Error(`A scorer's weights have ${bytes.byteLength} bytes instead of ${buckets * 4}`);
  return new Float32Array(aligned(bytes));
}

/** A driver's buffers may begin anywhere in a larger one; numbers need their own boundary. */
function aligned(bytes: Uint8Array): ArrayBuffer {
  const own = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(own).set(bytes);
  return own;
}
