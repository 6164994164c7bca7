import { Button, Group, NativeSelect, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { faultsByField } from "#src/api/problem.ts";
import { useAct } from "#src/api/use-ask.ts";
import { Section } from "#src/shell/page.tsx";
import { ProblemNote } from "#src/shell/problem-note.tsx";
import { kindOf, listKinds, type ListKind } from "./list-kinds.ts";

/** A further list of a kind, under a key of its own: for another place, with other pins. */
export function NewListForm({ siteId }: { readonly siteId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [key, setKey] = useState("");
  const [kind, setKind] = useState<ListKind>("next");
  const create = useAct("createList", {
    stales: ["listLists"],
    done: ({ id }) => void navigate({ to: "/lists/$listId", params: { listId: id } }),
  });
  const faults = faultsByField(create.error);
  return (
    <Section title={t("lists.new")}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate({ siteId, kind, key: key.trim() });
        }}
      >
        <Group align="flex-end">
          <TextInput
            label={t("lists.key")}
            description={t("lists.keyHint")}
            required
            value={key}
            error={faults["key"]}
            onChange={(event) => setKey(event.currentTarget.value)}
          />
          <NativeSelect
            label={t("lists.kind")}
            value={kind}
            onChange={(event) => setKind(kindOf(event.currentTarget.value))}
            data={listKinds.map((value) => ({ value, label: t(`lists.kinds.${value}`) }))}
          />
          <Button type="submit" variant="default" loading={create.isPending}>
            {t("lists.setUp")}
          </Button>
        </Group>
      </form>
      <ProblemNote failure={create.error} />
    </Section>
  );
}
