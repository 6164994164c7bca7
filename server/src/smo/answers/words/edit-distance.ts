/**
 * How many typing errors lead from one word to the other: a letter too many, missing, another, or two neighbours
 * swapped (optimal string alignment). Stops at `most` and answers `most + 1` for whatever is further.
 */
export function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let [before, last] = [new Array<number>(), Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= other.length; column += 1)
      now.push(cheapest({ one, other, row, column, now, last, before }));
    if (Math.min(...now) > most) return most + 1;
    [before, last] = [last, now];
  }
  return Math.min(last.at(-1) ?? 0, most + 1);
}

interface Cell {
  readonly one: string;
  readonly other: string;
  readonly row: number;
  readonly column: number;
  readonly now: readonly number[];
  readonly last: readonly number[];
  readonly before: readonly number[];
}

function cheapest({ one, other, row, column, now, last, before }: Cell): number {
  const [mine, theirs] = [one.charAt(row - 1), other.charAt(column - 1)];
  const replaced = (last[column - 1] ?? 0) + (mine === theirs ? 0 : 1);
  const dropped = (last[column] ?? 0) + 1;
  const added = (now[column - 1] ?? 0) + 1;
  const isSwap = row > 1 && column > 1 && mine === other.charAt(column - 2) && one.charAt(row - 2) === theirs;
  const swapped = isSwap ? (before[column - 2] ?? 0) + 1 : Infinity;
  return Math.min(replaced, dropped, added, swapped);
}
