/**
 * Finds the answer on the site, shows the passage, and takes the question to the editor when there is none.
 *
 *     <script type="module" src="https://samovar.example/w/answers.js"></script>
 *     <samovar-answers site="SITE_KEY"></samovar-answers>
 *
 * Attributes: `placeholder`, `site`, `lang`, `theme`. A search form of the site's own inside the element stands there
 * until ours has come.
 */
import { button, count, define, make, type Place } from "../base/base.ts";
import { draft, formLook, reasonOf, statusLine } from "../base/forms.ts";
import { questionForm } from "./question.ts";
import { spoken, type Words } from "./words.ts";

/** What the server finds; see `server/src/smo/answers`. */
interface Found {
  readonly items: readonly {
    readonly url: string;
    readonly title: string;
    /** The passage that answers; what was asked for stands between `marks`. */
    readonly passage: string;
  }[];
}

const look = `
${formLook}
:host{min-block-size:2.75rem}
input{inline-size:100%}
ol{display:grid;gap:.9rem;margin-block-start:.8rem}
ol a{display:grid;gap:.15rem;text-decoration:none;border-radius:var(--samovar-radius,.5rem)}
ol a:hover b{text-decoration:underline}
mark{background:none;color:inherit;font-weight:700}
[part=ask]{margin-block-start:.8rem}
`;

const waitMs = 250;

define("samovar-answers", { look, words: spoken, start: begin });

function begin(place: Place<Words>): void {
  const { host, words, language, site, page, ask, show } = place;
  const status = statusLine();
  const list = make("ol", { part: "list", keydown: walk });
  const below = make("div");
  const label = host.getAttribute("placeholder") ?? words.ask;
  const field: HTMLInputElement = make("input", {
    type: "search",
    maxlength: 300,
    placeholder: label,
    "aria-label": label,
    part: "input",
    autocomplete: "off",
    input: () => {
      draft.keep("answers", field.value);
      clearTimeout(timer);
      timer = setTimeout(() => void search(), waitMs);
    },
    keydown: (event) => walk(event),
  });
  field.value = draft.read("answers");
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = "";

  async function search(): Promise<void> {
    clearTimeout(timer);
    const question = field.value.trim();
    if (question === asked) return;
    asked = question;
    if (question.length < 2) return draw([], "");
    try {
      const query = new URLSearchParams({ q: question, page });
      const { items } = await ask<Found>(`/answers/${site}/search?${query}`);
      // Somebody who types on has another question by now.
      if (question === asked) draw(items, items[0] ? count(language, items.length, words.found) : words.none);
    } catch (error) {
      asked = "";
      status.textContent = reasonOf(error, words.offline);
    }
  }

  function draw(items: Found["items"], text: string): void {
    status.textContent = text;
    list.replaceChildren(
      ...items.map(({ url, title, passage }) =>
        make(
          "li",
          {},
          make(
            "a",
            { href: url, part: "link" },
            make("b", { part: "title" }, title),
            make("span", { part: "passage" }, ...marked(passage)),
          ),
        ),
      ),
    );
    below.replaceChildren(...(text ? [button(words.toEditor, askEditor, { part: "ask" })] : []));
  }

  function askEditor(): void {
    below.replaceChildren(
      questionForm(place, field.value, (said) => {
        draft.keep("answers", "");
        below.replaceChildren();
        status.textContent = said;
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

  show(
    make(
      "search",
      { "aria-label": words.title },
      make("form", { role: "search", submit: (event) => (event.preventDefault(), search()) }, field),
      status,
      list,
      below,
    ),
  );
  if (field.value) void search();
}

/** The server marks what was asked for with « and »-like control characters, which no text of a page holds. */
const marked = (passage: string): (Node | string)[] =>
  passage.split(/<mark>(.*?)<\/mark>/).map((part, at) => (at % 2 ? make("mark", {}, part) : part));
