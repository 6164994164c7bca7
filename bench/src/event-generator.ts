/**
 * Fills the event table with visits that look like a blog's, by questions to the store itself: chance comes from
 * hashes of the visit's number, so that the same seed gives the same events on every machine. A visit arrives (by a
 * search, a tracked link, somebody's share, a referral, a campaign, or nobody knows how), views pages, is engaged by
 * them, and may share, react, comment, search, subscribe or buy. Shares are walked by later visits: share trees grow.
 */
import type { ClickHouseClient } from "@clickhouse/client";

export interface EventsToFill {
  readonly workspaceId: string;
  readonly siteId: string;
  /** Each is a post's tracked link; visits by them begin with a click. */
  readonly publicationIds: readonly string[];
  /** How many events, about (within 2 %). */
  readonly events: number;
  readonly days: number;
  /** The last instant. */
  readonly until: Date;
  readonly seed?: number;
  /** Told after each part. */
  readonly onPart?: (visitsDone: number, visitsInAll: number) => void;
}

/** Measured of what the model below makes. */
export const eventsPerVisit = 3.86;
const visitsInPart = 100_000;

export async function fillEvents(client: ClickHouseClient, asked: EventsToFill): Promise<void> {
  const visits = Math.round(asked.events / eventsPerVisit);
  for (let first = 0; first < visits; first += visitsInPart) {
    const count = Math.min(visitsInPart, visits - first);
    await client.command({
      query: insertPart,
      query_params: {
        workspaceId: asked.workspaceId,
        siteId: asked.siteId,
        publications: [...asked.publicationIds],
        seed: asked.seed ?? 1,
        first,
        count,
        visits,
        beginsAt: asked.until.getTime() - asked.days * 86_400_000,
        spanMs: asked.days * 86_400_000,
        days: asked.days,
      },
      clickhouse_settings: {
        max_threads: 2,
        max_block_size: "8192",
        short_circuit_function_evaluation: "disable",
      },
    });
    asked.onPart?.(first + count, visits);
  }
}

/** An id of the product's form: 8 letters of time, 12 of chance, out of 36. */
const idOf = (ms: string, chance: string) =>
  `char(${[
    ...Array.from({ length: 8 }, (_, i) => letter(`intDiv(toUInt64(${ms}), ${36 ** (7 - i)}) % 36`)),
    ...Array.from({ length: 12 }, (_, i) => letter(`intDiv(${chance}, ${BigInt(36) ** BigInt(i)}) % 36`)),
  ].join(", ")})`;
const letter = (digit: string) => `48 + ${digit} + 39 * (${digit} > 9)`;

/** Uniform in 0..1, a new one for each name. */
const chance = (name: string, of = "v") =>
  `(cityHash64({seed: UInt32}, '${name}', ${of}) % 1000003 / 1000003)`;

/** When a visit begins: in order, with a day's tide, scattered over ten minutes. */
const startOf = (v: string) => `
  toUInt64({beginsAt: Int64} + (${v} + 0.5) / {visits: UInt64} * {spanMs: Int64}
    - 2.5e6 * sin(2 * pi() * (${v} / {visits: UInt64}) * {days: UInt32}) + (cityHash64({seed: UInt32}, 'start', ${v}) % 600000))`;

/** Every 25th visit shares what it read; a visit that comes by a share comes by one of the last hundred. */
const sharerBefore = `toInt64(v) - (toInt64(v) % 25) + 7 - 25 * (1 + toInt64(cityHash64({seed: UInt32}, 'sharer', v) % 100))`;

const words = `['tea', 'samovar', 'cup', 'leaf', 'winter', 'how', 'why', 'best', 'guide', 'black', 'green', 'story', 'people', 'market', 'water', 'honey', 'north', 'train', 'table', 'garden', 'letter', 'old', 'new', 'brew', 'smoke', 'spring', 'master', 'road', 'house', 'evening', 'morning', 'guest']`;
const wordOf = (salt: string) => `${words}[1 + cityHash64('${salt}', page) % 32]`;

const insertPart = `
insert into event (workspace_id, site_id, kind, id, revision, at, received_at, reason, robot, visitor, consented, trusted,
  s, parent, page_host, page_path, title, referrer_host, referrer, source, source_kind, utm_source, utm_medium, utm_campaign,
  link_id, publication_id, network, visible_ms, scroll_percent, name, value, currency, order_id, props,
  device, browser, os, language, country)
with
  visit as (
    select
      number + {first: UInt64} as v,
      ${startOf("v")} as begins_ms,
      intDiv(begins_ms, 86400000) as day,
      ${chance("consent")} < 0.12 as consented,
      -- those who agreed come back on other days; of the others, one in four comes again on the same day
      bitAnd(281474976710655, if(consented,
        cityHash64('regular', toUInt64(pow(2000 + {visits: UInt64} / 40, ${chance("who")}))),
        cityHash64('stranger', day, if(${chance("again")} < 0.25, intDiv(v, 40) * 40, v)))) as visitor,
      ${chance("arrival")} as arrival,
      multiIf(arrival < 0.30, 'search', arrival < 0.45, 'link', arrival < 0.55 and v > 3000, 'share',
        arrival < 0.65, 'network', arrival < 0.75, 'referral', arrival < 0.80, 'campaign', 'direct') as way,
      {publications: Array(UUID)}[1 + toUInt64((pow(length({publications: Array(UUID)}) + 1, ${chance("post")}) - 1)) % length({publications: Array(UUID)})] as post,
      ${sharerBefore} as sharer,
      if(way = 'link', toInt64(begins_ms) - 900, toInt64(${startOf("toUInt64(sharer)")} + 45000)) as arrival_ms,
      if(way = 'link', cityHash64({seed: UInt32}, 'click', v), cityHash64({seed: UInt32}, 'share', toUInt64(sharer))) as arrival_chance,
      if(way in ('link', 'share'), ${idOf("arrival_ms", "arrival_chance")}, '') as arrived_by,
      ${chance("network")} as which,
      multiIf(
        way = 'search', if(which < 0.6, 'www.google.com', if(which < 0.9, 'yandex.ru', 'duckduckgo.com')),
        way in ('network', 'link'), ['t.me', 'vk.com', 'www.facebook.com', 'l.instagram.com', 't.co', 'www.reddit.com', 'bsky.app', 'dzen.ru'][1 + toUInt64(which * 8)],
        way = 'referral', concat('blog-', toString(toUInt64(pow(3000, which))), '.example'), '') as referrer_host,
      multiIf(
        way = 'search', if(which < 0.6, 'Google', if(which < 0.9, 'Yandex', 'DuckDuckGo')),
        way in ('network', 'link'), ['Telegram', 'VK', 'Facebook', 'Instagram', 'X', 'Reddit', 'Bluesky', 'Dzen'][1 + toUInt64(which * 8)],
        way = 'campaign', concat('partner-', toString(toUInt64(which * 20))),
        referrer_host) as source,
      multiIf(way = 'search', 'search', way in ('network', 'link'), if(source = 'Telegram', 'messenger', 'network'),
        way = 'referral', 'referral', way = 'campaign', 'campaign', way = 'share', 'direct-known',
        which < 0.3, 'direct-in-app', 'direct') as source_kind,
      multiIf(${chance("robot")} < 0.97, 'human', ${chance("robot")} < 0.985, 'crawler', 'preview') as reason,
      cityHash64('agent', visitor) as agent,
      least(12, toUInt64(1 + -log(1 - ${chance("views")} * 0.9999) * 1.05)) as views
    from numbers({count: UInt64})
  ),
  happened as (
    select *, arrayJoin(arrayConcat(
      if(way = 'link', [('click', toUInt64(0))], []),
      arrayFlatten(arrayMap(k -> arrayConcat([('view', k)],
        if(cityHash64('engaged', v, k) % 10 < 9, [('engage', k)], []),
        if(cityHash64('list', v, k) % 10 < 3, [('custom', k)], [])), range(views))),
      if(v % 25 = 7, [('share', toUInt64(0))], []),
      if(${chance("react")} < 0.03, [('react', toUInt64(0))], []),
      if(${chance("comment")} < 0.008, [('comment', toUInt64(0))], []),
      if(${chance("query")} < 0.03, [('search', toUInt64(0))], []),
      if(${chance("letter")} < 0.006, [('subscribe', toUInt64(0))], []),
      if(${chance("goal")} < 0.015, [('goal', toUInt64(0))], []))) as what
    from visit
  ),
  placed as (
    select *, what.1 as kind, what.2 as k,
      toUInt64(pow(5000, (cityHash64({seed: UInt32}, 'page', v, k) % 1000003 / 1000003))) as page,
      cityHash64({seed: UInt32}, v, k) as dice,
      toUInt64(2000 + pow(2, 4 + 14 * ((dice % 9973) / 9973))) as visible,
      begins_ms + k * (20000 + toUInt64(dice % 90000)) + multiIf(kind = 'click', -900, kind = 'view', 0, kind = 'engage', toInt64(visible), kind = 'share', 45000, kind = 'custom', 1500, 5000 + toInt64(dice % 20000)) as at_ms,
      concat('/', ['blog', 'news', 'recipes', 'shop'][1 + page % 4], '/', ${wordOf("a")}, '-', ${wordOf("b")}, '-', ${wordOf("c")}, '-', toString(page)) as path
    from happened
  )
select
  {workspaceId: UUID}, {siteId: UUID}, kind,
  if(kind = 'click', arrived_by, ${idOf(
    "multiIf(kind = 'share', begins_ms + 45000, kind = 'engage', begins_ms + k * (20000 + toUInt64(dice % 90000)), at_ms)",
    "if(kind = 'share', cityHash64({seed: UInt32}, 'share', v), cityHash64({seed: UInt32}, if(kind = 'engage', 'view', kind), v, k))",
  )}),
  if(kind = 'engage', visible, 4294967295 - intDiv(at_ms + 300 + dice % 900, 1000)),
  fromUnixTimestamp64Milli(toInt64(at_ms), 'UTC'),
  fromUnixTimestamp64Milli(toInt64(at_ms + 300 + dice % 900), 'UTC'),
  reason, multiIf(reason = 'preview', 'telegram', ''), visitor, consented, kind in ('click', 'comment', 'subscribe'),
  if(kind = 'click', '', arrived_by),
  if(kind = 'share', arrived_by, ''),
  'tea.example', path, if(kind = 'view', concat(upper(${wordOf("a")}), ' ', ${wordOf("b")}, ' and ', ${wordOf("c")}, ', a story of number ', toString(page)), ''),
  if(kind in ('click', 'view') and k = 0, referrer_host, if(kind = 'view', 'tea.example', '')),
  multiIf(kind not in ('click', 'view'), '', k > 0, concat('https://tea.example/blog/', ${wordOf("b")}, '-', ${wordOf("c")}), referrer_host = '', '', way = 'referral', concat('https://', referrer_host, '/post/', toString(dice % 50)), concat('https://', referrer_host, '/')),
  if(kind in ('click', 'view') and k = 0, source, ''), multiIf(kind not in ('click', 'view'), '', k > 0, 'internal', source_kind),
  if(way = 'campaign' and kind = 'view' and k = 0, source, ''), if(way = 'campaign' and kind = 'view' and k = 0, 'cpc', ''), if(way = 'campaign' and kind = 'view' and k = 0, ['spring', 'sale', 'brand'][1 + v % 3], ''),
  if(kind = 'click', post, toUUID('00000000-0000-0000-0000-000000000000')),
  if(kind = 'click', post, toUUID('00000000-0000-0000-0000-000000000000')),
  if(kind = 'share', ['telegram', 'vk', 'copy', 'whatsapp', 'x'][1 + dice % 5], ''),
  if(kind = 'engage', visible, 0), if(kind = 'engage', 20 + dice % 81, 0),
  multiIf(kind = 'goal', ['order', 'lead'][1 + dice % 2], kind = 'react', ['like', 'love'][1 + dice % 2], kind = 'subscribe', 'letter', kind = 'search', concat(${wordOf("a")}, ' ', ${wordOf("b")}), kind = 'custom', 'list.shown', ''),
  if(kind = 'goal' and dice % 2 = 0, toDecimal64(500 + dice % 9000, 4), toDecimal64(0, 4)),
  if(kind = 'goal' and dice % 2 = 0, 'EUR', ''), if(kind = 'goal' and dice % 2 = 0, concat('order-', toString(v)), ''),
  if(kind = 'custom', '{"list":"next","arm":"trending","variant":""}', ''),
  ['mobile', 'desktop', 'mobile', 'tablet'][1 + agent % 4], ['chrome', 'safari', 'firefox', 'yandex', 'edge', 'chrome', 'chrome', 'in-app'][1 + agent % 8],
  ['android', 'windows', 'ios', 'macos', 'linux'][1 + intDiv(agent, 8) % 5], ['en', 'ru', 'ru', 'de', 'es', 'ru', 'en', 'fr'][1 + intDiv(agent, 64) % 8],
  ['RU', 'DE', 'US', 'KZ', 'RU', 'FR', 'BY', 'AM'][1 + intDiv(agent, 512) % 8]
from placed`;
