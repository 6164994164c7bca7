import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { notifications } from "@mantine/notifications";
import type { Input } from "#src/api/operations.ts";
import { useClient } from "#src/api/session.tsx";
import { useForget } from "#src/api/use-ask.ts";
import { type Draft, inputOf, isBlank, isSame } from "./draft.ts";

type Schedule = Omit<Input<"schedulePost">, "id">;
type Override = NonNullable<Schedule["overrideLandingPage"]>;
export type Sending =
  | { readonly kind: "draft" }
  | { readonly kind: "now"; readonly overrideLandingPage?: Override }
  | { readonly kind: "later"; readonly schedule: Schedule };

/** A draft on its way: what is kept, what is not yet, and how it goes out. */
export function useComposer(start: Draft, postId: string | undefined) {
  const { t } = useTranslation();
  const client = useClient();
  const forget = useForget();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(start);
  const kept = useRef({ draft: start, postId });
  const hasChanges = () =>
    !isSame(draft, kept.current.draft) && !(kept.current.postId === undefined && isBlank(draft));
  const save = async (): Promise<string> => {
    const id = kept.current.postId;
    const input = inputOf(draft);
    // Before the post: it goes out with what its pictures say by then.
    for (const { id: picture, alt } of newlyDescribed(draft, kept.current.draft))
      await client.ask("changeMedia", { id: picture, alt });
    const post =
      id === undefined
        ? await client.ask("createPost", input)
        : await client.ask("changePost", { id, ...input });
    kept.current = { draft, postId: post.id };
    return post.id;
  };
  const send = useMutation({
    mutationFn: async (sending: Sending) => {
      const id = await save();
      if (sending.kind === "later") await client.ask("schedulePost", { id, ...sending.schedule });
      if (sending.kind === "now") {
        const { overrideLandingPage } = sending;
        await client.ask("publishPost", { id, ...(overrideLandingPage && { overrideLandingPage }) });
      }
      return { id, sending };
    },
    onSuccess: async ({ id, sending }) => {
      await forget(["listPosts", "getPost", "listAttention"]);
      if (sending.kind === "draft") {
        notifications.show({ message: t("composer.saved") });
        await navigate({ to: "/posts/$postId/edit", params: { postId: id }, replace: true });
      } else await navigate({ to: "/posts/$postId", params: { postId: id } });
    },
  });
  return { draft, setDraft, hasChanges, send };
}

/** The same once more, in spite of what its landing page lacks. */
export function overridden(sending: Sending | undefined, reason: string): Sending {
  const overrideLandingPage = { reason };
  if (sending?.kind === "later")
    return { ...sending, schedule: { ...sending.schedule, overrideLandingPage } };
  return { kind: "now", overrideLandingPage };
}

/** Pictures whose description was written since it was kept; an upload comes without one. */
function newlyDescribed(draft: Draft, kept: Draft): Draft["pictures"] {
  const known = new Map(kept.pictures.map(({ id, alt }) => [id, alt]));
  return draft.pictures.filter(({ id, alt }) => alt !== (known.get(id) ?? ""));
}
