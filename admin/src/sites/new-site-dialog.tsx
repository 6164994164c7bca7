import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { faultsByField } from "#src/api/problem.ts";
import { useAct } from "#src/api/use-ask.ts";
import { ProblemNote } from "#src/shell/problem-note.tsx";

export function NewSiteDialog({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("sites.add")}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      <NewSiteForm onClose={onClose} />
    </Modal>
  );
}

function NewSiteForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [origin, setOrigin] = useState("");
  const [name, setName] = useState("");
  const create = useAct("createSite", {
    stales: ["listSites"],
    done: ({ id }) => {
      onClose();
      void navigate({ to: "/sites/$siteId", params: { siteId: id } });
    },
  });
  const faults = faultsByField(create.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate({ origin, name: name.trim() === "" ? hostOf(origin) : name });
      }}
    >
      <Stack>
        <TextInput
          label={t("sites.origin")}
          description={t("sites.originHint")}
          placeholder="https://example.com"
          inputMode="url"
          required
          data-autofocus
          value={origin}
          error={faults["origin"]}
          onChange={(event) => setOrigin(event.currentTarget.value)}
        />
        <TextInput
          label={t("sites.name")}
          description={t("sites.nameHint")}
          value={name}
          placeholder={hostOf(origin)}
          error={faults["name"]}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <ProblemNote failure={create.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button type="submit" loading={create.isPending}>
            {t("sites.add")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What a site is called until somebody names it. */
function hostOf(address: string): string {
  return URL.parse(/^https?:\/\//i.test(address) ? address : `https://${address}`)?.hostname ?? address;
}
