interface Rule {
  readonly line: number;
  readonly isAllowing: boolean;
  readonly pattern: string;
}

interface Group {
  readonly tokens: Set<string>;
  readonly rules: Rule[];
  crawlDelay: number | undefined;
}

/** What a robots.txt says, by RFC 9309. Tokens are compared in lower case. */
export interface RobotsText {
  readonly sitemaps: readonly string[];
  /** The rule that decides for a path with its query; undefined where none speaks of it, which allows. */
  readonly ruleFor: (
    token: string,
    path: string,
  ) => { readonly line: number; readonly isAllowing: boolean } | undefined;
  readonly crawlDelayFor: (token: string) => number | undefined;
}

/**
 * Reads any text as robots.txt: what it does not know it passes over. Only rules end a group's list of names, several
 * groups of one name are one, and the longest pattern decides. (Time grows with rules × path length at worst, whatever
 * the patterns: a file is up to 500 KiB of a stranger's text.)
 */
export function parseRobots(text: string, base: string): RobotsText {
  const draft: Draft = { groups: [], sitemaps: [], isNaming: false };
  for (const [index, written] of text.split(/\r\n|\r|\n/).entries())
    note(draft, { ...splitLine(written), line: index + 1 }, base);
  const { groups, sitemaps } = draft;
  return {
    sitemaps,
    ruleFor: (token, path) => findRule(groupsFor(groups, token), path),
    crawlDelayFor: (token) =>
      groupsFor(groups, token).find(({ crawlDelay }) => crawlDelay !== undefined)?.crawlDelay,
  };
}

interface Draft {
  readonly groups: Group[];
  readonly sitemaps: string[];
  /** The lines before this one named robots. */
  isNaming: boolean;
}

interface Line {
  readonly line: number;
  readonly key: string;
  readonly value: string;
}

function note(draft: Draft, { line, key, value }: Line, base: string): void {
  const { groups, sitemaps } = draft;
  switch (key) {
    case "sitemap":
      sitemaps.push(...addressOf(value, base));
      break;
    case "user-agent":
      if (!draft.isNaming) groups.push({ tokens: new Set(), rules: [], crawlDelay: undefined });
      groups.at(-1)?.tokens.add(tokenOf(value));
      draft.isNaming = true;
      break;
    case "allow":
    case "disallow":
    case "crawl-delay":
      draft.isNaming = false;
      addRule(groups.at(-1), { line, key, value });
      break;
    default:
  }
}

function addRule(group: Group | undefined, { line, key, value }: Line): void {
  if (!group || value === "") return;
  if (key === "crawl-delay") group.crawlDelay ??= secondsOf(value);
  else group.rules.push({ line, isAllowing: key === "allow", pattern: normalise(value) });
}

function addressOf(value: string, base: string): string[] {
  const url = URL.parse(value, base);
  return url ? [url.href] : [];
}

function splitLine(written: string): Pick<Line, "key" | "value"> {
  const line = written.replace(/#.*$/s, "");
  const colon = line.indexOf(":");
  return colon < 0
    ? { key: "", value: "" }
    : { key: line.slice(0, colon).trim().toLowerCase(), value: line.slice(colon + 1).trim() };
}

/** The product token of `Twitterbot/1.0`: its version says nothing here. */
const tokenOf = (value: string): string =>
  value.startsWith("*") ? "*" : (/^[\w-]*/.exec(value.toLowerCase())?.[0] ?? "");

function secondsOf(value: string): number | undefined {
  const seconds = Number(value);
  return value !== "" && Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

function groupsFor(groups: readonly Group[], token: string): readonly Group[] {
  const own = groups.filter(({ tokens }) => tokens.has(token.toLowerCase()));
  return own.length > 0 ? own : groups.filter(({ tokens }) => tokens.has("*"));
}

function findRule(groups: readonly Group[], path: string): Rule | undefined {
  const asked = normalise(path);
  let found: Rule | undefined;
  for (const rule of groups.flatMap(({ rules }) => rules)) {
    const isStronger =
      !found ||
      rule.pattern.length > found.pattern.length ||
      (rule.pattern.length === found.pattern.length && rule.isAllowing && !found.isAllowing);
    if (isStronger && matches(rule.pattern, asked)) found = rule;
  }
  return found;
}

/** `*` stands for anything, `$` at the end for the path's end. The leftmost place for each piece is as good as any. */
function matches(pattern: string, path: string): boolean {
  const isAnchored = pattern.endsWith("$");
  const [start = "", ...pieces] = (isAnchored ? pattern.slice(0, -1) : pattern).split("*");
  if (!path.startsWith(start)) return false;
  let at = start.length;
  const last = isAnchored ? pieces.pop() : undefined;
  for (const piece of pieces) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  if (!isAnchored) return true;
  if (last === undefined) return at === path.length;
  return path.length - last.length >= at && path.endsWith(last);
}

/** RFC 9309, 2.2.2: what is outside ASCII is compared percent-encoded, and unreserved characters bare. */
function normalise(path: string): string {
  return path
    .toWellFormed()
    .replaceAll(/[^\x20-\x7e]+/g, encodeURIComponent)
    .replaceAll(/%[\da-f]{2}/gi, (code) => {
      const character = String.fromCodePoint(Number.parseInt(code.slice(1), 16));
      return /[\w.~-]/.test(character) ? character : code.toUpperCase();
    });
}
