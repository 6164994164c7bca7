/** What was edited, with all that it was before. */
export interface EditSteps<Value> {
  readonly past: readonly Value[];
  readonly present: Value;
  readonly future: readonly Value[];
  /** The field that the last step changed: typing on in it is the same step. */
  readonly field: string | undefined;
}

const mostSteps = 100;

export const startSteps = <Value>(present: Value): EditSteps<Value> => ({
  past: [],
  present,
  future: [],
  field: undefined,
});

export function edit<Value extends object>(
  steps: EditSteps<Value>,
  change: Partial<Value>,
): EditSteps<Value> {
  const field = Object.keys(change).join(" ");
  const past = field === steps.field ? steps.past : [...steps.past, steps.present].slice(-mostSteps);
  return { past, present: { ...steps.present, ...change }, future: [], field };
}

export function undo<Value>(steps: EditSteps<Value>): EditSteps<Value> {
  const before = steps.past.at(-1);
  if (before === undefined) return steps;
  const future = [steps.present, ...steps.future];
  return { past: steps.past.slice(0, -1), present: before, future, field: undefined };
}

export function redo<Value>(steps: EditSteps<Value>): EditSteps<Value> {
  const [after, ...future] = steps.future;
  if (after === undefined) return steps;
  return { past: [...steps.past, steps.present], present: after, future, field: undefined };
}
