import { NativeSelect, Text } from "@mantine/core";
import { IconScale } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Input, Output } from "#src/api/operations.ts";
import { useAsk } from "#src/api/use-ask.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import { Asked } from "#src/shell/asked.tsx";
import { type Column, DataTable } from "#src/shell/data-table.tsx";
import { EmptyState } from "#src/shell/empty-state.tsx";
import { Page, Section } from "#src/shell/page.tsx";
import { NarrowingBar } from "./narrowing-bar.tsx";
import { useNumbers } from "./narrowing.ts";
import { useValueWords } from "./value-words.ts";

type Attribution = Output<"getAttribution">;
type Credited = Attribution["rows"][number];
type By = NonNullable<Input<"getAttribution">["by"]>;

const ways = ["source", "sourceKind", "network", "campaign", "entryPage"] as const satisfies readonly By[];
const models = ["first", "lastNonDirect", "linear", "timeDecay", "position"] as const;

/** What brought the conversions, by five models side by side: none of them is the truth. */
export function AttributionPage() {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const [by, setBy] = useState<By>("source");
  const { from, to, siteId } = numbers.question;
  const report = useAsk("getAttribution", { from, to, by, ...(siteId !== undefined && { siteId }) });
  return (
    <Page wide title={t("attribution.title")} lead={t("attribution.lead")}>
      <NarrowingBar numbers={numbers} />
      <NativeSelect
        label={t("attribution.by")}
        maw={280}
        mb="lg"
        value={by}
        onChange={(event) => setBy(ways.find((way) => way === event.currentTarget.value) ?? "source")}
        data={ways.map((value) => ({ value, label: t(`numbers.by.${value}`) }))}
      />
      <Asked query={report} rows={6}>
        {(found) =>
          found.conversions === 0 ? (
            <EmptyState icon={IconScale} title={t("attribution.empty.title")}>
              {t("attribution.empty.lead")}
            </EmptyState>
          ) : (
            <Credits report={found} by={by} />
          )
        }
      </Asked>
    </Page>
  );
}

function Credits({ report, by }: { readonly report: Attribution; readonly by: By }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useValueWords();
  const columns: Column<Credited>[] = [
    {
      id: "value",
      header: t(`numbers.by.${by === "publication" || by === "link" ? "source" : by}`),
      isTitle: true,
      cell: ({ value }) => words(by, value),
    },
    ...models.map((model) => ({
      id: model,
      header: t(`attribution.models.${model}`),
      isNumber: true,
      cell: ({ conversions }: Credited) => format.number(Math.round(conversions[model] * 10) / 10),
    })),
  ];
  return (
    <>
      <Text mb="xs">
        {t("attribution.conversions", { count: report.conversions })}
        {report.withoutTouch > 0 && ` ${t("attribution.withoutTouch", { count: report.withoutTouch })}`}
      </Text>
      <Text size="sm" c="dimmed" mb="lg">
        {t("attribution.known", { count: report.knownConversions })}
      </Text>
      <DataTable
        caption={t("attribution.title")}
        columns={columns}
        rows={report.rows}
        keyOf={({ value }) => value}
        minWidth={760}
      />
      <Section title={t("attribution.whatTheyMean")}>
        <dl>
          {models.map((model) => (
            <div key={model}>
              <dt>
                <strong>{t(`attribution.models.${model}`)}</strong>
              </dt>
              <dd>{t(`attribution.meaning.${model}`)}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </>
  );
}
