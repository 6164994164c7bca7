import classes from "./shell.module.css";

const colors = {
  calm: "light-dark(#2f7d5b, #5cc199)",
  busy: "light-dark(#2f6fb0, #6fb1ef)",
  warn: "light-dark(#b7791f, #f0b64b)",
  bad: "light-dark(#c0392b, #f08074)",
  idle: "light-dark(#978c81, #8f867d)",
} as const;

export type Tone = keyof typeof colors;

/** A state: a word with a dot. The word tells, the dot only helps to scan. */
export function StateMark({ tone, children }: { readonly tone: Tone; readonly children: string }) {
  return (
    <span className={classes.mark}>
      <span className={classes.dot} style={{ background: colors[tone] }} aria-hidden />
      {children}
    </span>
  );
}
