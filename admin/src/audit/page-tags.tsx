import { Button, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "#src/api/use-ask.ts";
import { Asked } from "#src/shell/asked.tsx";
import { CopyField } from "#src/shell/copy-field.tsx";
import { Section } from "#src/shell/page.tsx";
import type { OwnPage } from "./own-page.ts";

/** Where the tags stand on the page of an audit. */
export const tagsPart = "tags";

/** All the tags that the page's head should hold, to be pasted at once. The page is read for it when one asks. */
export function PageTags({ page }: { readonly page: OwnPage }) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const tags = useAsk("getPageTags", { siteId: page.siteId, url: page.url }, { enabled: isAsked });
  return (
    <Section title={t("audit.tags.title")} lead={t("audit.tags.lead")}>
      {isAsked ? (
        <Asked query={tags} rows={4}>
          {(data) => (
            <>
              <CopyField value={data.tags} label={t("audit.tags.title")} />
              {data.imageUrl === null && (
                <Text size="sm" c="dimmed" mt="xs">
                  {t("audit.tags.noImage")}
                </Text>
              )}
            </>
          )}
        </Asked>
      ) : (
        <Button variant="default" onClick={() => setAsked(true)}>
          {t("audit.tags.write")}
        </Button>
      )}
    </Section>
  );
}
