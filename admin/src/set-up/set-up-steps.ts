/** What there is in the workspace, as far as the first turn of the loop needs it. */
export interface HouseState {
  readonly sites: readonly {
    readonly id: string;
    readonly provedAt: string | null;
    readonly firstVisitAt: string | null;
  }[];
  readonly channels: number;
  readonly posts: readonly { readonly state: string }[];
  readonly clicks: number;
}

export const stepIds = ["site", "line", "proof", "channel", "post", "loop"] as const;
export type StepId = (typeof stepIds)[number];

export interface SetUpStep {
  readonly id: StepId;
  readonly isDone: boolean;
}

const published = new Set(["published", "partial"]);

/** The steps to the first turn of the loop, computed from what is really there. Pure. */
export function setUpSteps({ sites, channels, posts, clicks }: HouseState): SetUpStep[] {
  const done: Readonly<Record<StepId, boolean>> = {
    site: sites.length > 0,
    line: sites.some(({ firstVisitAt }) => firstVisitAt !== null),
    proof: sites.some(({ provedAt }) => provedAt !== null),
    channel: channels > 0,
    post: posts.some(({ state }) => published.has(state)),
    loop: clicks > 0,
  };
  return stepIds.map((id) => ({ id, isDone: done[id] }));
}

export const nextStep = (steps: readonly SetUpStep[]): SetUpStep | undefined =>
  steps.find(({ isDone }) => !isDone);
