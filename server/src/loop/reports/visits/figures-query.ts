/** Counts that visits add up to; what is distinct stands apart. */
const sums = [
  ["bounces", "is_bounce"],
  ["visible_ms", "visible_ms"],
  ["shares", "shares"],
  ["reactions", "reactions"],
  ["comments", "comments"],
  ["searches", "searches"],
  ["subscriptions", "subscriptions"],
  ["goals", "goals"],
] as const;

export const addedColumns = ["visits", "views", "reads", ...sums.map(([name]) => name)] as const;

/** Of visits of one site that lie within one UTC day: a stranger counts once a day, and the known are kept by number. */
export const countVisits = `
  uniqExactIf(visit.visitor, visit.consented = 0 and visit.views > 0) as strangers,
  groupUniqArrayIf(cityHash64(visit.site_id, visit.visitor), visit.consented = 1 and visit.views > 0) as known,
  countIf(visit.views > 0) as visits, sum(cell.3) as views, countIf(cell.4 and visit.views > 0) as reads,
  ${sums.map(([name, column]) => `sum(visit.${column}) as ${name}`).join(", ")}`;

/** Over days: strangers are added up, the known counted once. */
export const addDays = `
  sum(strangers) + uniqExactArray(known) as visitors,
  ${addedColumns.map((name) => `sum(${name}) as ${name}`).join(", ")}`;

const whole = "toUInt32(visit.views), visit.is_read";
const one = (dimension: string, value: string) => `[('${dimension}', ${value}, ${whole})]`;
const id = (column: string) => `toString(${column})`;

/**
 * The cells that a visit counts in, by dimension: `(dimension, value, views, is_read)`. A page's views and reads are
 * its own.
 */
export const cellsOf: Readonly<Record<string, string>> = {
  total: one("total", "''"),
  page: `arrayMap(path -> ('page', path, toUInt32(countEqual(visit.pages, path)), toUInt8(has(visit.read_pages, path))), arrayDistinct(visit.pages))`,
  entryPage: one("entryPage", "visit.entry_page"),
  exitPage: one("exitPage", "visit.exit_page"),
  sourceKind: one("sourceKind", "toString(visit.source_kind)"),
  source: one("source", "toString(visit.source)"),
  network: one("network", "toString(visit.network)"),
  campaign: one("campaign", "toString(visit.campaign)"),
  medium: one("medium", "toString(visit.medium)"),
  publication: one("publication", id("visit.publication_id")),
  link: one("link", id("visit.link_id")),
  generation: one("generation", id("visit.generation")),
  country: one("country", "toString(visit.country)"),
  device: one("device", "toString(visit.device)"),
  browser: one("browser", "toString(visit.browser)"),
  os: one("os", "toString(visit.os)"),
  language: one("language", "toString(visit.language)"),
  site: one("site", id("visit.site_id")),
};

/** Every dimension that days are rolled up by. */
export const rolledDimensions: readonly string[] = Object.keys(cellsOf);

export const cellsFor = (dimensions: readonly string[]) =>
  `arrayConcat(${dimensions.map((name) => cellsOf[name] ?? "[]").join(", ")})`;

/** The cell of the local day that a visit began on, in the zone of this expression. */
export const dayCell = (zone: string) =>
  `[(concat('day:', ${zone}), toString(toDate(visit.began, ${zone})), ${whole})]`;
