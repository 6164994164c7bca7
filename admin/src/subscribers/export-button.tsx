import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconDownload } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { problemOf } from "#src/api/problem.ts";
import { useClient, useSession } from "#src/api/session.tsx";

/** Fetches all parts of the list and hands them to the browser as one file. */
export function ExportButton({ siteId, name }: { readonly siteId: string; readonly name: string }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const client = useClient();
  const fetchAll = useMutation({
    mutationFn: async () => {
      const lines: string[] = [];
      for (let after: string | null | undefined; after !== null;) {
        const part: { csv: string; next: string | null } = await client.ask("exportSubscribers", {
          siteId,
          ...(after === undefined ? {} : { after }),
        });
        // Each part has the head; the file has it once.
        lines.push(after === undefined ? part.csv : part.csv.slice(part.csv.indexOf("\r\n") + 2));
        after = part.next;
      }
      return lines.join("");
    },
    onSuccess: (csv) => save(csv, `${name} subscribers.csv`),
    onError: (failure) => notifications.show({ color: "red", message: problemOf(failure).title }),
  });
  if (!can("subscribers.manage")) return null;
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={18} aria-hidden />}
      loading={fetchAll.isPending}
      onClick={() => fetchAll.mutate()}
    >
      {t("subscribers.export")}
    </Button>
  );
}

function save(text: string, fileName: string): void {
  const url = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
