import { Button, Group, Modal, Select, Stack, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "#src/api/session.tsx";
import { useAct } from "#src/api/use-ask.ts";
import { browserZone, timeZones } from "#src/i18n/zones.ts";
import { Page, Section } from "#src/shell/page.tsx";
import { ProblemNote } from "#src/shell/problem-note.tsx";
import { onSaveKeys } from "#src/shell/save-keys.ts";

export function WorkspacePage() {
  const { t } = useTranslation();
  return (
    <Page title={t("workspace.title")} lead={t("workspace.lead")}>
      <WorkspaceForm />
      <FurtherWorkspace />
    </Page>
  );
}

function WorkspaceForm() {
  const { t } = useTranslation();
  const { workspace, can } = useSession();
  const queries = useQueryClient();
  const zones = useMemo(() => timeZones(), []);
  const [name, setName] = useState(workspace.name);
  const [timeZone, setTimeZone] = useState(workspace.timeZone);
  const change = useAct("changeWorkspace", {
    done: () => {
      notifications.show({ message: t("state.saved") });
      void queries.invalidateQueries({ queryKey: ["", "getMe"] });
    },
  });
  const save = () => change.mutate({ name, timeZone });
  const isChanged = name !== workspace.name || timeZone !== workspace.timeZone;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={onSaveKeys(save)}
    >
      <Stack maw={440}>
        <TextInput
          label={t("setUp.workspaceName")}
          value={name}
          required
          disabled={!can("workspace.manage")}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label={t("setUp.timeZone")}
          description={t("setUp.timeZoneHint")}
          data={zones}
          value={timeZone}
          searchable
          allowDeselect={false}
          limit={60}
          disabled={!can("workspace.manage")}
          onChange={(zone) => setTimeZone(zone ?? timeZone)}
        />
        <ProblemNote failure={change.error} />
        {can("workspace.manage") && (
          <Group>
            <Button type="submit" disabled={!isChanged} loading={change.isPending}>
              {t("action.save")}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}

function FurtherWorkspace() {
  const { t } = useTranslation();
  const { switchTo } = useSession();
  const queries = useQueryClient();
  const [opened, { open, close }] = useDisclosure(false);
  const [name, setName] = useState("");
  const create = useAct("createWorkspace", {
    done: ({ id }) => {
      close();
      void queries.invalidateQueries({ queryKey: ["", "getMe"] }).then(() => switchTo(id));
    },
  });
  return (
    <Section title={t("workspace.further")} lead={t("workspace.furtherLead")}>
      <Button variant="default" onClick={open}>
        {t("workspace.open")}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={t("workspace.open")}
        closeButtonProps={{ "aria-label": t("action.close") }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            create.mutate({ name, timeZone: browserZone() });
          }}
        >
          <Stack>
            <TextInput
              label={t("setUp.workspaceName")}
              value={name}
              required
              data-autofocus
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <ProblemNote failure={create.error} />
            <Group justify="flex-end">
              <Button type="submit" loading={create.isPending}>
                {t("workspace.open")}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </Section>
  );
}
