import type { House } from "#src/platform/operation/house.ts";

/** Makes addresses of ours below a site's talk. */
export const talkAddress =
  ({ publicUrl }: Pick<House, "publicUrl">, { key }: { readonly key: string }) =>
  (rest: string, query: Readonly<Record<string, string>> = {}): string => {
    const asked = new URLSearchParams(query).toString();
    return `${publicUrl}/talk/${key}/${rest}${asked === "" ? "" : `?${asked}`}`;
  };
