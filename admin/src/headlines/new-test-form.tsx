import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Site } from "#src/api/operations.ts";
import { faultsByField } from "#src/api/problem.ts";
import { useAct } from "#src/api/use-ask.ts";
import { ProblemNote } from "#src/shell/problem-note.tsx";

/** A page and the titles that it is tried with, one a line. */
export function NewTestForm({
  sites,
  onDone,
}: {
  readonly sites: readonly Site[];
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [siteId, setSiteId] = useState(sites[0]?.id ?? "");
  const [path, setPath] = useState("");
  const [titles, setTitles] = useState("");
  const begin = useAct("createHeadlineTest", {
    stales: ["listHeadlineTests"],
    done: ({ id }) => {
      onDone();
      void navigate({ to: "/headlines/$testId", params: { testId: id } });
    },
  });
  const faults = faultsByField(begin.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        begin.mutate({ siteId, path: pathOf(path), titles: linesOf(titles) });
      }}
    >
      <Stack>
        {sites.length > 1 && (
          <NativeSelect
            label={t("sites.one")}
            value={siteId}
            onChange={(event) => setSiteId(event.currentTarget.value)}
            data={sites.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <TextInput
          label={t("headlines.form.page")}
          description={t("headlines.form.pageHint")}
          placeholder="/blog/pu-erh"
          required
          data-autofocus
          value={path}
          error={faults["path"]}
          onChange={(event) => setPath(event.currentTarget.value)}
        />
        <Textarea
          label={t("headlines.form.titles")}
          description={t("headlines.form.titlesHint")}
          required
          autosize
          minRows={3}
          maxRows={8}
          value={titles}
          error={faults["titles"]}
          onChange={(event) => setTitles(event.currentTarget.value)}
        />
        <ProblemNote failure={begin.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={begin.isPending}>
            {t("headlines.begin")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** People paste whole addresses: the path is what counts. */
function pathOf(text: string): string {
  return URL.parse(text.trim())?.pathname ?? text.trim();
}

export function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}
