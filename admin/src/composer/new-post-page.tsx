import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useNetworks } from "#src/channels/use-networks.ts";
import { Asked } from "#src/shell/asked.tsx";
import { Page } from "#src/shell/page.tsx";
import { ComposerForm } from "./composer-form.tsx";
import { emptyDraft } from "./draft.ts";

export function NewPostPage() {
  const { t, i18n } = useTranslation();
  const { on, page } = useSearch({ from: "/house/posts/new" });
  const { channels } = useNetworks();
  return (
    <Page title={t("composer.newTitle")} lead={t("composer.lead")} wide>
      <Asked query={channels}>
        {({ items }) => (
          <ComposerForm
            start={emptyDraft(i18n.language, {
              linkUrl: page ?? "",
              channelIds: items.filter(({ state }) => state === "connected").map(({ id }) => id),
            })}
            postId={undefined}
            day={on}
          />
        )}
      </Asked>
    </Page>
  );
}
