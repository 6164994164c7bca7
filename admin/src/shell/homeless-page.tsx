import { Button, Stack, TextInput, Title } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "#src/api/use-ask.ts";
import { browserZone } from "#src/i18n/zones.ts";
import { FrontDoor } from "./front-door.tsx";
import { ProblemNote } from "./problem-note.tsx";

/** For a person who belongs to no workspace any more: open one of one's own. */
export function HomelessPage() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const create = useAct("createWorkspace", {
    done: () => void queries.invalidateQueries({ queryKey: ["", "getMe"] }),
  });
  return (
    <FrontDoor title={t("homeless.title")}>
      <Title order={1}>{t("homeless.title")}</Title>
      <p className="dimmed">{t("homeless.lead")}</p>
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
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <ProblemNote failure={create.error} />
          <Button type="submit" loading={create.isPending}>
            {t("homeless.create")}
          </Button>
        </Stack>
      </form>
    </FrontDoor>
  );
}
