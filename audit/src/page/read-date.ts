/**
 * A date as pages write it, in ISO 8601: the instant in UTC where a time stands in it, the day alone where none does.
 * A time without a zone is taken for UTC. Undefined where it is no date, or where day and month can't be told apart.
 */
export function readDate(written: string): string | undefined {
  const text = written.trim().slice(0, maxLength);
  return readIso(text) ?? readCompact(text) ?? readDotted(text) ?? readWorded(text);
}

const maxLength = 100;

function readIso(text: string): string | undefined {
  const match =
    /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]+(\d{1,2}):(\d\d)(?::(\d\d(?:\.\d+)?))?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?/i.exec(
      text,
    );
  if (!match) return undefined;
  const [, year = "", month = "", day = "", hour, minute = "00", second = "00", zone] = match;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (hour === undefined) return checkDay(date);
  return toInstant(`${date}T${hour.padStart(2, "0")}:${minute}:${second}${toZone(zone)}`);
}

function toZone(zone = "Z"): string {
  const [, sign = "", hours = "", minutes = "00"] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? [];
  return sign === "" ? "Z" : `${sign}${hours}:${minutes}`;
}

/** `20160525`, `20160525T101500Z`. */
function readCompact(text: string): string | undefined {
  const match = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?(Z|[+-]\d\d:?\d\d)?$/.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, zone = ""] = match;
  const time = hour === undefined ? "" : `T${hour}:${minute}:${second ?? "00"}${zone}`;
  return readIso(`${year}-${month}-${day}${time}`);
}

/** `25.05.2016`, in the countries that write so always the day first. */
function readDotted(text: string): string | undefined {
  const match = /^(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)\b(.*)$/.exec(text);
  if (!match) return undefined;
  const [, day, month, year, rest = ""] = match;
  const time = /\b(\d{1,2}:\d\d(?::\d\d)?)/.exec(rest)?.[1];
  return readIso(`${year}-${month}-${day}${time === undefined ? "" : ` ${time}`}`);
}

/** With the month in words, English or Russian: `May 25, 2016 10:15 AM EDT`, `25 мая 2016`. */
function readWorded(text: string): string | undefined {
  const month = months.findIndex((pattern) => pattern.test(text)) + 1;
  const year = /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(text)?.[0];
  const day = /(?<![\d:])(\d{1,2})(?:st|nd|rd|th)?(?![\d:])/i.exec(text)?.[1];
  if (month === 0 || year === undefined || day === undefined) return undefined;
  const date = `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = /(?<!\d)(\d{1,2}):(\d\d)(?::(\d\d))?\s*([ap])?\.?m?/i.exec(text);
  if (!time) return checkDay(date);
  const [, hour = "", minute = "00", second = "00", half] = time;
  return toInstant(`${date}T${toDayHour(Number(hour), half)}:${minute}:${second}${zoneIn(text)}`);
}

function toDayHour(hour: number, half: string | undefined): string {
  const inDay = half === undefined ? hour : (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  return String(inDay).padStart(2, "0");
}

function zoneIn(text: string): string {
  const offset = /(?:^|[\s)Z])([+-]\d\d:?\d\d)\b/.exec(text)?.[1];
  if (offset !== undefined) return toZone(offset);
  const name = /\b(EST|EDT|CST|CDT|MST|MDT|PST|PDT)\b/.exec(text)?.[1];
  return zones.get(name ?? "") ?? "Z";
}

/** As RFC 2822 has them. */
const zones: ReadonlyMap<string, string> = new Map([
  ["EST", "-05:00"],
  ["EDT", "-04:00"],
  ["CST", "-06:00"],
  ["CDT", "-05:00"],
  ["MST", "-07:00"],
  ["MDT", "-06:00"],
  ["PST", "-08:00"],
  ["PDT", "-07:00"],
]);

const months: readonly RegExp[] = [
  /\bjan|январ/i,
  /\bfeb|феврал/i,
  /\bmar|март/i,
  /\bapr|апрел/i,
  /\bmay\b|(?<![а-яё])ма[йя]/i,
  /\bjun|июн/i,
  /\bjul|июл/i,
  /\baug|август/i,
  /\bsep|сентябр/i,
  /\boct|октябр/i,
  /\bnov|ноябр/i,
  /\bdec|декабр/i,
];

function checkDay(date: string): string | undefined {
  return toInstant(`${date}T00:00:00Z`)?.startsWith(date) ? date : undefined;
}

function toInstant(iso: string): string | undefined {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
