import { Anchor, Button, Text } from "@mantine/core";
import { IconPhotoPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { AuditFinding } from "#src/api/operations.ts";
import { useSession } from "#src/api/session.tsx";
import { useAct } from "#src/api/use-ask.ts";
import { CopyField } from "#src/shell/copy-field.tsx";
import { ProblemNote } from "#src/shell/problem-note.tsx";
import type { OwnPage } from "./own-page.ts";
import { tagsPart } from "./page-tags.tsx";
import classes from "./audit.module.css";

interface RepairActionProps {
  readonly repair: AuditFinding["repair"];
  readonly page: OwnPage;
}

/** What Samovar itself can mend of a finding. */
export function RepairAction({ repair, page }: RepairActionProps) {
  const { t } = useTranslation();
  const { can } = useSession();
  if (repair === "tags")
    return (
      <Anchor href={`#${tagsPart}`} size="sm">
        {t("audit.tags.toThem")}
      </Anchor>
    );
  return repair === "card-image" && can("sites.manage") ? <MakeCardImage page={page} /> : null;
}

function MakeCardImage({ page }: { readonly page: OwnPage }) {
  const { t } = useTranslation();
  const make = useAct("makePageCard", { stales: ["listCards", "getPageTags"] });
  const card = make.data;
  return (
    <div className={classes.made}>
      {card ? (
        <div role="status">
          <img src={card.url} alt={t("cards.preview.alt", { title: card.title })} width={1200} height={630} />
          <Text size="sm" my={6}>
            {t("audit.card.next")}
          </Text>
          <CopyField value={`<meta property="og:image" content="${card.url}">`} label={t("audit.card.tag")} />
          {card.notes.map((note) => (
            <Text key={note} size="sm" c="dimmed" mt={4}>
              {t(`cards.notes.${note}`)}
            </Text>
          ))}
        </div>
      ) : (
        <Button
          size="compact-sm"
          variant="default"
          w="fit-content"
          leftSection={<IconPhotoPlus size={16} aria-hidden />}
          loading={make.isPending}
          onClick={() => make.mutate({ siteId: page.siteId, pageUrl: page.url })}
        >
          {t("audit.card.make")}
        </Button>
      )}
      <ProblemNote failure={make.error} />
    </div>
  );
}
