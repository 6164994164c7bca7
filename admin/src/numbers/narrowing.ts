import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { useSession } from "#src/api/session.tsx";
import { readPeriod } from "#src/reports/period.ts";
import { useNow } from "#src/shell/use-now.ts";

/** What numbers can be narrowed to, as the address names it; all of it holds at once. */
export const filterKeys = [
  "sourceKind",
  "source",
  "network",
  "campaign",
  "page",
  "country",
  "device",
  "audience",
  "post",
  "publication",
  "link",
] as const;
export type FilterKey = (typeof filterKeys)[number];

/** Everything of a page's address that says which numbers are meant. */
export const numbersKeys = ["period", "compare", "site", ...filterKeys] as const;
export type NumbersSearch = { readonly [Key in (typeof numbersKeys)[number]]?: string | undefined };

const audiences = ["newcomer", "returning", "regular", "unknown"] as const;
type Audience = (typeof audiences)[number];

/** The fields that every question about numbers takes. */
export interface Question {
  readonly from: string;
  readonly to: string;
  readonly siteId?: string;
  readonly sourceKind?: string;
  readonly source?: string;
  readonly network?: string;
  readonly campaign?: string;
  readonly page?: string;
  readonly country?: string;
  readonly device?: string;
  readonly audience?: Audience;
  readonly postId?: string;
  readonly publicationId?: string;
  readonly linkId?: string;
}

export interface Comparison {
  readonly compareFrom?: string;
  readonly compareTo?: string;
}

export interface Numbers {
  readonly search: NumbersSearch;
  readonly question: Question;
  /** The period before, as long as the period itself; empty unless asked for. */
  readonly comparison: Comparison;
  readonly change: (next: NumbersSearch) => void;
}

/** Which numbers the address asks for, and how to ask for others. */
export function useNumbers(): Numbers {
  const found: NumbersSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const { workspace } = useSession();
  const now = useNow();
  const search = useMemo(() => onlyNumbers(found), [found]);
  return useMemo(() => {
    const range = readPeriod(search.period, now, workspace.timeZone);
    return {
      search,
      question: { ...range, ...filtersOf(search) },
      comparison: search.compare === "before" ? before(range) : {},
      change: (next) => void navigate({ to: ".", search: { ...search, ...next }, replace: true }),
    };
  }, [search, now, workspace.timeZone, navigate]);
}

function onlyNumbers(search: NumbersSearch): NumbersSearch {
  return Object.fromEntries(
    numbersKeys.flatMap((key) => (search[key] === undefined ? [] : [[key, search[key]]])),
  );
}

/** The address's words and the names that operations give them. `audience` has a choice of its own. */
const fieldOf = [
  ["site", "siteId"],
  ["sourceKind", "sourceKind"],
  ["source", "source"],
  ["network", "network"],
  ["campaign", "campaign"],
  ["page", "page"],
  ["country", "country"],
  ["device", "device"],
  ["post", "postId"],
  ["publication", "publicationId"],
  ["link", "linkId"],
] as const satisfies readonly (readonly [keyof NumbersSearch, keyof Question])[];

function filtersOf(search: NumbersSearch): Omit<Question, "from" | "to"> {
  const filters: { [Field in (typeof fieldOf)[number][1]]?: string } = {};
  for (const [key, field] of fieldOf) {
    const value = search[key];
    if (value !== undefined) filters[field] = value;
  }
  const audience = audiences.find((one) => one === search.audience);
  return audience ? { ...filters, audience } : filters;
}

function before({ from, to }: { readonly from: string; readonly to: string }): Comparison {
  const length = Date.parse(to) - Date.parse(from);
  return { compareFrom: new Date(Date.parse(from) - length).toISOString(), compareTo: from };
}

/** The filters that are set, in their order. */
export function filtersSet(search: NumbersSearch): readonly (readonly [FilterKey, string])[] {
  return filterKeys.flatMap((key) => {
    const value = search[key];
    return value === undefined ? [] : [[key, value] as const];
  });
}
