import { useState } from "react";

/** The moment at which the page was opened: it stays the same while one reads. */
export function useNow(): Date {
  const [now] = useState(() => new Date());
  return now;
}
