import { documentWith, type Example } from "../example.ts";

const eggs = `<p>A boiled egg wants water, heat and time. Put the egg into boiling water with a spoon, so that its shell
does not break, and count six minutes for a soft yolk. Ten minutes make the yolk firm.</p>
<p>Cold water at once stops the cooking, and the shell comes off in one piece. Salt does nothing for the yolk, but it
keeps a cracked egg together. An old egg peels better than a fresh one, because its white has drawn back.</p>`;
const яйца = `<p>Варёному яйцу нужны вода, огонь и время. Опустите яйцо в кипящую воду ложкой, чтобы скорлупа не лопнула,
и отсчитайте шесть минут: желток останется жидким. За десять минут желток станет твёрдым.</p>
<p>Холодная вода сразу остановит варку, и скорлупа снимется целиком. Соль не влияет на желток, но треснувшее яйцо с ней
не вытечет. Несвежие яйца чистятся легче свежих: белок в них успел отойти от скорлупы.</p>`;
const page = (title: string, text: string) =>
  documentWith(`<meta property="og:title" content="${title}">`, `<h1>Kitchen</h1><main>${text}</main>`);

export const relevanceExamples: readonly Example[] = [
  {
    ruleId: "RL01",
    failing: {
      unkept: {
        html: page("Bitcoin price crashes while Tokyo exchange halts trading", eggs),
        finds: { severity: "warning", networks: "none" },
      },
    },
    passing: {
      "a title in the text's words": page("How long to boil an egg: six minutes for a soft yolk", eggs),
      "a Russian title in other forms of the words": page(
        "Сколько варить яйца, чтобы желтки были жидкими",
        яйца,
      ),
      "a title too short to be judged": page("Kitchen secrets", eggs),
      "a text too short to be judged": page(
        "Bitcoin price crashes while Tokyo exchange halts",
        "<p>Soon.</p>",
      ),
    },
  },
];
