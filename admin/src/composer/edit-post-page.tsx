import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAsk } from "#src/api/use-ask.ts";
import { Asked } from "#src/shell/asked.tsx";
import { Page } from "#src/shell/page.tsx";
import { ComposerForm } from "./composer-form.tsx";
import { draftOf } from "./draft.ts";

export function EditPostPage() {
  const { t } = useTranslation();
  const { postId } = useParams({ from: "/house/posts/$postId/edit" });
  const post = useAsk("getPost", { id: postId });
  return (
    <Page title={t("composer.editTitle")} lead={t("composer.lead")} wide>
      <Asked query={post}>
        {(data) => <ComposerForm key={data.id} start={draftOf(data)} postId={data.id} day={undefined} />}
      </Asked>
    </Page>
  );
}
