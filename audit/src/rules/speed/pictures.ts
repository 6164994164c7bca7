import type { Picture } from "../../page/page.ts";
import type { ImageFacts } from "../../visit/visit.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import { forReaders } from "./phone.ts";

/** The first are those that a phone fetches before anything is scrolled. */
const looked = 5;
/** Our own figures. */
const heavyBytes = 500_000;
const worthShrinking = 100_000;
/** Sharp screens want two pixels for one; what is beyond is sent for nothing. */
const mostTimes = 3;

export const pictureWeightRule: Rule = {
  id: "SD07",
  group: "speed",
  title: { en: "Pictures as large as shown", ru: "Картинки не больше, чем видно" },
  why: {
    en: "Pictures are most of what a phone loads. One that is sent larger than it is shown is paid for by the reader.",
    ru: "Картинки — большая часть того, что грузит телефон. За лишние пиксели платит читатель.",
  },
  severity: "warning",
  networks: "none",
  grade: "A",
  source: "https://developer.chrome.com/docs/lighthouse/performance/uses-responsive-images",
  reach: "web",
  says: {
    heavy: {
      what: {
        en: "The picture {name} weighs {kilobytes} kB.",
        ru: "Картинка {name} весит {kilobytes} КБ.",
      },
      remedy: {
        en: "Save it smaller: as wide as it is shown, twice for sharp screens, as JPEG, WebP or AVIF.",
        ru: "Сохраните её меньше: по ширине показа, вдвое для чётких экранов, в JPEG, WebP или AVIF.",
      },
    },
    oversized: {
      what: {
        en: "The picture {name} is {width} pixels wide and shown at {shown}.",
        ru: "Ширина картинки {name} — {width} пикс., а показана она шириной {shown}.",
      },
      remedy: {
        en: "Give it in two or three widths by srcset.",
        ru: "Дайте её в двух-трёх размерах через srcset.",
      },
    },
  },
  async check({ page, web }: Subject): Promise<Finding[]> {
    const byUrl = new Map(
      page.pictures.flatMap((picture) =>
        /^https?:/.test(picture.url ?? "") ? [[picture.url ?? "", picture] as const] : [],
      ),
    );
    const judged = await Promise.all(
      [...byUrl].slice(0, looked).map(async ([url, picture]) => {
        const facts = await web?.image(url, "phone");
        return facts ? judge(facts, picture) : [];
      }),
    );
    return judged.flat();
  },
};

function judge({ url, byteLength, width = 0, visit }: ImageFacts, picture: Picture): Finding[] {
  if (visit.answer?.status !== 200) return [];
  const { line, width: shown = 0 } = picture;
  const name = nameOf(url);
  if (byteLength > heavyBytes) {
    const values = { name, kilobytes: Math.round(byteLength / 1000) };
    return [{ ...forReaders, key: "heavy", values, line }];
  }
  if (shown < 2 || width <= shown * mostTimes || byteLength <= worthShrinking) return [];
  const values = { name, width: String(width), shown: String(shown) };
  return [{ ...forReaders, key: "oversized", values, line }];
}

/** The file's name, for people. */
function nameOf(url: string | undefined): string {
  const last = URL.parse(url ?? "")
    ?.pathname.split("/")
    .at(-1);
  return (last || url || "?").slice(0, 100);
}

export const pictureSizeRule: Rule = {
  id: "SD08",
  group: "speed",
  title: { en: "Pictures keep their place", ru: "Картинки держат место" },
  why: {
    en: "A picture without width and height pushes the text away when it comes: the reader loses his line.",
    ru: "Картинка без ширины и высоты, загрузившись, сдвигает текст, и читатель теряет строку.",
  },
  severity: "warning",
  networks: "none",
  grade: "A",
  source: "https://web.dev/articles/optimize-cls",
  reach: "page",
  says: {
    unsized: {
      what: {
        en: "Pictures without width and height: {count} of {all}; the first is {name}.",
        ru: "Картинок без ширины и высоты: {count} из {all}; первая — {name}.",
      },
      remedy: {
        en: "Write the picture's own width and height into the tag; styles may shrink it all the same.",
        ru: "Запишите в тег собственные ширину и высоту картинки; стили всё равно смогут её уменьшить.",
      },
    },
  },
  check({ page: { pictures } }: Subject): Finding[] {
    const unsized = pictures.filter(({ width, height }) => width === undefined || height === undefined);
    const [first] = unsized;
    if (!first) return [];
    return [
      {
        key: "unsized",
        severity: unsized.length > 2 ? "warning" : "info",
        networks: "none",
        values: { count: unsized.length, all: pictures.length, name: nameOf(first.url) },
        line: first.line,
      },
    ];
  },
};
