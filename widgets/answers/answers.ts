/**
 * Finds the answer on the site, shows the passage, and takes the question to the editor when there is none.
 *
 *     <script type="module" src="https://samovar.example/w/answers.js"></script>
 *     <samovar-answers site="SITE_KEY"></samovar-answers>
 *
 * Attributes: `placeholder`, `page`, `site`, `lang`, `theme`. A search form of the owner's own inside the element
 * stands there until ours has come, and remains where it can't.
 */
import { button, count, define, make, type Place, visitNow } from "../base/base.ts";
import { buildText, draft, formLook, reasonOf, statusLine } from "../base/forms.ts";
import { questionForm } from "./question.ts";
import type { Found } from "./shapes.ts";
import { tellAnswers } from "./told.ts";
import { spoken, type Words } from "./words.ts";

const look = `
${formLook}
:host{min-block-size:2.75rem}
search,ol{display:grid;gap:.8rem}
input{inline-size:100%}
ol a{display:grid;text-decoration:none;border-radius:var(--samovar-radius,.5rem)}
ol a:hover b{text-decoration:underline}
mark{background:none;color:inherit;font-weight:700}
[part=told]{border:1px solid #8888;border-radius:var(--samovar-radius,.5rem);padding:.6rem .8rem}
div:empty,ol:empty,p:empty{display:none}
`;

/** While one types the house is asked at pauses; a longer one says that the question was meant. */
const pauseMs = 250;
const meantMs = 1500;

define("samovar-answers", { look, words: spoken, start: begin });

function begin(place: Place<Words>): void {
  const { host, words, language, site, page, ask, show } = place;
  const path = `/answers/${site}/search`;
  const status = statusLine();
  const list = make("ol", { part: "list", keydown: walk });
  const below = make("div");
  const told = make("div");
  const label = host.getAttribute("placeholder") ?? words.ask;
  let timers: ReturnType<typeof setTimeout>[] = [];
  let drawn = "";
  let meant = "";
  let searchId: string | null = null;

  const field: HTMLInputElement = make("input", {
    type: "search",
    maxlength: 200,
    placeholder: label,
    "aria-label": label,
    part: "input",
    autocomplete: "off",
    input() {
      draft.keep("answers", field.value);
      timers.forEach(clearTimeout);
      timers = [setTimeout(() => void search(false), pauseMs), setTimeout(() => void search(true), meantMs)];
    },
    keydown: walk,
  });

  async function search(isMeant: boolean): Promise<void> {
    const q = field.value.trim();
    const lang = language.slice(0, 2);
    if (q === (isMeant ? meant : drawn)) return;
    drawn = q;
    if (isMeant) {
      meant = q;
      timers.forEach(clearTimeout);
    }
    if (q.length < 2) return draw();
    try {
      const found = await (isMeant
        ? ask<Found>(path, { body: { q, lang, page, visit: await visitNow() } })
        : ask<Found>(`${path}?${new URLSearchParams({ q, lang })}`));
      // Somebody who types on has another question by now.
      if (q === drawn) draw(found);
    } catch (error) {
      drawn = meant = "";
      status.textContent = reasonOf(error, words.offline);
    }
  }

  function draw(found?: Found): void {
    const { answers = [], corrected } = found ?? {};
    ({ searchId = null } = found ?? {});
    const number = answers[0] ? count(language, answers.length, words.found) : words.none;
    status.textContent = found ? `${corrected ? `${words.instead}${corrected}. ` : ""}${number}` : "";
    list.replaceChildren(
      ...answers.map(({ id, url, heading, titleHtml, html }) =>
        make(
          "li",
          {},
          make(
            "a",
            { href: url, part: "link", click: () => void opened(id) },
            make("b", { part: "title" }, buildText(titleHtml)),
            heading && make("small", {}, heading),
            make("span", { part: "passage" }, buildText(html)),
          ),
        ),
      ),
    );
    below.replaceChildren(...(found ? [button(words.toEditor, askEditor, { part: "button" })] : []));
  }

  /** Which answer was opened teaches the search; the page is left, and nothing waits for it. */
  async function opened(answerId: string): Promise<void> {
    if (searchId) await ask(`${path}/${searchId}/clicks`, { body: { answerId } }).catch(() => undefined);
    else await search(true);
  }

  function askEditor(): void {
    below.replaceChildren(
      questionForm(place, { q: field.value, searchId: searchId ?? undefined }, (said) => {
        below.replaceChildren();
        status.textContent = said;
        field.focus();
      }),
    );
    below.querySelector("textarea")?.focus();
  }

  /** Arrow keys go from the field through what was found and back. */
  function walk(event: Event): void {
    if (!(event instanceof KeyboardEvent) || !/^Arrow(Up|Down)$/.test(event.key)) return;
    const stops = [field, ...list.querySelectorAll("a")];
    const at = stops.findIndex((stop) => stop.matches(":focus"));
    const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  const submit = (event: Event) => {
    event.preventDefault();
    void search(true);
  };
  show(
    make("search", { "aria-label": words.title }, told, make("form", { submit }, field), status, list, below),
  );
  field.value = draft.read("answers");
  if (field.value) void search(false);
  // An answer that can't be fetched now is told another time.
  void tellAnswers(place, told).catch(() => undefined);
}
