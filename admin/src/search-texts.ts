type Search<Key extends string> = { readonly [Name in Key]?: string | undefined };

/** The texts of an address's query that a page reads; anything else in it is dropped. */
export const texts =
  <const Key extends string>(...keys: readonly Key[]) =>
  (search: Record<string, unknown>): Search<Key> => {
    const found: { [Name in Key]?: string } = {};
    for (const key of keys) {
      const value = search[key];
      if (typeof value === "string" && value !== "") found[key] = value;
    }
    return found;
  };
