/**
 * A question with answers to choose from.
 *
 *     <script type="module" src="https://samovar.example/w/poll.js"></script>
 *     <samovar-poll site="SITE_KEY" poll="POLL_ID"></samovar-poll>
 */
import { count, define, isRefusal, make, type Place, visitNow } from "../base/base.ts";

/** See `server/src/smo/comments/talk-schema.ts`. */
interface Poll {
  readonly question: string;
  readonly takesMany: boolean;
  readonly isClosed: boolean;
  readonly voterCount: number;
  readonly options: readonly {
    readonly position: number;
    readonly text: string;
    readonly voteCount: number;
  }[];
  readonly mine: readonly number[];
}

const en = { vote: "Vote", voters: "# voter|# voters", failed: "It did not work. Try again." };
const ru: typeof en = {
  vote: "Голосовать",
  voters: "# голос|# голоса|# голосов",
  failed: "Не получилось. Попробуйте ещё раз.",
};

const look = `
:host{min-block-size:8rem}
form,ul{display:grid;gap:.5rem;justify-items:start}
label{display:flex;gap:.5rem;align-items:center}
label input{min-block-size:1.2rem;inline-size:1.2rem}
li{display:grid}
progress{inline-size:min(100%,24rem);accent-color:var(--samovar-accent,auto)}
`;

define("samovar-poll", {
  look,
  words: { en, ru },
  async start(place) {
    const path = `/talk/${place.site}/polls/${place.host.getAttribute("poll") ?? ""}`;
    const form = make("form", { part: "poll", tabindex: -1 });
    fill(form, place, path)(await place.ask<Poll>(path));
    place.show(form);
  },
});

/** Who has not voted yet sees what there is to choose; who has, or is too late, what was chosen. */
function fill(form: HTMLFormElement, { words, language, ask }: Place<typeof en>, path: string) {
  const status = make("p", { role: "status", part: "status" });
  const draw = ({ question, takesMany, isClosed, voterCount, options, mine }: Poll): void => {
    const type = takesMany ? "checkbox" : "radio";
    const choices = options.map(({ position, text }) =>
      make("label", {}, make("input", { type, name: "option", value: position, required: !takesMany }), text),
    );
    const results = options.map(({ position, text, voteCount }) =>
      make(
        "li",
        {},
        `${mine.includes(position) ? "✓ " : ""}${text}: ${voteCount.toLocaleString(language)}`,
        make("progress", { max: voterCount || 1, value: voteCount, "aria-label": text }),
      ),
    );
    form.replaceChildren(
      make("h2", { part: "heading" }, question),
      ...(isClosed || mine.length > 0
        ? [make("ul", {}, ...results), make("small", {}, count(language, voterCount, words.voters))]
        : [...choices, make("button", { part: "button send" }, words.vote)]),
      status,
    );
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void vote();
  });
  async function vote(): Promise<void> {
    const options = new FormData(form).getAll("option").map(Number);
    if (!options.length) return;
    try {
      draw(await ask<Poll>(`${path}/votes`, { body: { options, visit: await visitNow() } }));
      form.focus();
    } catch (error) {
      status.textContent = isRefusal(error) ? error.message : words.failed;
    }
  }
  return draw;
}
