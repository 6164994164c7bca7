/** What visitors of a site leave in a house within a day: comments, questions, wishes for letters, visits with shares. */
import type { Client, OutputOf } from "@samovar/client";
import { mintEventId } from "@samovar/server/ground/events/event-id.ts";

export interface Visited {
  readonly houseUrl: string;
  readonly client: Client;
  readonly site: Pick<OutputOf<"createSite">, "id" | "siteKey" | "origin">;
  /** Paths of its pages. */
  readonly paths: readonly string[];
}

export interface Left {
  readonly testId: string;
  readonly listId: string;
  readonly subscriberId: string;
  readonly visitId: string;
  readonly shareRoot: string;
}

const agents = [
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Safari/537.36",
  "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1",
  "Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0",
];
const referrers = ["https://www.google.com/", "https://t.me/", "https://vk.com/", "", "https://bsky.app/"];

/** Fills every room that visitors fill; answers what has pages of its own. */
export async function bringVisitors(visited: Visited): Promise<Left> {
  // Only browsers prove work; without it, what is doubted waits like all else of newcomers.
  const { client, site } = visited;
  await client.ask("changeModerationSettings", { siteId: site.id, rules: { proofOfWork: false } });
  await writeComments(visited);
  await askQuestions(visited);
  const { subscriberId, listId, testId } = await furnishRooms(visited);
  const shareRoot = await walk(visited);
  const visits = await client.ask("listVisits", {});
  return { testId, listId, subscriberId, shareRoot, visitId: visits.items[0]?.id ?? "" };
}

async function writeComments(visited: Visited): Promise<void> {
  const texts = [
    ["Анна", "Спасибо, **иван-чай** удался с первого раза!"],
    ["Boris", "See http://cheap-pills.example and http://casino.example — buy now, best price, click here"],
    ["Вера Константиновна", `Долгоеслово${"о".repeat(90)}\n\nИ второй абзац, чтобы было что читать.`],
  ];
  for (const [name, body] of texts) {
    const { form } = await talk<{ form: string }>(visited, "talk/form");
    const url = `${visited.site.origin}${visited.paths[0]}`;
    await talk(visited, "talk/comments", { url, title: "Иван-чай", name, body, form, filledMs: 9000 });
  }
}

async function askQuestions(visited: Visited): Promise<void> {
  const page = `${visited.site.origin}${visited.paths[1]}`;
  for (const q of ["Is there coffee?", "Можно ли прийти с собакой?"]) {
    await talk(visited, "answers/search", { q, page });
    await talk(visited, "answers/questions", { q, page, email: "anna@tea.example" });
  }
}

async function furnishRooms({ client, site, paths }: Visited) {
  const siteId = site.id;
  const list = await client.ask("createList", { siteId, kind: "popular" });
  const titles = ["Вода для чая", "Какая вода нужна чаю, и почему это важнее самого листа"];
  const test = await client.ask("createHeadlineTest", { siteId, path: paths[1] ?? "/", titles });
  await client.ask("createFaqEntry", {
    siteId,
    question: "When do you open?",
    answer: "At nine, every day but Monday.",
    language: "en",
  });
  await client.ask("addSubscriber", { siteId, email: "anna@tea.example", language: "ru" });
  await client.ask("importSubscribers", {
    siteId,
    csv: `email\nboris@tea.example\n${"very-long-name-of-a-reader".repeat(2)}@tea.example`,
    statement: "They signed the list on our counter in the tea house.",
  });
  const { items } = await client.ask("listSubscribers", { siteId });
  return { testId: test.id, listId: list.id, subscriberId: items[0]?.id ?? "" };
}

/** Twelve people, each of a day's visit; some pass a page on, and others come by what was passed on. */
async function walk(visited: Visited): Promise<string> {
  let parent: string | undefined;
  let root = "";
  for (let n = 0; n < 12; n += 1) {
    const s = n % 3 === 0 ? undefined : parent;
    parent = await visit(visited, n, s);
    root ||= parent;
  }
  return root;
}

const mint = () => mintEventId(new Date());

/** Answers the id of the visit's share. */
async function visit({ houseUrl, site, paths }: Visited, n: number, s: string | undefined): Promise<string> {
  const [view, share] = [mint(), mint()];
  const url = `${site.origin}${paths[n % paths.length]}`;
  const said = { url, ...(s !== undefined && { s }) };
  const referrer = referrers[n % referrers.length];
  const events = [
    { kind: "view", id: view, title: `Чай ${n}`, referrer, ...said },
    {
      kind: "engage",
      id: mint(),
      parent: view,
      visibleMs: 5000 * (n + 1),
      scrollPercent: 40 + n * 5,
      ...said,
    },
    { kind: "share", id: share, network: ["telegram", "vk", "copy"][n % 3], parent: s, ...said },
    ...(n % 4 === 0
      ? [{ kind: "goal", id: mint(), name: "book-a-table", value: 1200 + n, currency: "EUR", ...said }]
      : []),
  ];
  const answer = await fetch(`${houseUrl}/e`, {
    method: "POST",
    headers: { origin: site.origin, "user-agent": agents[n % agents.length] ?? "" },
    body: JSON.stringify({
      site: site.siteKey,
      visitAge: 60_000,
      visitor: `visitor-of-the-day-${n}`,
      events: events.map((event, at) => ({ age: (events.length - at) * 1000, ...event })),
    }),
  });
  if (!answer.ok) throw new Error(`POST /e answered ${answer.status}: ${await answer.text()}`);
  return share;
}

/** As an element on the site's page asks; GET without a body. */
async function talk<Answer>({ houseUrl, site }: Visited, path: string, body?: object): Promise<Answer> {
  const answer = await fetch(`${houseUrl}/${path.replace("/", `/${site.siteKey}/`)}`, {
    ...(body && { method: "POST", body: JSON.stringify(body) }),
    headers: { origin: site.origin, "content-type": "application/json", "user-agent": agents[0] ?? "" },
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}
