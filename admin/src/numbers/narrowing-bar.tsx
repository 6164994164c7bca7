import { Button, Group, NativeSelect, Pill, Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useAsk } from "#src/api/use-ask.ts";
import { PeriodPicker } from "#src/reports/period-picker.tsx";
import { filterKeys, filtersSet, type Numbers, type NumbersSearch } from "./narrowing.ts";
import classes from "./numbers.module.css";
import { useValueWords } from "./value-words.ts";

/** When, where and whom: the bar above every page of numbers. What is set can be taken away again one by one. */
export function NarrowingBar({
  numbers,
  compares = false,
  bySite = true,
}: {
  readonly numbers: Numbers;
  readonly compares?: boolean;
  /** False where what is shown belongs to no one site. */
  readonly bySite?: boolean;
}) {
  const { t } = useTranslation();
  const { search, change } = numbers;
  const sites = useAsk("listSites", { limit: 100 });
  const valueWords = useValueWords();
  const set = filtersSet(search);
  return (
    <div className={classes.bar}>
      <PeriodPicker period={search.period} onChange={(period) => change({ period })} />
      <Group gap="sm" align="flex-end">
        {bySite && sites.data && sites.data.items.length > 1 && (
          <NativeSelect
            aria-label={t("sites.one")}
            value={search.site ?? ""}
            onChange={(event) => change({ site: event.currentTarget.value || undefined })}
            data={[
              { value: "", label: t("numbers.allSites") },
              ...sites.data.items.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        {compares && (
          <Switch
            label={t("numbers.compare")}
            checked={search.compare === "before"}
            onChange={(event) => change({ compare: event.currentTarget.checked ? "before" : undefined })}
          />
        )}
      </Group>
      {set.length > 0 && (
        <Group gap="xs" role="group" aria-label={t("numbers.filters")}>
          {set.map(([key, value]) => (
            <Pill
              key={key}
              size="md"
              withRemoveButton
              onRemove={() => change({ [key]: undefined })}
              removeButtonProps={{
                "aria-label": t("numbers.dropFilter", { name: t(`numbers.by.${key}`) }),
                tabIndex: 0,
              }}
            >
              {t(`numbers.by.${key}`)}: {valueWords(key, value)}
            </Pill>
          ))}
          <Button variant="subtle" size="compact-sm" onClick={() => change(noFilters)}>
            {t("numbers.dropAll")}
          </Button>
        </Group>
      )}
    </div>
  );
}

const noFilters: NumbersSearch = Object.fromEntries(filterKeys.map((key) => [key, undefined]));
