import { Button, Group, Modal, NumberInput, Radio, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Role } from "#src/api/operations.ts";
import { useAct } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { CopyField } from "#src/shell/copy-field.tsx";
import { ProblemNote } from "#src/shell/problem-note.tsx";
import { roles } from "./roles.ts";

const usualDays = 7;

/** Makes a link for one person; it is shown this once. */
export function InviteDialog({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const create = useAct("createInvitation", { stales: ["listInvitations"] });
  const close = () => {
    create.reset();
    onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t("people.inviteTitle")}
      size="lg"
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      {create.data ? (
        <MadeLink link={create.data.link} expiresAt={create.data.expiresAt} onClose={close} />
      ) : (
        <InviteForm create={create} onClose={close} />
      )}
    </Modal>
  );
}

function MadeLink({
  link,
  expiresAt,
  onClose,
}: {
  readonly link: string;
  readonly expiresAt: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Stack>
      <Text>{t("people.linkReady", { until: format.dateTime(expiresAt) })}</Text>
      <CopyField value={link} label={t("people.inviteLink")} />
      <Group justify="flex-end">
        <Button onClick={onClose}>{t("action.done")}</Button>
      </Group>
    </Stack>
  );
}

function InviteForm({
  create,
  onClose,
}: {
  readonly create: ReturnType<typeof useAct<"createInvitation">>;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [role, setRole] = useState<Role>("author");
  const [note, setNote] = useState("");
  const [days, setDays] = useState(usualDays);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate({ role, note, days });
      }}
    >
      <Stack>
        <Radio.Group
          label={t("people.inviteRole")}
          value={role}
          onChange={(value) => {
            const chosen = roles.find((each) => each === value);
            if (chosen) setRole(chosen);
          }}
        >
          <Stack gap="xs" mt="xs">
            {roles.map((each) => (
              <Radio
                key={each}
                value={each}
                label={t(`roles.${each}.name`)}
                description={t(`roles.${each}.does`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <TextInput
          label={t("people.inviteNote")}
          description={t("people.inviteNoteHint")}
          value={note}
          maxLength={200}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <NumberInput
          label={t("people.inviteDays")}
          value={days}
          min={1}
          max={90}
          allowDecimal={false}
          onChange={(value) => setDays(Number(value) || usualDays)}
        />
        <ProblemNote failure={create.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button type="submit" loading={create.isPending}>
            {t("people.makeLink")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
