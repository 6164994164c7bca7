import { Button, Group, Text, Title } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useAct, useList } from "#src/api/use-ask.ts";
import { Asked } from "#src/shell/asked.tsx";
import { MoreButton } from "#src/shell/more-button.tsx";
import { useTellProblem } from "#src/shell/problem-note.tsx";
import { ReplyList } from "./reply-list.tsx";

interface PublicationConversationProps {
  readonly publicationId: string;
  readonly canAnswer: boolean;
}

const watchMs = 20_000;

/** What is said under one publication, with a place to answer. */
export function PublicationConversation({ publicationId, canAnswer }: PublicationConversationProps) {
  const { t } = useTranslation();
  const tell = useTellProblem();
  const replies = useList("listReplies", { publicationId }, { everyMs: watchMs });
  const read = useAct("readReplies", { stales: ["listReplies"] });
  return (
    <div>
      <Group justify="space-between" mb="xs">
        <Title order={3}>{t("conversations.under")}</Title>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconRefresh size={15} aria-hidden />}
          loading={read.isPending}
          onClick={() => read.mutate({ id: publicationId }, { onError: tell })}
        >
          {t("conversations.read")}
        </Button>
      </Group>
      <Asked query={{ ...replies, data: replies.rows }} rows={2}>
        {(rows) =>
          rows.length === 0 ? (
            <Text c="dimmed">{t("conversations.silent")}</Text>
          ) : (
            <ReplyList replies={rows} canAnswer={canAnswer} />
          )
        }
      </Asked>
      <MoreButton pages={replies} />
    </div>
  );
}
