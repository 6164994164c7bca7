import { Button, Checkbox, Group, Modal, Radio, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Ban, QueuedComment } from "./queue-view.ts";

interface BanDialogProps {
  readonly comments: readonly QueuedComment[];
  readonly onClose: () => void;
  readonly onBan: (ban: Ban) => void;
}

/** By what to know him again, and whether he is to notice. */
export function BanDialog({ comments, onClose, onBan }: BanDialogProps) {
  const { t } = useTranslation();
  const [effect, setEffect] = useState<Ban["effect"]>("ban");
  const [author, setAuthor] = useState(true);
  const [email, setEmail] = useState(true);
  const [address, setAddress] = useState(false);
  const names = [...new Set(comments.map((comment) => comment.author.name))].join(", ");
  return (
    <Modal
      opened={comments.length > 0}
      onClose={onClose}
      title={t("comments.ban.title", { names })}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onBan({ effect, author, email, address });
          onClose();
        }}
      >
        <Stack>
          <Radio.Group
            label={t("comments.ban.effect")}
            value={effect}
            onChange={(value) => setEffect(value === "shadow" ? "shadow" : "ban")}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="ban" label={t("comments.ban.ban")} description={t("comments.ban.banLead")} />
              <Radio
                value="shadow"
                label={t("comments.ban.shadow")}
                description={t("comments.ban.shadowLead")}
              />
            </Stack>
          </Radio.Group>
          <Checkbox
            checked={author}
            onChange={(event) => setAuthor(event.currentTarget.checked)}
            label={t("comments.ban.author")}
          />
          <Checkbox
            checked={email}
            onChange={(event) => setEmail(event.currentTarget.checked)}
            label={t("comments.ban.email")}
          />
          <Checkbox
            checked={address}
            onChange={(event) => setAddress(event.currentTarget.checked)}
            label={t("comments.ban.address")}
            description={t("comments.ban.addressLead")}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("action.cancel")}
            </Button>
            <Button type="submit" color="red" disabled={!author && !email && !address}>
              {t("comments.ban.do")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
