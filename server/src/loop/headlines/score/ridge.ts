import type { SparseRow } from "./title-features.ts";

interface RidgeOptions {
  readonly width: number;
  /** Weight of the penalty on large weights. */
  readonly penalty: number;
  readonly steps?: number;
}

/**
 * Weights w with the least Σ (row·w − target)² + penalty·|w|², by conjugate gradients on the normal equations: no
 * matrix of width × width is ever made.
 */
export function fitRidge(
  rows: readonly SparseRow[],
  targets: ArrayLike<number>,
  { width, penalty, steps = 60 }: RidgeOptions,
): Float64Array {
  const weights = new Float64Array(width);
  const residual = timesTransposed(rows, targets, width);
  let direction = residual.slice();
  let size = dot(residual, residual);
  const enough = size * 1e-8;
  for (let step = 0; step < steps && size > enough; step++) {
    const image = timesTransposed(rows, times(rows, direction), width);
    addScaled(image, direction, penalty);
    const pace = size / dot(direction, image);
    addScaled(weights, direction, pace);
    addScaled(residual, image, -pace);
    const before = size;
    size = dot(residual, residual);
    const turned = residual.slice();
    addScaled(turned, direction, size / before);
    direction = turned;
  }
  return weights;
}

/** `row · weights`. */
export function rowTimes({ indices, values }: SparseRow, weights: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < indices.length; at++) sum += (values[at] ?? 0) * (weights[indices[at] ?? 0] ?? 0);
  return sum;
}

function times(rows: readonly SparseRow[], weights: Float64Array): Float64Array {
  return Float64Array.from(rows, (row) => rowTimes(row, weights));
}

function timesTransposed(rows: readonly SparseRow[], by: ArrayLike<number>, width: number): Float64Array {
  const sums = new Float64Array(width);
  for (const [at, { indices, values }] of rows.entries()) {
    const scale = by[at] ?? 0;
    for (let one = 0; one < indices.length; one++)
      sums[indices[one] ?? 0] = (sums[indices[one] ?? 0] ?? 0) + scale * (values[one] ?? 0);
  }
  return sums;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

function addScaled(to: Float64Array, what: Float64Array, scale: number): void {
  for (let at = 0; at < to.length; at++) to[at] = (to[at] ?? 0) + scale * (what[at] ?? 0);
}
