import { Autocomplete } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconLink } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
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
  const sites = useAsk("listSites", { limit: 100 });
  const site = sites.data?.items.find(({ origin }) => value.startsWith(origin)) ?? sites.data?.items[0];
  const search = site && value.startsWith(site.origin) ? value.slice(site.origin.length) : value;
  const [wanted] = useDebouncedValue(/^https?:/.test(search) ? "" : search, typingMs);
  const pages = useAsk("listPages", { siteId: site?.id ?? "", limit: shownPages, ...(wanted === "" ? {} : { search: wanted }) }, { enabled: site !== undefined });
  const found = pages.data?.items ?? [];
  return (
    <Autocomplete
      label={t("composer.link")}
      description={t("composer.linkHint")}
      placeholder="https://"
      leftSection={<IconLink size={16} aria-hidden />}
      value={value}
      onChange={onChange}
      data={[...new Set(found.map(({ url }) => url))]}
      filter={({ options }) => options}
      renderOption={({ option }) => {
        const page = found.find(({ url }) => url === option.value);
        return (
          <div>
            <div>{page?.title ?? page?.path ?? option.value}</div>
            <small className="dimmed">{option.value}</small>
          </div>
        );
      }}
    />
  );
}
