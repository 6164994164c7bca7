import { Button, Group, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Row } from "#src/api/operations.ts";
import { useSession } from "#src/api/session.tsx";
import { useAct, useList } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Asked } from "#src/shell/asked.tsx";
import { type Column, DataTable } from "#src/shell/data-table.tsx";
import { MoreButton } from "#src/shell/more-button.tsx";
import { Section } from "#src/shell/page.tsx";
import { ProblemNote, useTellProblem } from "#src/shell/problem-note.tsx";

type Entry = Row<"listModerationEntries">;

const kinds = ["word", "host", "email", "address"] as const;
const effects = ["hold", "reject", "allow", "ban"] as const;

/** The owner's own words: what passes, waits and is stopped, and who is banned. */
export function EntryList({ siteId }: { readonly siteId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { can } = useSession();
  const tellProblem = useTellProblem();
  const entries = useList("listModerationEntries", { siteId });
  const remove = useAct("deleteModerationEntry", { stales: ["listModerationEntries"] });
  const columns: Column<Entry>[] = [
    { id: "pattern", header: t("comments.lists.pattern"), isTitle: true, cell: nameOf },
    { id: "kind", header: t("comments.lists.kind"), cell: ({ kind }) => t(`comments.lists.kinds.${kind}`) },
    {
      id: "effect",
      header: t("comments.lists.effect"),
      cell: ({ effect }) => t(`comments.lists.effects.${effect}`),
    },
    {
      id: "at",
      header: t("comments.lists.at"),
      isWhole: true,
      cell: ({ createdAt }) => format.date(createdAt),
    },
    {
      id: "remove",
      header: "",
      cell: (entry) =>
        can("comments.moderate") && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-label={t("comments.lists.removeIt", { what: nameOf(entry) })}
            onClick={() => void remove.mutateAsync({ id: entry.id }).catch(tellProblem)}
          >
            {t("comments.lists.remove")}
          </Button>
        ),
    },
  ];
  return (
    <Section title={t("comments.lists.title")} lead={t("comments.lists.lead")}>
      {can("comments.moderate") && <NewEntry siteId={siteId} />}
      <Asked query={{ ...entries, data: entries.rows }} rows={2}>
        {(rows) =>
          rows.length === 0 ? (
            <p>{t("comments.lists.empty")}</p>
          ) : (
            <DataTable
              caption={t("comments.lists.title")}
              columns={columns}
              rows={rows}
              keyOf={({ id }) => id}
            />
          )
        }
      </Asked>
      <MoreButton pages={entries} />
    </Section>
  );
}

/** What is kept as an id or a hash is named by its beginning. */
const nameOf = ({ kind, pattern }: Entry): string =>
  kind === "author" || (kind === "address" && !/[.:]/.test(pattern)) ? `${pattern.slice(0, 8)}…` : pattern;

function NewEntry({ siteId }: { readonly siteId: string }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<(typeof kinds)[number]>("word");
  const [effect, setEffect] = useState<(typeof effects)[number]>("hold");
  const [pattern, setPattern] = useState("");
  const add = useAct("addModerationEntry", {
    stales: ["listModerationEntries"],
    done: () => setPattern(""),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate({ siteId, kind, effect, pattern });
      }}
    >
      <Group align="flex-end" mb="md">
        <NativeSelect
          label={t("comments.lists.kind")}
          value={kind}
          onChange={(event) => setKind(kinds.find((each) => each === event.currentTarget.value) ?? "word")}
          data={kinds.map((value) => ({ value, label: t(`comments.lists.kinds.${value}`) }))}
        />
        <TextInput
          label={t("comments.lists.pattern")}
          placeholder={t(`comments.lists.samples.${kind}`)}
          maxLength={200}
          required
          value={pattern}
          onChange={(event) => setPattern(event.currentTarget.value)}
        />
        <NativeSelect
          label={t("comments.lists.effect")}
          value={effect}
          onChange={(event) =>
            setEffect(effects.find((each) => each === event.currentTarget.value) ?? "hold")
          }
          data={effects.map((value) => ({ value, label: t(`comments.lists.effects.${value}`) }))}
        />
        <Button type="submit" variant="default" loading={add.isPending}>
          {t("action.add")}
        </Button>
      </Group>
      <ProblemNote failure={add.error} />
    </form>
  );
}
