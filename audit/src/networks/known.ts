import type { Grade, Known } from "./network.ts";

/** A figure with its ground. */
export const known = <Value>(value: Value, grade: Grade, source: string): Known<Value> => ({
  value,
  grade,
  source,
});

/** A figure that nobody has published: what we take instead, so that no rule may make an error of it. */
export const assumed = <Value>(
  value: Value,
  because = "Not published; taken as most readers do",
): Known<Value> => known(value, "C", because);

export const kibibyte = 1024;
export const mebibyte = 1024 * kibibyte;

/** What every network shows; WebP and GIF are added where they are known to show. */
export const jpegAndPng = ["image/jpeg", "image/png"] as const;
export const webImages = [...jpegAndPng, "image/gif", "image/webp"] as const;
