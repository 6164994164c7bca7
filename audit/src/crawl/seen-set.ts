import { hash } from "node:crypto";

const initialSlots = 1 << 12;

/**
 * The addresses that were met, as 64 bits of their SHA-256 in an open hash table: 16 to 32 bytes each, however long
 * they are. (Of a million addresses, two are taken for one with a chance of 1 to 37 million; a site cannot choose
 * addresses that collide.)
 */
export class SeenSet {
  #slots = new Uint32Array(initialSlots * 2);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** True when it was not there before. */
  add(address: string): boolean {
    const { high, low } = digest(address);
    if (!put(this.#slots, high, low)) return false;
    this.#size += 1;
    if (this.#size * 4 > this.#slots.length) this.#grow();
    return true;
  }

  has(address: string): boolean {
    const { high, low } = digest(address);
    return this.#slots[find(this.#slots, high, low) * 2] !== 0;
  }

  #grow(): void {
    const larger = new Uint32Array(this.#slots.length * 2);
    for (let at = 0; at < this.#slots.length; at += 2) {
      const high = this.#slots[at] ?? 0;
      if (high !== 0) put(larger, high, this.#slots[at + 1] ?? 0);
    }
    this.#slots = larger;
  }
}

function digest(address: string): { high: number; low: number } {
  const bytes = hash("sha256", address, "buffer");
  // Zero marks a free slot.
  return { high: bytes.readUInt32LE(0) || 1, low: bytes.readUInt32LE(4) };
}

/** False when it is there already. */
function put(slots: Uint32Array, high: number, low: number): boolean {
  const slot = find(slots, high, low);
  if (slots[slot * 2] !== 0) return false;
  slots[slot * 2] = high;
  slots[slot * 2 + 1] = low;
  return true;
}

/** The slot where it stands, or would. There is always a free one: the table is at most half full. */
function find(slots: Uint32Array, high: number, low: number): number {
  const mask = slots.length / 2 - 1;
  for (let slot = low & mask; ; slot = (slot + 1) & mask) {
    const there = slots[slot * 2];
    if (there === 0 || (there === high && slots[slot * 2 + 1] === low)) return slot;
  }
}
