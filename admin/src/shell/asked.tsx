import { Skeleton, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ProblemNote } from "./problem-note.tsx";

interface AnswerOf<Data> {
  readonly data: Data | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

interface AskedProps<Data> {
  readonly query: AnswerOf<Data>;
  /** How many rows of grey stand in for the answer. */
  readonly rows?: number;
  readonly children: (data: NonNullable<Data>) => ReactNode;
}

/** Shows an answer, and before it a skeleton, and instead of it the reason. */
export function Asked<Data>({ query, rows = 4, children }: AskedProps<Data>) {
  if (query.data !== undefined && query.data !== null) return <>{children(query.data)}</>;
  if (query.error) return <ProblemNote failure={query.error} onRetry={() => void query.refetch()} />;
  return <RowsSkeleton rows={rows} />;
}

export function RowsSkeleton({ rows }: { readonly rows: number }) {
  const { t } = useTranslation();
  return (
    <Stack gap="lg" role="status" aria-busy aria-label={t("state.loading")} py="sm">
      {Array.from({ length: rows }, (_, row) => (
        <Stack key={row} gap={8}>
          <Skeleton height={14} width={`${70 - ((row * 13) % 35)}%`} />
          <Skeleton height={10} width={`${45 - ((row * 7) % 20)}%`} />
        </Stack>
      ))}
    </Stack>
  );
}
