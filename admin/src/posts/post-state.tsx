import { useTranslation } from "react-i18next";
import type { Post, PublicationState } from "#src/api/operations.ts";
import { StateMark, type Tone } from "#src/shell/state-mark.tsx";

const tones: Readonly<Record<Post["state"] | PublicationState, Tone>> = {
  draft: "idle",
  in_review: "busy",
  approved: "busy",
  scheduled: "busy",
  publishing: "busy",
  published: "calm",
  partial: "warn",
  attention: "warn",
  unknown: "warn",
  missed: "warn",
  failed: "bad",
  withdrawn: "idle",
};

export function PostState({ state }: { readonly state: Post["state"] | PublicationState }) {
  const { t } = useTranslation();
  return <StateMark tone={tones[state]}>{t(`postStates.${state}`)}</StateMark>;
}

/** While a post is in such a state, it changes by itself. */
export const isMoving = (state: Post["state"]): boolean => state === "publishing" || state === "scheduled";
