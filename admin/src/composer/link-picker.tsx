import { Autocomplete } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconLink } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Page, Site } from "#src/api/operations.ts";
import { useAsk } from "#src/api/use-ask.ts";

interface LinkPickerProps {
  readonly value: string;
  readonly onChange: (url: string) => void;
}

const typingMs = 250;
const shownPages = 20;

/** The page that the post leads to: picked among the known ones by title or path, or any address. */
export function LinkPicker({ value, onChange }: LinkPickerProps) {
  const { t } = useTranslation();
  const pages = useKnownPages(value);
  return (
    <Autocomplete
      label={t("composer.link")}
      description={t("composer.linkHint")}
      placeholder="https://"
      leftSection={<IconLink size={16} aria-hidden />}
      value={value}
      onChange={onChange}
      data={[...new Set(pages.map(({ url }) => url))]}
      filter={({ options }) => options}
      renderOption={({ option }) => (
        <Option url={option.value} title={pages.find(({ url }) => url === option.value)?.title} />
      )}
    />
  );
}

function Option({ url, title }: { readonly url: string; readonly title: string | null | undefined }) {
  return (
    <div>
      {title && <div>{title}</div>}
      <small className="dimmed">{url}</small>
    </div>
  );
}

/** Pages of the site that the address belongs to, or of the first one, that have what was typed in them. */
function useKnownPages(typed: string): readonly Page[] {
  const sites = useAsk("listSites", { limit: 100 });
  const site = siteOf(sites.data?.items ?? [], typed);
  const [search] = useDebouncedValue(wordsIn(typed, site?.origin ?? ""), typingMs);
  const input = { siteId: site?.id ?? "", limit: shownPages, ...(search === "" ? {} : { search }) };
  return useAsk("listPages", input, { enabled: site !== undefined }).data?.items ?? [];
}

const siteOf = (sites: readonly Site[], typed: string): Site | undefined =>
  sites.find(({ origin }) => typed.startsWith(origin)) ?? sites[0];

/** What is looked for: the path of one of our addresses, nothing for a foreign one, else the words as they are. */
function wordsIn(typed: string, origin: string): string {
  if (origin !== "" && typed.startsWith(origin)) return typed.slice(origin.length);
  return /^https?:/.test(typed) ? "" : typed;
}
